import { type FieldProblem, ProblemSummary } from '../base/problem-summary.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { channelIcon } from '../case/channels.ts';
import { MomentField } from '../case/moment-field.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { StartView } from '../server/shapes/definitions.ts';
import type { PersonName } from '../server/shapes/people.ts';
import styles from './new-complaint.module.css';
import { OutsiderPicker } from './outsider-picker.tsx';
import type { ReceptionState, ReceptionValue } from './use-reception.ts';

/** What is missing or wrong about the receipt, by its field. */
export interface ReceptionProblem {
  readonly field: 'channel' | 'received' | 'person';
  readonly words: MessageId;
}

export function receptionProblems(value: ReceptionValue, start: StartView, now: number): readonly ReceptionProblem[] {
  return [
    ...(value.channel === undefined ? [{ field: 'channel', words: 'new.channel-missing' } as const] : []),
    ...(Date.parse(value.receivedAt) > now + 60_000 ? [{ field: 'received', words: 'moment.future' } as const] : []),
    ...(!start.inOwnName && !value.person ? [{ field: 'person', words: 'new.person-missing' } as const] : []),
  ];
}

interface ReceptionProps {
  readonly start: StartView;
  readonly reception: ReceptionState;
  readonly problems: readonly ReceptionProblem[];
  readonly attempt: number;
  /** Somebody was chosen or written down. */
  readonly onPerson: (person: PersonName, email?: string) => void;
}
const outside = ['complainant', 'provider', 'customer'] as const;

/** How it reached us and when, apart from when it is entered; and who complains, where the person is known to us. */
export function Reception({ start, reception, problems, attempt, onPerson }: ReceptionProps) {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const dates = useDates();
  const { value, change } = reception;
  const party: Exclude<PersonName['party'], 'organisation'> = outside.find((each) => start.onBehalfOf.includes(each)) ?? 'complainant';
  const wordsOf = (field: ReceptionProblem['field']) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? say(found.words) : undefined;
  };
  const labels = { channel: 'new.channel', received: 'new.received', person: start.inOwnName ? 'new.person' : 'new.person-for' } as const;
  const summary = problems.map(
    (problem): FieldProblem => ({ fieldId: `new-${problem.field}`, label: say(labels[problem.field]), words: say(problem.words) }),
  );
  return (
    <>
      <ProblemSummary problems={summary} attempt={attempt} />
      <section className={styles.part} aria-labelledby="new-how">
        <h2 id="new-how">{say('new.how')}</h2>
        <RadioCards
          id="new-channel"
          label={say('new.channel')}
          labelHidden
          isRequired
          value={value.channel}
          problem={wordsOf('channel')}
          onChange={(channel) => change({ channel })}
          cards={start.channels.map((channel) => ({ id: channel.value, name: text(channel.title), icon: channelIcon(channel.value) }))}
        />
        <div id="new-received">
          <MomentField
            label={say('new.received')}
            value={value.receivedAt}
            latest={now}
            problem={wordsOf('received')}
            onChange={(receivedAt) => change({ receivedAt })}
          />
        </div>
        <p className={styles.entered}>{say('new.entered', { at: dates.moment(new Date(now).toISOString()) })}</p>
      </section>
      {start.onBehalfOf.length > 0 ? (
        <section id="new-person" className={styles.part} aria-labelledby="new-who">
          <h2 id="new-who">{say('new.who')}</h2>
          <OutsiderPicker
            label={say(labels.person)}
            hint={say('new.person-hint')}
            party={party}
            value={value.person}
            problem={wordsOf('person')}
            isOptional={start.inOwnName}
            onChange={(person, email) => {
              change({ person });
              if (person) onPerson(person, email);
            }}
          />
        </section>
      ) : null}
    </>
  );
}
