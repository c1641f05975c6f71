import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, isFields, wordOf } from '../model/loose-json.ts';
import panelStyles from '../panel/panel.module.css';
import { partsOf } from '../panel/parts.ts';
import { type ClockProps, LimitFields } from './clock-limit.tsx';
import { FieldFindings } from './field-findings.tsx';
import styles from './when.module.css';

/** How a clock is extended: to which limit, how often, and with which letter. Nobody extends in silence: it begins with the letter. */
export function ClockExtension({ clock, written, ...panel }: ClockProps) {
  const say = useWords();
  const text = useText();
  const { definition, act } = panel;
  const extension = isFields(written.extension) ? fieldsOf(written.extension) : undefined;
  const letters = partsOf(definition, 'letter', text);
  const letter = wordOf(extension?.letter);
  const gone = letter === undefined || letters.some(({ id }) => id === letter) ? [] : [{ id: letter, name: letter }];
  return (
    <section className={styles.part} data-field="extension">
      <h3>{say('when.extension')}</h3>
      <FieldFindings {...panel} at="extension" />
      {extension === undefined && <p className={panelStyles.quiet}>{say(letters.length > 0 ? 'when.no-extension' : 'when.no-letters')}</p>}
      {(letters.length > 0 || extension !== undefined) && (
        <div data-field="extension/letter">
          <Select
            label={say('when.extension-letter')}
            options={[...letters, ...gone]}
            value={letter}
            onChange={(id) => id !== letter && act({ name: 'clock.extend', payload: { clock, letter: id } })}
          />
        </div>
      )}
      {extension !== undefined && (
        <>
          <TimesField
            times={typeof extension.times === 'number' ? extension.times : undefined}
            onWrite={(times) => act({ name: 'clock.extend', payload: { clock, times } })}
          />
          <div data-field="extension/limit" className={styles.part}>
            <LimitFields
              {...panel}
              but={`clock:${clock}`}
              label={say('when.extension-limit')}
              delay={wordOf(extension.limit)}
              onChooseDelay={(delay) => act({ name: 'clock.extend', payload: { clock, delay } })}
            />
          </div>
          <div>
            <Button kind="quiet" icon={Trash2} onPress={() => act({ name: 'clock.unextend', payload: { clock } })}>
              {say('when.unextend')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** How often, in Persian or Latin digits. */
function TimesField({ times, onWrite }: { readonly times: number | undefined; readonly onWrite: (times: number) => void }) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const number = typed === undefined ? times : readNumber(typed);
  const isCount = (count: number | undefined): count is number => count !== undefined && Number.isInteger(count) && count >= 1;
  return (
    <div data-field="extension/times">
      <TextField
        label={say('when.extension-times')}
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
    </div>
  );
}
