import type { Json } from '@redress/engine';
import { caseFields } from '../conditions/case-fields.ts';
import { ValueControl } from '../conditions/value-control.tsx';
import { useText, useWords } from '../language/words.tsx';
import { asJson } from '../model/loose-json.ts';
import { exampleWords } from './cell-words.ts';
import styles from './tables.module.css';
import { askedBy, type Tried } from './try-table.ts';
import type { TableView } from './use-table.ts';

/** Values that are tried, and which rows they meet: what happens in a case as well. */
export function TableTrial({
  view,
  values,
  tried,
  onValues,
}: {
  readonly view: TableView;
  readonly values: ReadonlyMap<string, Json>;
  readonly tried: Tried | undefined;
  readonly onValues: (values: ReadonlyMap<string, Json>) => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, table } = view;
  const asked = askedBy(definition, table.id);
  const fields = caseFields(definition, text).filter(({ id }) => asked.includes(id));
  return (
    <section className={styles.trial} aria-label={say('tables.try')}>
      <h3>{say('tables.try')}</h3>
      <div className={styles.tried}>
        {fields.map((field) => (
          <ValueControl
            key={field.id}
            field={field}
            isList={field.kind === 'several'}
            label={field.name}
            value={values.get(field.id) ?? undefined}
            onValue={(value) => onValues(new Map([...values, [field.id, value === undefined ? null : asJson(value)]]))}
          />
        ))}
      </div>
      <p role="status" className={styles.answer}>
        {tried ? triedWords(view, tried) : say('tables.try-hint')}
      </p>
    </section>
  );
}

function triedWords({ table, speaking }: TableView, tried: Tried): string {
  const { say, language } = speaking;
  if (tried.is === 'broken') return say('tables.try-broken');
  if (tried.is === 'failed') return say('tables.try-failed');
  const rows = new Intl.ListFormat(language, { type: 'conjunction' }).format(tried.rows.map((row) => speaking.number(row + 1)));
  const count = tried.rows.length;
  if (tried.is === 'several') return say('tables.try-several', { rows });
  const says = exampleWords(
    table.outputs.map((column) => ({ column, value: tried.says[column.id] ?? null })),
    speaking,
  );
  if (count === 0) return say('tables.try-otherwise', { says });
  return table.hit === 'first' && count > 1
    ? say('tables.try-first', { rows, row: speaking.number((tried.rows[0] ?? 0) + 1), says })
    : say('tables.try-rows', { rows, count, says });
}
