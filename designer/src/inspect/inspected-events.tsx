import type { Definition } from '@redress/engine';
import { ListTree, Pause, Play } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useWords } from '../language/words.tsx';
import type { CaseView } from '../server/shapes/cases.ts';
import type { WireEvent } from '../server/shapes/inspection.ts';
import { EventList } from './event-list.tsx';
import { EventPanel } from './event-panel.tsx';
import styles from './inspect.module.css';
import { kindOf, kinds, kindWords } from './inspected.ts';
import { useTail } from './use-tail.ts';

interface InspectedEventsProps {
  readonly head: ReactNode;
  /** Nothing while they are first asked for. */
  readonly events: readonly WireEvent[] | undefined;
  readonly found: CaseView | undefined;
  readonly definition: Definition | undefined;
  readonly chosen: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** Where the focus goes back to when an event is put away. */
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-inspected="${CSS.escape(id)}"]`);

/** The list of events, what holds it still and what it shows, and the chosen one beside it. */
export function InspectedEvents({ head, events, found, definition, chosen, onOpen }: InspectedEventsProps) {
  const say = useWords();
  const [kind, setKind] = useState('all');
  const [paused, setPaused] = useState(false);
  const pressed = useRef<string>(undefined);
  const wanted = (events ?? []).filter((event) => kind === 'all' || kindOf(event) === kind);
  const { until, show, end } = useTail(events?.at(-1)?.revision ?? 0, paused || chosen !== undefined);
  const shown = wanted.filter(({ revision }) => revision <= until);
  const waiting = wanted.length - shown.length;
  const opened = events?.find(({ id }) => id === chosen);
  const close = () => {
    onOpen(undefined);
    // On a phone the list comes back with the next picture only.
    requestAnimationFrame(() => opened && rowOf(opened.id)?.focus());
  };
  return (
    <div className={`${styles.page} ${opened && found ? styles.open : styles.alone}`}>
      <div className={styles.list}>
        <header className={styles.head}>
          {head}
          <div className={styles.tools}>
            <RadioCards
              look="segments"
              label={say('inspect.filter')}
              labelHidden
              value={kind}
              onChange={setKind}
              cards={[{ id: 'all', name: say('inspect.all') }, ...kinds.map((each) => ({ id: each, name: say(kindWords[each]) }))]}
            />
            <Button icon={paused ? Play : Pause} onPress={() => setPaused(!paused)}>
              {say(paused ? 'inspect.go-on' : 'inspect.pause')}
            </Button>
          </div>
        </header>
        {found && !events ? <SkeletonRows rows={8} /> : null}
        {events && wanted.length === 0 ? (
          <EmptyState icon={ListTree} title={say('inspect.none')}>
            {say('inspect.none-words')}
          </EmptyState>
        ) : null}
        {shown.length > 0 ? (
          <EventList
            events={shown}
            chosen={opened?.id}
            onOpen={(id) => {
              pressed.current = id;
              onOpen(id);
            }}
          />
        ) : null}
        <div ref={end} className={styles.end} />
        <div role="status">
          {waiting > 0 ? (
            <p className={styles.hint}>
              <Button kind="link" onPress={show}>
                {say('inspect.waiting', { count: waiting })}
              </Button>
            </p>
          ) : null}
        </div>
      </div>
      {opened && found ? (
        <EventPanel
          key={opened.id}
          event={opened}
          events={events ?? []}
          found={found}
          definition={definition}
          takesFocus={pressed.current === opened.id}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
