import { ArrowDown, ArrowUp, CirclePlay, Plus, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { ProcedureTree, TreeElement } from '../model/tree.ts';
import { moved } from '../outline/outline-edits.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';
import { RemarkField } from './remark-field.tsx';
import { ReturnFields } from './return-fields.tsx';
import { TitleFields } from './title-fields.tsx';
import { WayList } from './way-list.tsx';

/** What a step or stage is called and says, which ways lead out of it, and where it stands. */
export function WhatTab({
  element,
  onAddWay,
  onAddStep,
  onRemove,
  ...panel
}: PanelProps & {
  readonly element: TreeElement;
  readonly onAddWay: () => void;
  readonly onAddStep: () => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, tree, act } = panel;
  const { id } = element;
  const { meta: written, description } = fieldsOf(placesOf(definition).get(id)?.state);
  const meta = fieldsOf(written);
  const stages = [...tree.byId.values()]
    .filter((other) => (other.kind === 'stage' || other.kind === 'tracks') && !isInside(tree, other.id, id))
    .map((stage) => ({ id: stage.id, name: nameOf(stage, say, text) }));
  const holds = element.kind !== 'outcome' && element.kind !== 'history';
  const ways = element.rows.filter(({ via }) => via !== 'after');
  return (
    <>
      <TitleFields
        definition={definition}
        words={element.title}
        at="meta/title"
        onWrite={(language, words) => act({ name: 'title.set', payload: { of: id, language, words } })}
      />
      {element.kind !== 'history' && (
        <details className={styles.more}>
          <summary>{say('panel.more-words')}</summary>
          <MoreWords {...panel} step={id} which="public" words={meta.public} label={say('panel.public')} hint={say('panel.public-hint')} />
          {element.role !== undefined && (
            <MoreWords {...panel} step={id} which="help" words={meta.help} label={say('panel.help')} hint={say('panel.help-hint')} />
          )}
        </details>
      )}
      {element.kind === 'history' && <ReturnFields {...panel} element={element} />}
      {holds && (
        <section>
          <h3>{say('outline.ways')}</h3>
          <WayList {...panel} rows={ways} />
          <div className={styles.adds}>
            <Button kind="link" icon={Plus} onPress={onAddWay}>
              {say('outline.add-way')}
            </Button>
            <AddEnding {...panel} element={element} />
          </div>
        </section>
      )}
      {element.kind !== 'history' && element.inherited.length > 0 && (
        <section className={styles.inherited}>
          <h3>{say('outline.any-time')}</h3>
          <WayList {...panel} rows={element.inherited} inherited />
        </section>
      )}
      <RemarkField remark={description} onWrite={(words) => act({ name: 'remark.set', payload: { step: id, words } })} />
      <Select
        label={say('outline.stands-in')}
        options={[{ id: procedure, name: say('outline.no-stage') }, ...stages]}
        value={element.parent === '' ? procedure : element.parent}
        onChange={(into) => act({ name: 'step.move', payload: { ids: [id], into: into === procedure ? '' : into } })}
      />
      <div className={styles.acts}>
        {holds && (
          <Button icon={Plus} onPress={onAddStep}>
            {say(element.kind === 'stage' || element.kind === 'tracks' ? 'outline.new-step' : 'outline.next-step')}
          </Button>
        )}
        <MoveButtons {...panel} element={element} />
        {!element.isStart && holds && (
          <Button icon={CirclePlay} onPress={() => act({ name: 'start.set', payload: { stage: element.parent, step: id } })}>
            {say('outline.start-here')}
          </Button>
        )}
        <Button icon={Trash2} onPress={onRemove}>
          {say('outline.remove')}
        </Button>
      </div>
    </>
  );
}

/** What comes when a stage is complete, or when what a step sends or calls is done. */
function AddEnding({ element, act, onChoose }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const isAround = element.kind === 'stage' || element.kind === 'tracks';
  const isCalling = element.kind === 'letter' || element.kind === 'automatic';
  if (!isAround && !isCalling) return null;
  return (
    <Button
      kind="link"
      icon={Plus}
      onPress={() => {
        const [chosen] = act({ name: 'row.add', payload: { step: element.id, via: isAround ? 'onDone' : 'invoke/onDone' } }) ?? [];
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {say(isAround ? 'panel.add-complete' : 'panel.add-done')}
    </Button>
  );
}

/** The procedure itself is no stage, and a list of choices has no empty id. */
const procedure = '(procedure)';

function isInside(tree: ProcedureTree, id: string, around: string): boolean {
  for (let at: string | undefined = id; at !== undefined && at !== ''; at = tree.byId.get(at)?.parent) if (at === around) return true;
  return false;
}

function MoreWords({
  definition,
  step,
  which,
  words,
  label,
  hint,
  act,
}: PanelProps & {
  readonly step: string;
  readonly which: 'public' | 'help';
  readonly words: unknown;
  readonly label: string;
  readonly hint: string;
}) {
  return (
    <section>
      <h3>{label}</h3>
      <p className={styles.quiet}>{hint}</p>
      <TitleFields
        definition={definition}
        words={textOf(words)}
        at={`meta/${which}`}
        about={label}
        onWrite={(language, written) => act({ name: 'words.set', payload: { step, which, language, words: written } })}
      />
    </section>
  );
}

function MoveButtons({ element, tree, act }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const place = { tree, element, row: undefined, source: undefined };
  const [up, down] = [moved(place, 'up'), moved(place, 'down')];
  return (
    <>
      <Button kind="quiet" icon={ArrowUp} label={say('outline.up')} isDisabled={!up} onPress={() => up && act(up)} />
      <Button kind="quiet" icon={ArrowDown} label={say('outline.down')} isDisabled={!down} onPress={() => down && act(down)} />
    </>
  );
}
