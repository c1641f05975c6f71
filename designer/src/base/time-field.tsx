import { useState } from 'react';
import { digitsFor, readTime } from '../calendar/digits.ts';
import { useLanguage } from '../language/words.tsx';
import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

/** A time of day, `HH:MM`, typed in Persian or Latin digits; `9` becomes `09:00` on leaving. */
export function TimeField({
  value,
  onChange,
  ...field
}: FieldProps & { readonly value: string; readonly onChange: (time: string) => void }) {
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...field}
      latin
      inputMode="numeric"
      value={typed ?? digitsFor(language, value)}
      onChange={(text) => {
        setTyped(text);
        onChange(readTime(text));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
