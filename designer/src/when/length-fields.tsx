import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import { AmountFields, UnitSelect } from './amount-fields.tsx';
import type { Length } from './length.ts';
import styles from './when.module.css';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The number, the field, the clock or the formula that says how long. */
export function LengthFields({
  length,
  numbers,
  days,
  clocks,
  onWrite,
}: {
  readonly length: Exclude<Length, { is: 'odd' }>;
  readonly numbers: readonly Named[];
  readonly days: readonly Named[];
  readonly clocks: readonly Named[];
  readonly onWrite: (length: Exclude<Length, { is: 'odd' }>) => void;
}) {
  const say = useWords();
  switch (length.is) {
    case 'plain':
      return (
        <div data-field={length.unit}>
          <AmountFields label={say('outline.length')} value={length} onWrite={(next) => onWrite({ is: 'plain', ...next })} />
        </div>
      );
    case 'field':
    case 'until':
      return (
        <div data-field={length.is === 'field' ? length.unit : 'until'} className={styles.fields}>
          <Select
            label={say(length.is === 'field' ? 'when.number-field' : 'when.day-field')}
            options={withOwn(length.is === 'field' ? numbers : days, length.field)}
            value={length.field}
            onChange={(field) => field !== length.field && onWrite({ ...length, field })}
          />
          {length.is === 'field' && <UnitSelect unit={length.unit} onWrite={(unit) => onWrite({ ...length, unit })} />}
        </div>
      );
    case 'remaining':
      return (
        <div data-field="remaining">
          <Select
            label={say('when.clock')}
            options={withOwn(clocks, length.clock)}
            value={length.clock}
            onChange={(clock) => clock !== length.clock && onWrite({ ...length, clock })}
          />
        </div>
      );
    case 'formula':
    case 'until-formula':
      return (
        <div data-field={length.is === 'formula' ? length.unit : 'until'} className={styles.fields}>
          <FormulaField
            formula={length.formula}
            hint={say(length.is === 'formula' ? 'when.formula-hint' : 'when.formula-day-hint')}
            onWrite={(formula) => onWrite({ ...length, formula })}
          />
          {length.is === 'formula' && <UnitSelect unit={length.unit} onWrite={(unit) => onWrite({ ...length, unit })} />}
        </div>
      );
  }
}

/** Written when one leaves it: half a formula is another one. */
function FormulaField({
  formula,
  hint,
  onWrite,
}: {
  readonly formula: string;
  readonly hint: string;
  readonly onWrite: (formula: string) => void;
}) {
  const say = useWords();
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      label={say('condition.formula')}
      hint={hint}
      latin
      value={typed ?? formula}
      onChange={setTyped}
      onBlur={() => {
        const next = typed?.trim();
        if (next !== undefined && next !== '' && next !== formula) onWrite(next);
        setTyped(undefined);
      }}
    />
  );
}

/** What is chosen stands among the choices, also where it is not there any more. */
const withOwn = (all: readonly Named[], chosen: string): readonly Named[] => [
  ...all.map(({ id, name }) => ({ id, name })),
  ...(all.some(({ id }) => id === chosen) ? [] : [{ id: chosen, name: chosen }]),
];
