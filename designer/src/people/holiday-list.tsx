import { ChevronLeft, ChevronRight, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { DateField } from '../base/date-field.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { HolidayRow } from '../server/shapes/calendars.ts';
import styles from './calendar.module.css';
import { useReaderCalendar } from './reader-calendar.ts';
import { HoursEditor } from './week-editor.tsx';

/** Days that differ from their weekday, a year at a time: free, or with hours of their own. Every row can be changed. */
export function HolidayList({
  holidays,
  isTried,
  onChange,
}: {
  readonly holidays: readonly HolidayRow[];
  /** Whether it was tried to save them: what is missing is said from then on. */
  readonly isTried: boolean;
  readonly onChange: (holidays: readonly HolidayRow[]) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const reader = useReaderCalendar();
  const today = dates.localDay(useNow());
  const [year, turnTo] = useState(() => reader.yearOf(today));
  // On its way a typed day lies in other years: a row under the hands stays until another year is turned to.
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const setYear = (next: number) => {
    turnTo(next);
    setTouched(new Set());
  };
  const shown = holidays
    .map((holiday, at) => ({ holiday, at }))
    .filter(({ holiday, at }) => touched.has(at) || holiday.date === '' || reader.yearOf(holiday.date) === year);
  const change = (at: number, part: HolidayRow) => {
    setTouched(new Set(touched).add(at));
    onChange(holidays.map((one, index) => (index === at ? part : one)));
  };
  const remove = (at: number) => {
    setTouched(new Set([...touched].flatMap((one) => (one === at ? [] : [one > at ? one - 1 : one]))));
    onChange(holidays.filter((_, index) => index !== at));
  };
  return (
    <section className={styles.card}>
      <header className={styles.head}>
        <h2>{say('calendar.holidays')}</h2>
        <span className={styles.years}>
          <Button kind="quiet" icon={ChevronLeft} turn label={say('calendar.year-before')} onPress={() => setYear(year - 1)} />
          <b aria-live="polite">{reader.yearName(year)}</b>
          <Button kind="quiet" icon={ChevronRight} turn label={say('calendar.year-after')} onPress={() => setYear(year + 1)} />
        </span>
      </header>
      {shown.length === 0 && <p className={styles.free}>{say('calendar.no-holidays')}</p>}
      {shown.map(({ holiday, at }) => (
        <HolidayLine key={at} holiday={holiday} onChange={(next) => change(at, next)} isTried={isTried} onRemove={() => remove(at)} />
      ))}
      <span>
        <Button icon={Plus} onPress={() => onChange([...holidays, { date: '', title: '' }])}>
          {say('calendar.add-holiday')}
        </Button>
      </span>
    </section>
  );
}

function HolidayLine({
  holiday,
  isTried,
  onChange,
  onRemove,
}: {
  readonly holiday: HolidayRow;
  readonly isTried: boolean;
  readonly onChange: (holiday: HolidayRow) => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const { date, title, hours } = holiday;
  return (
    <fieldset className={styles.line} aria-label={title}>
      <div className={styles.date}>
        <DateField
          label={say('calendar.date')}
          labelHidden
          value={date}
          onChange={(next) => onChange({ ...holiday, date: next })}
          problem={isTried && date === '' ? say('calendar.date-missing') : undefined}
        />
      </div>
      <div className={styles.what}>
        <TextField
          label={say('calendar.holiday-title')}
          labelHidden
          placeholder={say('calendar.holiday-title')}
          value={title}
          onChange={(next) => onChange({ ...holiday, title: next })}
        />
      </div>
      <div className={styles.kind}>
        <Select
          label={say('calendar.kind')}
          labelHidden
          options={[
            { id: 'free', name: say('calendar.free') },
            { id: 'hours', name: say('calendar.own-hours') },
          ]}
          value={hours && hours.length > 0 ? 'hours' : 'free'}
          onChange={(kind) => onChange(kind === 'free' ? { date, title } : { date, title, hours: [{ from: '09:00', to: '13:00' }] })}
        />
      </div>
      <div className={styles.remove}>
        <Button kind="quiet" icon={X} label={say('calendar.remove-holiday', { title })} onPress={onRemove} />
      </div>
      {hours && hours.length > 0 && (
        <div className={styles.own}>
          <HoursEditor hours={hours} onChange={(next) => onChange({ date, title, hours: next })} keepOne />
        </div>
      )}
    </fieldset>
  );
}
