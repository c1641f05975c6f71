import { compileHits, compileTable, type JsonObject } from '@redress/engine';
import { copyOf, type Draft, fieldsOf } from '../model/loose-json.ts';
import { renameInMember } from '../model/references.ts';
import { type DraftTable, namesOf } from './draft-table.ts';

/** What the table does with values: the engine's own answer. */
export type Tried =
  | { readonly is: 'decided'; readonly rows: readonly number[]; readonly says: JsonObject }
  /** Several rows are met where one may be. */
  | { readonly is: 'several'; readonly rows: readonly number[] }
  /** A formula cannot be calculated with these values. */
  | { readonly is: 'failed' }
  /** Something in the table has to be put right first. */
  | { readonly is: 'broken' };

export function tryTable(table: DraftTable, definition: object, values: JsonObject, at: string): Tried {
  const { decision } = table;
  const compiled = decision && compiledTable(decision, definition);
  if (!compiled) return { is: 'broken' };
  const scope = { fields: values, case: {}, event: {}, result: null, clock: {}, step: {}, at };
  const rows = compiled.hits(scope);
  const says = compiled.run(scope);
  if (!says.ok && says.refusal.reason === 'table-hits') return { is: 'several', rows: rows.ok ? rows.value : [] };
  return says.ok ? { is: 'decided', rows: rows.ok ? rows.value : firstOnly(compiled, scope), says: says.value } : { is: 'failed' };
}

/** A row behind the one that counts may fail: that does not matter to `first`. */
const firstOnly = ({ hits }: { readonly hits: ReturnType<typeof compileHits> }, scope: Parameters<ReturnType<typeof compileHits>>[0]) => {
  const first = hits(scope, 1);
  return first.ok ? first.value : [];
};

function compiledTable(decision: NonNullable<DraftTable['decision']>, definition: object) {
  const names = namesOf(definition);
  try {
    return { hits: compileHits(decision, names), run: compileTable(decision, names) };
  } catch {
    return undefined; // The compilers refuse what has findings by throwing; the findings stand at their cells.
  }
}

/** The data that the table asks, in whatever formula. */
export function askedBy(definition: object, table: string): readonly string[] {
  const { inputs, rows, otherwise } = fieldsOf(fieldsOf(fieldsOf(definition).decisions)[table]);
  const data = fieldsOf(fieldsOf(definition).data);
  const names = new Set<string>();
  renameInMember(copyOf<Draft>({ inputs, rows, otherwise }), (kind, name) => {
    if (kind === 'field' && Object.hasOwn(data, name)) names.add(name);
    return name;
  });
  return [...names];
}
