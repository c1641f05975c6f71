import type { JsonObject } from '@redress/engine';
import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { DueStrip } from './due-strip.tsx';
import styles from './panel.module.css';

const units = {
  workingDays: 'outline.unit.workingDays',
  days: 'outline.unit.days',
  workingHours: 'outline.unit.workingHours',
  hours: 'outline.unit.hours',
  weeks: 'outline.unit.weeks',
  months: 'outline.unit.months',
} as const satisfies Readonly<Record<string, MessageId>>;
type Unit = keyof typeof units;
const isUnit = (name: string): name is Unit => name in units;

/** How long: a number in Persian or Latin digits, and a unit. A length that is computed is told, and left as it is. */
export function DelayFields({
  length,
  onWrite,
}: {
  readonly length: Readonly<Record<string, unknown>>;
  readonly onWrite: (length: JsonObject) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const [unit, amount] = Object.entries(length).find(([name, value]) => isUnit(name) && typeof value === 'number') ?? [];
  if (unit === undefined || typeof amount !== 'number') return <p className={styles.quiet}>{say('outline.length-computed')}</p>;
  const write = (nextUnit: string, nextAmount: number) => {
    const kept = Object.fromEntries(Object.entries(length).filter(([name]) => name !== unit && name !== 'title'));
    onWrite({ [nextUnit]: nextAmount, ...JSON.parse(JSON.stringify(kept)) });
  };
  const number = typed === undefined ? amount : readNumber(typed);
  const isLength = typeof number === 'number' && Number.isInteger(number) && number > 0;
  const keep = Object.fromEntries(Object.entries(length).filter(([name]) => name !== 'title'));
  return (
    <>
      <div className={styles.length}>
        <TextField
          label={say('outline.length')}
          inputMode="numeric"
          value={typed ?? dates.number(amount)}
          {...(isLength ? {} : { problem: say('outline.length-wrong') })}
          onChange={(text) => {
            setTyped(text);
            const next = readNumber(text);
            if (typeof next === 'number' && Number.isInteger(next) && next > 0 && next !== amount) write(unit, next);
          }}
          onBlur={() => setTyped(undefined)}
        />
        <Select
          label={say('outline.unit')}
          options={Object.entries(units).map(([id, name]) => ({ id, name: say(name) }))}
          value={unit}
          onChange={(next) => next !== unit && write(next, amount)}
        />
      </div>
      <DueStrip length={length} onCalendar={(calendar) => onWrite({ ...JSON.parse(JSON.stringify(keep)), calendar })} />
    </>
  );
}
