import { useState } from 'react';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import type { KindProps } from './form-field.tsx';

/** A number, typed in Persian or Latin digits. What is no number is kept as typed, so that nothing disappears while writing. */
export function NumberField({ field, shared, value, set }: KindProps) {
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (typeof value === 'number' ? dates.number(value) : typeof value === 'string' ? value : '');
  return (
    <TextField
      {...shared}
      value={shown}
      inputMode={field.schema.type === 'integer' ? 'numeric' : 'decimal'}
      onChange={(text) => {
        setTyped(text);
        set(text.trim() === '' ? undefined : (readNumber(text) ?? text));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
