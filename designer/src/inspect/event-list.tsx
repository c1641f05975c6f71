import { ArrowRight, Camera, type LucideIcon, Workflow } from 'lucide-react';
import { Fragment } from 'react';
import { Icon } from '../base/icon.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { WireEvent } from '../server/shapes/inspection.ts';
import { useWalkedRows } from '../work/use-walked-rows.ts';
import styles from './inspect.module.css';
import { gapsIn, type Kind, kindOf, kindWords, momentOf, nameOf, sourceWords } from './inspected.ts';

const icons: Readonly<Record<Kind, LucideIcon>> = { actor: Workflow, event: ArrowRight, snapshot: Camera };

interface EventListProps {
  readonly events: readonly WireEvent[];
  readonly chosen: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Events, the newest last. One stop of the tab key; arrows walk, Enter opens. What is missing says so in its place. */
export function EventList({ events, chosen, onOpen }: EventListProps) {
  const say = useWords();
  const { list, onKeyDown, reached, reach } = useWalkedRows(
    'inspected',
    events.map(({ id }) => id),
    chosen,
  );
  const gaps = gapsIn(events);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, which are buttons.
    <div ref={list} onKeyDown={onKeyDown}>
      <ol aria-label={say('inspect.events')}>
        {events.map((event) => {
          const gap = gaps.get(event.id);
          return (
            <Fragment key={event.id}>
              {gap ? <li className={styles.gap}>{say('inspect.gap', { ...gap, count: gap.to - gap.from + 1 })}</li> : null}
              <Row
                event={event}
                chosen={event.id === chosen}
                reached={event.id === reached}
                onOpen={() => {
                  reach(event.id);
                  onOpen(event.id);
                }}
              />
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly event: WireEvent;
  readonly chosen: boolean;
  readonly reached: boolean;
  readonly onOpen: () => void;
}

function Row({ event, chosen, reached, onOpen }: RowProps) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const kind = kindOf(event);
  const at = momentOf(event);
  const steps = event.type === '@xstate.snapshot' ? event.microsteps.length : 0;
  return (
    <li className={styles.row} data-kind={kind} data-chosen={chosen}>
      <Icon of={icons[kind]} turn={kind === 'event'} />
      <button
        type="button"
        data-inspected={event.id}
        className={styles.name}
        tabIndex={reached ? 0 : -1}
        aria-current={chosen ? 'true' : undefined}
        onClick={onOpen}
      >
        <code lang="en" dir="ltr" translate="no">
          {nameOf(event)}
        </code>
      </button>
      <time dateTime={at} title={dates.moment(at)}>
        {dates.short(at, now)} <b>{dates.exact(at)}</b>
      </time>
      <p className={styles.about}>
        <span>{say(kindWords[kind])}</span>
        <span>{say('inspect.revision', { revision: event.revision })}</span>
        {event.type === '@xstate.event' ? <span>{say('inspect.from', { who: say(sourceWords[event.sourceId]) })}</span> : null}
        {steps > 0 ? <span>{say('inspect.steps', { count: steps })}</span> : null}
      </p>
    </li>
  );
}
