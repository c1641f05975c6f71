import { useState } from 'react';
import { DateField } from '../base/date-field.tsx';
import { TextField } from '../base/text-field.tsx';
import { latinDigits } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { instantAt, readTime, wallTime } from '../calendar/wall-time.ts';
import { useTimeZone, useWords } from '../language/words.tsx';
import styles from './moment-field.module.css';

interface MomentFieldProps {
  readonly label: string;
  readonly timeLabel?: string;
  /** UTC instant. */
  readonly value: string;
  readonly onChange: (at: string) => void;
  /** Milliseconds since the epoch: nothing later may be said. */
  readonly latest?: number;
  readonly problem?: string | undefined;
}

/** A day and a time of day in the organisation's zone. While the time is half typed the last whole one counts. */
export function MomentField({ label, timeLabel, value, onChange, latest, problem }: MomentFieldProps) {
  const say = useWords();
  const dates = useDates();
  const timeZone = useTimeZone();
  const wall = wallTime(value, timeZone);
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && readTime(latinDigits(typed)) === undefined;
  const late = latest !== undefined && Date.parse(value) > latest + 60_000;
  return (
    <div className={styles.moment}>
      <DateField
        label={label}
        value={wall.day}
        {...(latest === undefined ? {} : { max: dates.localDay(latest) })}
        onChange={(day) => day !== '' && onChange(instantAt({ day, time: wall.time }, timeZone))}
        problem={problem ?? (late ? say('moment.future') : undefined)}
      />
      <TextField
        label={timeLabel ?? say('moment.time')}
        value={typed ?? dates.time(value)}
        inputMode="numeric"
        latin
        problem={wrong ? say('moment.time-wrong') : undefined}
        onChange={(text) => {
          setTyped(text);
          const time = readTime(latinDigits(text));
          if (time !== undefined) onChange(instantAt({ day: wall.day, time }, timeZone));
        }}
        onBlur={() => !wrong && setTyped(undefined)}
      />
    </div>
  );
}
