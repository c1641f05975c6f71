import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { isAmount, isUnit, type Plain, type Unit, units } from './length.ts';
import styles from './when.module.css';

const unitWords = {
  workingDays: 'outline.unit.workingDays',
  days: 'outline.unit.days',
  workingHours: 'outline.unit.workingHours',
  hours: 'outline.unit.hours',
  minutes: 'when.unit.minutes',
  weeks: 'outline.unit.weeks',
  months: 'outline.unit.months',
  years: 'when.unit.years',
} as const satisfies Readonly<Record<Unit, MessageId>>;

/** A number in Persian or Latin digits, and a unit. What is no length is told, and nothing is written; in a dialog it stays there until it is one. */
export function AmountFields({
  label,
  value,
  missing,
  autoFocus = false,
  onWrite,
  onWrong,
}: {
  readonly label: string;
  readonly value: Plain | undefined;
  /** Told where nothing stands yet, but has to. */
  readonly missing?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onWrite: (value: Plain) => void;
  /** For a dialog, which does not go on with a length that is none: whether it is so now. */
  readonly onWrong?: (isWrong: boolean) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const unit = value?.unit ?? 'workingDays';
  const number = typed === undefined ? value?.amount : readNumber(typed);
  const isWrong = typed !== undefined && !isAmount(unit, number);
  const problem = isWrong ? say('outline.length-wrong') : value === undefined ? missing : undefined;
  return (
    <div className={styles.length}>
      <TextField
        label={label}
        inputMode="decimal"
        value={typed ?? (value === undefined ? '' : dates.number(value.amount))}
        autoFocus={autoFocus}
        {...(problem === undefined ? {} : { problem })}
        onChange={(words) => {
          setTyped(words);
          const next = readNumber(words);
          onWrong?.(!isAmount(unit, next));
          if (isAmount(unit, next) && next !== value?.amount) onWrite({ unit, amount: next });
        }}
        onBlur={() => !(isWrong && onWrong) && setTyped(undefined)}
      />
      <UnitSelect
        unit={unit}
        onWrite={(next) => {
          const kept = value?.amount;
          setTyped(undefined);
          onWrong?.(false);
          onWrite({ unit: next, amount: isAmount(next, kept) ? kept : Math.max(1, Math.round(kept ?? 1)) });
        }}
      />
    </div>
  );
}

export function UnitSelect({ unit, onWrite }: { readonly unit: Unit; readonly onWrite: (unit: Unit) => void }) {
  const say = useWords();
  return (
    <Select
      label={say('outline.unit')}
      options={units.map((id) => ({ id, name: say(unitWords[id]) }))}
      value={unit}
      onChange={(next) => isUnit(next) && next !== unit && onWrite(next)}
    />
  );
}
