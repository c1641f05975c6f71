import { Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, isFields, wordOf } from '../model/loose-json.ts';
import panelStyles from '../panel/panel.module.css';
import { partsOf } from '../panel/parts.ts';
import { type ClockProps, LimitFields } from './clock-limit.tsx';
import { FieldFindings } from './field-findings.tsx';
import { TimesField } from './times-field.tsx';
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
          <div data-field="extension/times">
            <TimesField
              label={say('when.extension-times')}
              times={typeof extension.times === 'number' ? extension.times : undefined}
              onWrite={(times) => act({ name: 'clock.extend', payload: { clock, times } })}
            />
          </div>
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
