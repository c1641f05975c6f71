import { useState } from 'react';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { isCount } from '../model/delay-commands.ts';

/** How often, in Persian or Latin digits. */
export function TimesField({
  label,
  times,
  onWrite,
}: {
  readonly label: string;
  readonly times: number | undefined;
  readonly onWrite: (times: number) => void;
}) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const number = typed === undefined ? times : readNumber(typed);
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={typed ?? (times === undefined ? '' : dates.number(times))}
      {...(isCount(number) ? {} : { problem: say('when.times-wrong') })}
      onChange={(words) => {
        setTyped(words);
        const next = readNumber(words);
        if (isCount(next) && next !== times) onWrite(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
