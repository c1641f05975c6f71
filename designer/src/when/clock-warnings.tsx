import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { listOf } from '../model/loose-json.ts';
import type { ClockProps } from './clock-limit.tsx';
import { FieldFindings } from './field-findings.tsx';
import { percentIn } from './percent.ts';
import styles from './when.module.css';

/** At which shares of its limit a clock warns: none, one or several. */
export function ClockWarnings({ clock, written, act, ...panel }: ClockProps) {
  const say = useWords();
  const percent = percentIn(useLanguage());
  const [typed, setTyped] = useState('');
  const shares = listOf(written.warnAt).filter((share) => typeof share === 'number');
  const number = readNumber(typed.replace(/[%٪]/g, ''));
  const isShare = number !== undefined && Number.isInteger(number) && number >= 1 && number <= 99;
  const add = () => {
    if (!isShare) return;
    if (!shares.includes(number)) act({ name: 'clock.warn', payload: { clock, at: [...shares, number] } });
    setTyped('');
  };
  return (
    <section className={styles.part} data-field="warnAt">
      <h3>{say('when.warns')}</h3>
      {shares.length > 0 && (
        <ul className={styles.shares}>
          {shares.map((share, index) => (
            // A draft may hold a share twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${share} ${index}`}>
              {percent(share)}
              <Button
                kind="quiet"
                icon={X}
                label={say('when.no-warning', { share: percent(share) })}
                onPress={() => act({ name: 'clock.warn', payload: { clock, at: shares.filter((other) => other !== share) } })}
              />
            </li>
          ))}
        </ul>
      )}
      <FieldFindings {...panel} at="warnAt" />
      <form
        className={styles.adding}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={say('when.warn-at')}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          {...(typed.trim() === '' || isShare ? {} : { problem: say('when.warn-wrong') })}
        />
        <Button icon={Plus} type="submit" isDisabled={!isShare}>
          {say('when.add-warning')}
        </Button>
      </form>
    </section>
  );
}
