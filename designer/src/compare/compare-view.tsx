import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { Note } from '../base/note.tsx';
import unseen from '../base/unseen.module.css';
import { useWords } from '../language/words.tsx';
import { ReadMap } from '../map/read-map.tsx';
import { isNarrow } from '../shell/narrow-window.ts';
import { useShortcut } from '../shell/shortcuts.tsx';
import type { Change } from './change.ts';
import { ChangeList } from './change-list.tsx';
import styles from './compare.module.css';
import { ComparedMap, Legend } from './compared-map.tsx';
import { thingOf } from './sheets.ts';
import type { Drawn } from './union.ts';
import { useChangeWalk } from './use-change-walk.ts';
import { useCompared } from './use-compared.ts';

const modes = ['overlay', 'beside', 'list'] as const;
export type CompareMode = (typeof modes)[number];
/** A map needs room: on a phone one reads what changed. */
const firstMode = (): CompareMode => (isNarrow(37.5) ? 'list' : 'overlay');

export interface CompareViewProps {
  /** Nothing before the first version. */
  readonly before: Drawn | undefined;
  readonly after: Drawn;
  readonly changes: readonly Change[];
  readonly names: { readonly before: string; readonly after: string };
  /** The element that is looked at, as it is addressed. */
  readonly chosen: string;
  readonly onChoose: (element: string) => void;
}

/** How two versions of a procedure differ, to be seen: one on the other, beside each other, or as a list. */
export function CompareView({ before, ...props }: CompareViewProps) {
  return before ? <Comparison {...props} before={before} /> : <FirstVersion {...props} />;
}

function Comparison({ before, after, changes: told, names, chosen, onChoose }: CompareViewProps & { readonly before: Drawn }) {
  const say = useWords();
  const [mode, setMode] = useState(firstMode);
  const compared = useCompared(before, after, told);
  const { changes, overlay } = compared;
  const walk = useChangeWalk({ before, after, compared, mode, chosen, onChoose });
  useShortcut({ code: 'KeyN', name: 'compare.view.next', run: () => walk.go(1) });
  useShortcut({ code: 'KeyN', shift: true, name: 'compare.view.previous', run: () => walk.go(-1) });
  const offMap = changes.filter(({ step }) => step === undefined).length;
  const [first] = walk.walked;
  const looked = { chosen: walk.thing, first: first && thingOf(first), onChoose: walk.choose };
  const legend = (
    <Legend>
      {compared.moved > 0 && <li>{say('compare.legend.moved', { count: compared.moved })}</li>}
      {offMap > 0 && (
        <li>
          <Button kind="link" onPress={() => setMode('list')}>
            {say('compare.view.off-map', { count: offMap })}
          </Button>
        </li>
      )}
    </Legend>
  );
  return (
    <Tabs
      className={styles.compare ?? ''}
      selectedKey={mode}
      onSelectionChange={(key) => setMode(modes.find((one) => one === key) ?? mode)}
    >
      <header className={styles.top}>
        <p className={styles.names}>
          <b dir="auto">{names.before}</b>
          <Icon of={ChevronRight} turn />
          <b dir="auto">{names.after}</b>
        </p>
        {walk.walked.length > 0 && (
          <div className={styles.walk} role="toolbar" aria-label={say('compare.view.count', { count: walk.walked.length })}>
            <Button kind="quiet" icon={ChevronLeft} turn label={say('compare.view.previous')} onPress={() => walk.go(-1)} />
            <span>
              {walk.at === undefined
                ? say('compare.view.count', { count: walk.walked.length })
                : say('compare.view.place', { number: walk.at + 1, count: walk.walked.length })}
            </span>
            <Button kind="quiet" icon={ChevronRight} turn label={say('compare.view.next')} onPress={() => walk.go(1)} />
          </div>
        )}
        <TabList aria-label={say('compare.view.label')} className={styles.modes ?? ''}>
          {modes.map((id) => (
            <Tab key={id} id={id} className={styles.mode ?? ''}>
              {say(`compare.view.${id}`)}
            </Tab>
          ))}
        </TabList>
      </header>
      <p className={unseen.unseen} role="status">
        {walk.told}
      </p>
      {changes.length === 0 && (
        <div className={styles.note}>
          <Note>{say('compare.view.alike')}</Note>
        </div>
      )}
      <TabPanel id="overlay" className={styles.overlay ?? ''}>
        <ComparedMap ref={walk.maps.overlay} sheet={overlay} label={say('compare.view.map-both')} {...looked}>
          {legend}
        </ComparedMap>
      </TabPanel>
      <TabPanel id="beside" className={styles.beside ?? ''}>
        {(['before', 'after'] as const).map((side) => (
          <section key={side} aria-label={names[side]}>
            <h3>
              <bdi>{names[side]}</bdi>
            </h3>
            <ComparedMap
              ref={walk.maps[side]}
              sheet={compared[side]}
              label={say('compare.view.map-of', { name: names[side] })}
              {...looked}
            />
          </section>
        ))}
        {legend}
      </TabPanel>
      <TabPanel id="list">
        <ChangeList
          before={before}
          after={after}
          both={overlay.definition}
          changes={changes}
          isChosen={walk.isChosen}
          onChoose={(change) => walk.choose(thingOf(change))}
        />
      </TabPanel>
    </Tabs>
  );
}

/** Everything would be new: the map as it is, and why nothing is marked on it. */
function FirstVersion({ after, chosen, onChoose }: Pick<CompareViewProps, 'after' | 'chosen' | 'onChoose'>) {
  const say = useWords();
  const key = chosen === '' ? undefined : chosen;
  return (
    <div className={styles.compare}>
      <div className={styles.note}>
        <Note>{say('compare.view.first-version')}</Note>
      </div>
      <div className={styles.overlay}>
        <ReadMap document={after} label={say('map.label')} marks={undefined} inSight={key} chosen={key} wholeFirst onChoose={onChoose} />
      </div>
    </div>
  );
}
