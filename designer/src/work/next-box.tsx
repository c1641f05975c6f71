import { useQuery } from '@tanstack/react-query';
import { Clock, Mail, Route, UserRound } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { lastMoment } from '../calendar/last-moment.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useDefinition } from '../case/use-definition.ts';
import { useText, useTimeZone, useWords, Words } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { readCalendars } from './calendar-requests.ts';
import { lengthWords } from './length-words.ts';
import styles from './new-complaint.module.css';
import { whatHappensNext } from './what-happens-next.ts';

/** "What happens next": the first step, who does it and by when, and what the clocks promise, as dates. */
export function NextBox({
  definition,
  version,
  receivedAt,
}: {
  readonly definition: string;
  readonly version: number;
  readonly receivedAt: string;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const timeZone = useTimeZone();
  const now = useNow();
  const found = useDefinition(definition, version);
  const calendars = useQuery({ queryKey: [...keys.calendars, 'by-id'], queryFn: readCalendars });
  if (!found || !calendars.data) return <Skeleton height={160} />;
  const next = whatHappensNext(found, { receivedAt, now: new Date(now).toISOString() }, calendars.data);
  if (!next) return null;
  const dayOf = (at: string) => dates.day(lastMoment(at, timeZone)); // What falls due at midnight is due on the day that ends.
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">
        <Icon of={Route} />
        {say('next.title')}
      </h2>
      <ul>
        <li data-kind="task">
          <Icon of={UserRound} />
          <p>
            <Words
              id={next.due ? 'next.step-due' : 'next.step'}
              facts={{
                who: next.who ? text(next.who) : say('next.somebody'),
                step: text(next.step),
                length: next.due ? lengthWords(say, next.due.delay) : '',
                day: next.due ? dayOf(next.due.at) : '',
              }}
            />
          </p>
        </li>
        {next.clocks.map((clock) => (
          <li key={clock.at + text(clock.title)} data-kind="time">
            <Icon of={Clock} />
            <p>
              <Words
                id={clock.kind === 'law' ? 'next.law' : 'next.service'}
                facts={{ clock: text(clock.title), length: lengthWords(say, clock.delay), day: dayOf(clock.at) }}
              />
            </p>
          </li>
        ))}
        {next.letters.map((letter) => (
          <li key={text(letter)} data-kind="letter">
            <Icon of={Mail} />
            <p>{say('next.letter', { letter: text(letter) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
