import { useState } from 'react';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { DateField } from '../base/date-field.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { asksForValue, type CaseField, comparisons, comparisonWords, fitsControl, withComparison, withField } from './case-fields.ts';
import type { Builder } from './condition-builder.ts';
import { replaced } from './condition-edits.ts';
import type { Line, PartPath } from './condition-parts.ts';
import styles from './conditions.module.css';

/** Data of the case, what is asked of it, and with what it is compared. */
export function LineFields({ builder, line, at }: { readonly builder: Builder; readonly line: Line; readonly at: PartPath }) {
  const say = useWords();
  const { fields, condition, change } = builder;
  const field = fields.find(({ id }) => id === line.field);
  const write = (next: Line) => change({ condition: replaced(condition, at, next), at });
  const known = fields.map(({ id, name }) => ({ id, name }));
  const unknown = field === undefined && line.field !== '' ? [{ id: line.field, name: line.field }] : [];
  return (
    <>
      <span data-control="field">
        <ComboBox
          label={say('condition.field')}
          labelHidden
          placeholder={say('condition.field')}
          options={[...known, ...unknown]}
          value={line.field === '' ? undefined : line.field}
          none={say('condition.no-field')}
          onChange={(id) => {
            const next = fields.find((one) => one.id === id);
            if (next && next.id !== line.field) write(withField(line, field, next));
          }}
        />
      </span>
      <span data-control="comparison">
        <Select
          label={say('condition.comparison')}
          labelHidden
          isDisabled={field === undefined}
          options={comparisons(field?.kind ?? 'kept', line.is).map((is) => {
            const words = comparisonWords(field?.kind ?? 'kept', is);
            return { id: is, name: words === undefined ? is : say(words) };
          })}
          value={line.is}
          onChange={(is) => is !== line.is && write(withComparison(line, is))}
        />
      </span>
      {field && asksForValue(line.is) && <ValueField field={field} fields={fields} line={line} onWrite={write} />}
    </>
  );
}

interface ValueProps {
  readonly field: CaseField;
  readonly line: Line;
  readonly onWrite: (line: Line) => void;
}

function ValueField({ fields, ...props }: ValueProps & { readonly fields: readonly CaseField[] }) {
  const say = useWords();
  const { field, line, onWrite } = props;
  if (line.as !== undefined)
    return (
      <Select
        label={say('condition.other-field')}
        labelHidden
        options={fields.filter(({ id, kind }) => kind === field.kind || id === line.as).map(({ id, name }) => ({ id, name }))}
        value={line.as}
        onChange={(as) => as !== line.as && onWrite({ ...line, as })}
      />
    );
  if (!fitsControl(field, line))
    return (
      <span className={styles.quiet}>
        {say('condition.value-kept')} <code dir="ltr">{JSON.stringify(line.value)}</code>
      </span>
    );
  const kept = line.value;
  const write = (value: unknown) => {
    const { value: _was, ...rest } = line;
    onWrite(value === undefined ? rest : { ...rest, value });
  };
  if (field.options.length > 0) return <OptionField {...props} onValue={write} />;
  if (field.kind === 'yes-no')
    return (
      <Select
        label={say('condition.value')}
        labelHidden
        options={[
          { id: 'true', name: say('field.yes') },
          { id: 'false', name: say('field.no') },
        ]}
        value={kept === undefined ? undefined : String(kept)}
        onChange={(id) => String(kept) !== id && write(id === 'true')}
      />
    );
  if (field.kind === 'number') return <NumberField value={typeof kept === 'number' ? kept : undefined} onValue={write} />;
  const words = typeof kept === 'string' ? kept : '';
  const writeWords = (next: string) => next !== words && write(next === '' ? undefined : next);
  if (field.kind === 'day') return <DateField label={say('condition.value')} labelHidden value={words} onChange={writeWords} />;
  // A text that begins with “=” would be a formula.
  return <TextField label={say('condition.value')} labelHidden value={words} onChange={(next) => writeWords(next.replace(/^=+/, ''))} />;
}

function OptionField({ field, line, onValue }: ValueProps & { readonly onValue: (value: unknown) => void }) {
  const say = useWords();
  const options = field.options.map(({ name }, index) => ({ id: String(index), name }));
  const idOf = (one: unknown) => String(field.options.findIndex(({ value }) => value === one));
  const valueFor = (id: string) => field.options[Number(id)]?.value;
  if (line.is === 'in') {
    const chosen = Array.isArray(line.value) ? line.value.map(idOf) : [];
    return (
      <CheckboxGroup
        label={say('condition.values')}
        labelHidden
        boxes={options}
        value={chosen}
        onChange={(ids) => onValue(ids.length === 0 ? undefined : ids.map(valueFor))}
      />
    );
  }
  const chosen = line.value === undefined ? undefined : idOf(line.value);
  return (
    <Select
      label={say('condition.value')}
      labelHidden
      options={options}
      value={chosen}
      onChange={(id) => id !== chosen && onValue(valueFor(id))}
    />
  );
}

/** A number in Persian or Latin digits; what is none is told, and nothing is written. */
function NumberField({ value, onValue }: { readonly value: number | undefined; readonly onValue: (value: unknown) => void }) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && typed.trim() !== '' && readNumber(typed) === undefined;
  return (
    <TextField
      label={say('condition.value')}
      labelHidden
      inputMode="decimal"
      value={typed ?? (value === undefined ? '' : dates.number(value))}
      {...(isWrong ? { problem: say('condition.value-wrong') } : {})}
      onChange={(next) => {
        setTyped(next);
        const number = readNumber(next);
        if (number !== undefined && number !== value) onValue(number);
        if (next.trim() === '' && value !== undefined) onValue(undefined);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
