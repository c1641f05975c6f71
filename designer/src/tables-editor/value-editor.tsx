import type { Json } from '@redress/engine';
import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { TextArea } from '../base/text-field.tsx';
import { ValueControl } from '../conditions/value-control.tsx';
import { useWords } from '../language/words.tsx';
import { asJson } from '../model/loose-json.ts';
import type { TableColumn } from './draft-table.ts';
import { fitsColumn } from './plain-test.ts';
import styles from './tables.module.css';

type Sort = 'value' | 'nothing' | 'formula' | 'kept';

/** What a row says of a field: a value in the field's own control, nothing, or a formula. What fits none of them stays as it is. */
export function ValueEditor({
  value,
  column,
  onWrite,
}: {
  readonly value: unknown;
  readonly column: TableColumn;
  /** Nothing while a value is missing. */
  readonly onWrite: (value: Json | undefined) => void;
}) {
  const say = useWords();
  const [sort, setSort] = useState<Sort>(() => sortOf(value, column));
  const [said, setSaid] = useState<unknown>(() => (sortOf(value, column) === 'value' ? value : undefined));
  const [formula, setFormula] = useState(() => (isFormula(value) ? value.slice(1).trim() : ''));
  const write = (next: Sort, what: unknown) => {
    if (next === 'nothing') onWrite(null);
    else if (next === 'formula') onWrite(typeof what === 'string' && what.trim() !== '' ? `= ${what.trim()}` : undefined);
    else if (next === 'value') onWrite(what === undefined ? undefined : asJson(what));
    else onWrite(asJson(value));
  };
  const sorts: readonly Sort[] = [...(hasControl(column) ? (['value'] as const) : []), 'nothing', 'formula'];
  const names = { value: say('tables.value'), nothing: say('tables.nothing'), formula: say('tables.formula'), kept: say('tables.kept') };
  return (
    <>
      <Select
        label={say('tables.says')}
        labelHidden
        options={[...sorts, ...(sortOf(value, column) === 'kept' ? (['kept'] as const) : [])].map((id) => ({ id, name: names[id] }))}
        value={sort}
        onChange={(id) => {
          const next = sorts.find((each) => each === id) ?? 'kept';
          if (next === sort) return;
          setSort(next);
          write(next, next === 'formula' ? formula : said);
        }}
      />
      {sort === 'value' && (
        <ValueControl
          field={column}
          isList={column.kind === 'several'}
          label={say('condition.value')}
          labelHidden
          value={said}
          onValue={(next) => {
            setSaid(next);
            write('value', next);
          }}
        />
      )}
      {sort === 'formula' && (
        <TextArea
          label={say('tables.formula')}
          labelHidden
          latin
          rows={2}
          value={formula}
          onChange={(next) => {
            setFormula(next);
            write('formula', next);
          }}
        />
      )}
      {sort === 'kept' && (
        <code dir="ltr" className={styles.kept}>
          {JSON.stringify(value)}
        </code>
      )}
    </>
  );
}

const isFormula = (value: unknown): value is string => typeof value === 'string' && value.startsWith('=');
const hasControl = ({ kind }: TableColumn): boolean => kind !== 'kept';

function sortOf(value: unknown, column: TableColumn): Sort {
  if (isFormula(value)) return 'formula';
  if (value === null || value === undefined) return hasControl(column) ? 'value' : 'nothing';
  const isFitting =
    column.kind === 'several' && Array.isArray(value) ? value.every((one) => fitsColumn(one, column)) : fitsColumn(value, column);
  return isFitting ? 'value' : 'kept';
}
