import { AlarmClock, Check, CircleDot, Cog, Flag, Inbox, type LucideIcon, Mail, TriangleAlert, UserRound } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../base/icon.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import type { CaseView, LetterView, TimelineLine } from '../server/shapes/cases.ts';
import { useSession } from '../shell/session.tsx';
import { useChannelWords } from './channels.ts';
import { FieldValue } from './field-value.tsx';
import { LetterLine } from './letter-line.tsx';
import { useSentBy } from './letter-ways.ts';
import styles from './timeline.module.css';
import { byDay, isEarly, type LineKind, movesOn, timelineWords } from './timeline-words.ts';

const icons: Readonly<Record<LineKind, LucideIcon>> = {
  begin: Inbox,
  act: Check,
  task: UserRound,
  time: AlarmClock,
  letter: Mail,
  machine: Cog,
  warning: TriangleAlert,
  end: Flag,
};

interface TimelineProps {
  readonly found: CaseView;
  readonly lines: readonly TimelineLine[];
  readonly letters: readonly LetterView[];
  /** Revision that the reader saw first: newer lines of others are marked. */
  readonly seen: number;
  /** Revision of the line that the reader was sent to. */
  readonly named?: number;
}

/** What happened, the newest first: who, on behalf of whom, when, where it led, and the letters that went or wait. */
export function Timeline({ found, lines, letters, seen, named }: TimelineProps) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const session = useSession();
  const [filter, setFilter] = useState('all');
  const shown = filter === 'letters' ? lines.filter((line) => line.letters.length > 0) : lines;
  const days = useMemo(() => byDay(shown, dates.localDay), [shown, dates]);
  const today = dates.localDay(now);
  return (
    <section aria-labelledby="timeline-title" className={styles.timeline}>
      <header>
        <h2 id="timeline-title">{say('timeline.title')}</h2>
        <RadioCards
          look="segments"
          label={say('timeline.filter')}
          labelHidden
          value={filter}
          onChange={setFilter}
          cards={[
            { id: 'all', name: say('timeline.all') },
            { id: 'letters', name: say('timeline.letters') },
          ]}
        />
      </header>
      {shown.length === 0 ? <p className={styles.empty}>{say('timeline.no-letters')}</p> : null}
      {days.map(({ day, lines: inside }) => (
        <section key={day}>
          <h3>{day === today ? say('timeline.today') : dates.day(day)}</h3>
          <ol>
            {inside.map((line) => (
              <Line
                key={line.revision}
                line={line}
                found={found}
                letters={letters}
                isNew={line.revision > seen && line.by?.id !== session.person.id}
                isNamed={line.revision === named}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Line({
  line,
  found,
  letters,
  isNew,
  isNamed,
}: {
  readonly line: TimelineLine;
  readonly found: CaseView;
  readonly letters: readonly LetterView[];
  readonly isNew: boolean;
  readonly isNamed: boolean;
}) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNamed) place.current?.scrollIntoView({ block: 'center' });
  }, [isNamed]);
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const sentBy = useSentBy();
  const clocks = useMemo(() => Object.fromEntries(found.clocks.map((clock) => [clock.id, clock.title])), [found.clocks]);
  const words = timelineWords(line, text, clocks);
  const next = line.to.at(-1);
  return (
    <li ref={place} className={styles.line} data-kind={words.kind} data-new={isNew || undefined} aria-current={isNamed || undefined}>
      <i>
        <Icon of={isNew ? CircleDot : icons[words.kind]} size={13} />
      </i>
      <div>
        <p className={styles.what}>
          <Words id={words.id} facts={words.facts} />
          {isNew ? <span className={styles.new}>{say('timeline.new')}</span> : null}
        </p>
        {next && movesOn(line) && line.event !== 'case.begin' ? (
          <p className={styles.detail}>{say('timeline.goes-to', { step: text(next.title) })}</p>
        ) : null}
        {line.timer?.dueAt === undefined ? null : (
          <p className={styles.detail}>{say('timeline.now-due', { at: dates.moment(line.timer.dueAt) })}</p>
        )}
        {isEarly(line) ? (
          <p className={styles.detail}>
            <Words id="timeline.early" facts={{ who: line.by?.name ?? '' }} />
          </p>
        ) : null}
        {line.onBehalfOf ? <Recorded line={line} /> : null}
        {line.sent ? (
          <p className={styles.detail}>{say('letter.sent-how', { how: sentBy(line.sent.how), at: dates.moment(line.sent.at), who: '' })}</p>
        ) : null}
        {line.reason && line.by ? <blockquote dir="auto">{line.reason}</blockquote> : null}
        {line.changed.length > 0 ? <Answers line={line} found={found} /> : null}
        {line.letters.map((letter) => (
          <LetterLine key={letter.key} caseId={found.id} line={letter} letter={letters.find((each) => each.key === letter.key)} />
        ))}
      </div>
      <time dateTime={line.at} title={dates.moment(line.at)}>
        {dates.time(line.at)}
      </time>
    </li>
  );
}

/** "Recorded by … for …", with what the recorder noted: how and when it was said, and what proves it. */
function Recorded({ line }: { readonly line: TimelineLine }) {
  const say = useWords();
  const dates = useDates();
  const channels = useChannelWords();
  const { channel, saidAt, evidence } = line.recorded ?? {};
  return (
    <>
      <p className={styles.detail}>
        <Words id="timeline.recorded" facts={{ who: line.by?.name ?? '', person: line.onBehalfOf?.name ?? '' }} />
        {typeof channel === 'string' ? ` · ${channels(channel)}` : ''}
        {typeof saidAt === 'string' ? ` · ${say('timeline.said', { at: dates.moment(saidAt) })}` : ''}
      </p>
      {typeof evidence === 'string' && evidence !== '' ? <blockquote dir="auto">{evidence}</blockquote> : null}
    </>
  );
}

/** Fields that changed, by name; their values behind a button, for those who may read them. */
function Answers({ line, found }: { readonly line: TimelineLine; readonly found: CaseView }) {
  const say = useWords();
  const text = useText();
  return (
    <details className={styles.answers}>
      <summary>{say('timeline.answers', { count: line.changed.length })}</summary>
      <dl>
        {line.changed.map((change) => (
          <div key={change.field}>
            <dt>{text(change.title)}</dt>
            <dd>
              {change.value === undefined ? (
                say('timeline.not-shown')
              ) : (
                <FieldValue value={change.value} field={found.fields.find(({ field }) => field === change.field)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
