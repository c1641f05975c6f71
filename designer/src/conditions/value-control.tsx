import { useState } from 'react';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { DateField } from '../base/date-field.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { CaseField } from './case-fields.ts';

interface ControlProps {
  readonly field: CaseField;
  readonly value: unknown;
  readonly label: string;
  readonly labelHidden?: boolean;
  /** Nothing: it is empty again. */
  readonly onValue: (value: unknown) => void;
}

/** A value of a field in the control that fits the field: answers to choose from, a day, a number, yes or no, a text. */
export function ValueControl({ isList, ...control }: ControlProps & { readonly isList: boolean }) {
  const say = useWords();
  const { field, value, onValue, ...named } = control;
  if (field.options.length > 0) return isList ? <OptionBoxes {...control} /> : <OneOption {...control} />;
  if (field.kind === 'yes-no')
    return (
      <Select
        {...named}
        options={[
          { id: 'true', name: say('field.yes') },
          { id: 'false', name: say('field.no') },
        ]}
        value={typeof value === 'boolean' ? String(value) : undefined}
        onChange={(id) => String(value) !== id && onValue(id === 'true')}
      />
    );
  if (field.kind === 'number') return <NumberField {...control} />;
  const words = typeof value === 'string' ? value : '';
  const write = (next: string) => next !== words && onValue(next === '' ? undefined : next);
  if (field.kind === 'day') return <DateField {...named} value={words} onChange={write} />;
  // A text that begins with “=” would be a formula.
  return <TextField {...named} value={words} onChange={(next) => write(next.replace(/^=+/, ''))} />;
}

const optionsOf = ({ options }: CaseField) => options.map(({ name }, index) => ({ id: String(index), name }));
const idOf = ({ options }: CaseField, one: unknown) => String(options.findIndex(({ value }) => value === one));
const valueFor = ({ options }: CaseField, id: string) => options[Number(id)]?.value;

function OptionBoxes({ field, value, onValue, labelHidden }: ControlProps) {
  const say = useWords();
  return (
    <CheckboxGroup
      label={say('condition.values')}
      {...(labelHidden === undefined ? {} : { labelHidden })}
      boxes={optionsOf(field)}
      value={Array.isArray(value) ? value.map((one) => idOf(field, one)) : []}
      onChange={(ids) => onValue(ids.length === 0 ? undefined : ids.map((id) => valueFor(field, id)))}
    />
  );
}

function OneOption({ field, value, onValue, ...named }: ControlProps) {
  const chosen = value === undefined ? undefined : idOf(field, value);
  return <Select {...named} options={optionsOf(field)} value={chosen} onChange={(id) => id !== chosen && onValue(valueFor(field, id))} />;
}

/** A number in Persian or Latin digits; what is none is told, and nothing is written. */
function NumberField({ value, onValue, field: _field, ...named }: ControlProps) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && typed.trim() !== '' && readNumber(typed) === undefined;
  return (
    <TextField
      {...named}
      inputMode="decimal"
      value={typed ?? (typeof value === 'number' ? dates.number(value) : '')}
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
