import type { JsonObject } from '@redress/engine';
import { Select } from '../base/select.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { type Fields, wordOf } from '../model/loose-json.ts';
import { calendarIn, ours, useCalendars } from './calendars.ts';
import { lengthIn, withRule } from './length.ts';
import { countsWords, endsWords } from './rule-words.ts';
import styles from './when.module.css';

/** What is counted in these has no days to count. */
const shortUnits: ReadonlySet<string> = new Set(['minutes', 'hours', 'workingHours']);

/** By which calendar it is counted, from which day, and whether the last day counts to its end. What is usual needs no look. */
export function CountingFields({
  definition,
  written,
  onWrite,
}: {
  readonly definition: object;
  readonly written: Fields;
  readonly onWrite: (length: JsonObject) => void;
}) {
  const say = useWords();
  const calendars = useCalendars();
  const calendar = calendarIn(definition, written);
  const length = lengthIn(written);
  const known = calendars.some(({ id }) => id === calendar) ? calendars.map(({ id }) => id) : [...calendars.map(({ id }) => id), calendar];
  const isOfDays = 'unit' in length && !shortUnits.has(length.unit);
  const choose = (rule: 'counts' | 'ends', words: Readonly<Record<string, MessageId>>, usual: string) => (
    <div data-field={rule}>
      <Select
        label={say(rule === 'counts' ? 'when.counts' : 'when.ends')}
        options={Object.entries(words).map(([id, name]) => ({ id, name: say(name) }))}
        value={wordOf(written[rule]) ?? usual}
        onChange={(id) => id !== (written[rule] ?? usual) && onWrite(withRule(written, rule, id))}
      />
    </div>
  );
  return (
    <>
      {(calendars.length > 1 || (calendars.length > 0 && known.length > calendars.length)) && (
        <div data-field="calendar">
          <Select
            label={say('delay.calendar')}
            options={known.map((id) => ({ id, name: id === ours ? say('delay.calendar-ours') : id }))}
            value={calendar}
            onChange={(id) => id !== calendar && onWrite(withRule(written, 'calendar', id))}
          />
        </div>
      )}
      {isOfDays && (
        <details className={styles.more} open={written.counts !== undefined || written.ends !== undefined}>
          <summary>{say('when.counting')}</summary>
          <div className={styles.fields}>
            {choose('counts', countsWords, 'nextDay')}
            {choose('ends', endsWords, 'exact')}
          </div>
        </details>
      )}
    </>
  );
}
