import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { TextField } from '../base/text-field.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { caseFields, fitsControl } from '../conditions/case-fields.ts';
import { ValueControl } from '../conditions/value-control.tsx';
import { useText, useWords } from '../language/words.tsx';
import { asJson, type Fields, wordOf } from '../model/loose-json.ts';
import panelStyles from '../panel/panel.module.css';
import { Unfolding } from '../panel/unfolding.tsx';
import type { FormsPanel } from './form-part.tsx';
import styles from './forms.module.css';
import { PartHelp } from './part-help.tsx';

type FieldProps = FormsPanel & { readonly field: string; readonly written: Fields };

/** What is said beside the field, what it begins with, and what the standards call it. */
export function FieldMore({ field, written, ...panel }: FieldProps) {
  const say = useWords();
  const isSaid = ['help', 'default', 'means'].some((key) => written[key] !== undefined);
  return (
    <Unfolding title={say('forms.field-more')} isSaid={isSaid}>
      <div className={styles.parts}>
        <p className={panelStyles.quiet}>{say('forms.help-hint')}</p>
        <PartHelp {...panel} of="field" id={field} help={written.help} />
        <BeginsWith {...panel} field={field} written={written} />
        <Means {...panel} field={field} written={written} />
      </div>
    </Unfolding>
  );
}

/** A value in the field's own control. What has none, a file or a colleague, begins empty; what does not fit stays as it is written. */
function BeginsWith({ field, written, definition, act }: FieldProps) {
  const say = useWords();
  const text = useText();
  const place = useKeptFocus<HTMLFieldSetElement>();
  const [asks, setAsks] = useState(false);
  const known = caseFields(definition, text).find(({ id }) => id === field);
  const value = written.default;
  const isThere = value !== undefined;
  const write = (next: unknown) =>
    act({ name: 'field.default', payload: { field, ...(next === undefined ? {} : { value: asJson(next) }) } });
  if (!known || (known.kind === 'kept' && !isThere)) return null;
  const isList = known.kind === 'several';
  const fits = known.kind !== 'kept' && fitsControl(known, { field, is: isList ? 'in' : '=', value });
  return (
    <fieldset ref={place} tabIndex={-1} className={styles.section} data-field="default">
      <legend>{say('forms.begins-with')}</legend>
      {!isThere && !asks && <p className={panelStyles.quiet}>{say('forms.begins-empty')}</p>}
      {isThere && !fits && (
        <p className={panelStyles.quiet}>
          {say('forms.begins-kept')} <code dir="ltr">{JSON.stringify(value)}</code>
        </p>
      )}
      {fits && (isThere || asks) && (
        <ValueControl field={known} value={value} isList={isList} label={say('condition.value')} onValue={write} />
      )}
      <div className={panelStyles.adds}>
        {isThere || asks ? (
          <Button
            kind="quiet"
            icon={Trash2}
            onPress={() => {
              setAsks(false);
              if (isThere) write(undefined);
            }}
          >
            {say('forms.begins-remove')}
          </Button>
        ) : (
          <Button kind="link" icon={Plus} onPress={() => setAsks(true)}>
            {say('forms.begins-add')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Written as it is typed where it is a word of the standards; anything else is told, and nothing is written. */
function Means({ field, written, act }: FieldProps) {
  const say = useWords();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? wordOf(written.means) ?? '';
  const isWord = (words: string) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(words);
  return (
    <div data-field="means">
      <TextField
        label={say('forms.means')}
        hint={say('forms.means-hint')}
        latin
        value={shown}
        {...(isWord(shown) ? {} : { problem: say('forms.means-wrong') })}
        onChange={(means) => {
          setTyped(means);
          if (isWord(means)) act({ name: 'field.means', payload: { field, means } });
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}
