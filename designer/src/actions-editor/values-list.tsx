import type { Json } from '@redress/engine';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { TextField } from '../base/text-field.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import type { CaseField } from '../conditions/case-fields.ts';
import { useWords } from '../language/words.tsx';
import type { Fields } from '../model/loose-json.ts';
import styles from './actions.module.css';
import { ValueFields } from './value-fields.tsx';
import { formulaIn, type Source } from './value-sources.ts';

export interface ValuesProps {
  readonly label: string;
  readonly values: Fields;
  /** The fields that may be written; nothing: names that only the receiver knows. */
  readonly fields: readonly CaseField[] | undefined;
  readonly sources: readonly Source[];
  /** Where they are written, from the element. */
  readonly at: string;
  readonly addLabel: string;
  /** To another case or system: there, data of the same name are likely the same. */
  readonly handsOver: boolean;
  readonly hasProblem: (at: string) => boolean;
  readonly onSet: (field: string, value: Json | undefined) => unknown;
  readonly onField: (field: string, to: string) => void;
}

/** Values that are written or handed over, each into a field of its own. */
export function ValuesList({ label, values, fields, sources, at, addLabel, handsOver, hasProblem, onSet, onField }: ValuesProps) {
  const say = useWords();
  const place = useKeptFocus<HTMLFieldSetElement>();
  const [added, setAdded] = useState(0);
  const free = (fields ?? []).filter(({ id }) => !Object.hasOwn(values, id)).map(({ id, name }) => ({ id, name }));
  const add = (id: string) => {
    const same = handsOver ? sources.find((source) => formulaIn(source.id) === id) : undefined;
    const isKept = fields?.find((one) => one.id === id)?.kind === 'kept'; // It has no control of its own: a formula says it.
    if (onSet(id, same?.id ?? (isKept ? '= ' : '')) !== undefined) setAdded(added + 1);
  };
  return (
    <fieldset ref={place} tabIndex={-1} className={styles.values} data-field={at}>
      <legend>{label}</legend>
      {Object.keys(values).length === 0 && <p className={styles.quiet}>{say('actions.value.none')}</p>}
      {Object.entries(values).map(([id, value]) => (
        <ValueFields
          key={id}
          id={id}
          value={value}
          field={fields?.find((one) => one.id === id)}
          targets={fields === undefined ? [] : ownAnd(id, fields, free)}
          sources={handsOver ? sources : sources.filter((source) => formulaIn(source.id) !== id)}
          at={at}
          isOpen={value === '' || Object.keys(values).length < 3 || hasProblem(`${at}/${id}`)}
          onField={(to) => onField(id, to)}
          onValue={(next) => onSet(id, next)}
          onRemove={() => onSet(id, undefined)}
        />
      ))}
      {fields === undefined ? (
        <NewName key={added} label={addLabel} taken={values} onAdd={add} />
      ) : (
        free.length > 0 && (
          <ComboBox
            key={added} // Empty again, for the next one.
            label={addLabel}
            options={free}
            value={undefined}
            none={say('condition.no-field')}
            autoFocus={added > 0}
            onChange={(id) => id !== undefined && add(id)}
          />
        )
      )}
    </fieldset>
  );
}

const ownAnd = (id: string, fields: readonly CaseField[], free: readonly { readonly id: string; readonly name: string }[]) => [
  { id, name: fields.find((one) => one.id === id)?.name ?? id },
  ...free,
];

/** A name that only the connected system knows. */
function NewName({ label, taken, onAdd }: { readonly label: string; readonly taken: Fields; readonly onAdd: (name: string) => void }) {
  const say = useWords();
  const [name, setName] = useState('');
  const fits = /^[a-z][A-Za-z0-9]{0,47}$/.test(name) && !Object.hasOwn(taken, name);
  return (
    <form
      className={styles.newName}
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onAdd(name);
      }}
    >
      <TextField
        label={label}
        latin
        value={name}
        onChange={setName}
        {...(name !== '' && !fits ? { problem: say('actions.value.name-wrong') } : {})}
      />
      <Button type="submit" icon={Plus} isDisabled={!fits}>
        {say('outline.add')}
      </Button>
    </form>
  );
}
