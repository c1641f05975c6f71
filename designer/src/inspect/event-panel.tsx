import type { Definition } from '@redress/engine';
import { useMemo } from 'react';
import { SidePanel, SidePanelBody, SidePanelHead, useOpenedHeading } from '../base/side-panel.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { CaseChart } from '../chart/case-chart.tsx';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import type { TakenTogether, WireEvent } from '../server/shapes/inspection.ts';
import styles from './event-panel.module.css';
import { kindOf, kindWords, momentOf, nameOf, sourceWords, standingAfter } from './inspected.ts';
import { JsonText } from './json-text.tsx';

interface EventPanelProps {
  readonly event: WireEvent;
  readonly events: readonly WireEvent[];
  readonly found: CaseView;
  readonly definition: Definition | undefined;
  /** Whoever opened it reads on here; who came by an address begins at the title of the page. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One event: what it was, the way of the case up to it, and all that was sent. Escape puts it away. */
export function EventPanel({ event, events, found, definition, takesFocus, onClose }: EventPanelProps) {
  const say = useWords();
  const dates = useDates();
  const heading = useOpenedHeading(takesFocus);
  const at = momentOf(event);
  const path = useMemo(() => found.path.filter(({ revision }) => revision <= event.revision), [found.path, event.revision]);
  const steps = useMemo(() => standingAfter(events, event.revision), [events, event.revision]);
  return (
    <SidePanel label={say('inspect.one')} onEscape={onClose}>
      <SidePanelHead
        meta={
          <>
            <span>{say(kindWords[kindOf(event)])}</span>
            <span>{say('inspect.revision', { revision: event.revision })}</span>
            {event.type === '@xstate.event' ? <span>{say('inspect.from', { who: say(sourceWords[event.sourceId]) })}</span> : null}
          </>
        }
        metaClass={styles.meta}
        onClose={onClose}
      >
        <h2 ref={heading} tabIndex={-1} className={styles.name}>
          <code lang="en" dir="ltr" translate="no">
            {nameOf(event)}
          </code>
        </h2>
        <time className={styles.at} dateTime={at}>
          {dates.date(at)} <b>{dates.exact(at)}</b>
        </time>
      </SidePanelHead>
      <SidePanelBody className={styles.body}>
        {event.type === '@xstate.snapshot' ? <Taken microsteps={event.microsteps} definition={definition} /> : null}
        {definition ? <CaseChart definition={definition} path={path} steps={steps} title={say('inspect.chart')} /> : null}
        <JsonText event={event} />
      </SidePanelBody>
    </SidePanel>
  );
}

/** Which rows the machine took, in the words of the procedure; a row that leads nowhere says so. */
function Taken({ microsteps, definition }: { readonly microsteps: readonly TakenTogether[]; readonly definition: Definition | undefined }) {
  const say = useWords();
  const text = useText();
  const titleOf = (id: string) => (id === '' ? say('inspect.anywhere') : text(definition && treeOf(definition).byId.get(id)?.title) || id);
  if (microsteps.length === 0) return <p className={styles.none}>{say('inspect.no-steps')}</p>;
  return (
    <section aria-labelledby="taken-title" className={styles.taken}>
      <h3 id="taken-title">{say('inspect.taken')}</h3>
      <ol>
        {microsteps.map(({ transitions }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: microsteps have no name but their place, and never change.
          <li key={index}>
            {transitions.map(({ source, target }) => (
              <span key={`${source}>${target.join(' ')}`}>
                {target.length === 0
                  ? say('inspect.stays', { step: titleOf(source) })
                  : say('inspect.step', { from: titleOf(source), to: target.map(titleOf).join(say('list.separator')) })}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
