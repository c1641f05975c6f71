import { type Decision, type Json, ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { copyOf, type Draft, isFields, listIn, memberOf, OddShape, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { usesOf } from './uses.ts';

export const hitPolicies = ['unique', 'first', 'any', 'collect'] as const satisfies readonly Decision['hit'][];
export type HitPolicy = (typeof hitPolicies)[number];

/** A cell of a table: what one of its rows asks or says, or what is said otherwise. */
export interface CellPlace {
  /** From 0; nothing: where no row is met, which asks nothing. */
  readonly row?: number;
  readonly list: 'when' | 'then';
  readonly column: number;
}

export interface TablePayloads {
  /** A table without rows; what it asks and what it sets may be told at once. */
  readonly 'decision.add': { readonly title: Text; readonly input?: string; readonly output?: string };
  /** Only one that nothing uses. */
  readonly 'decision.remove': { readonly decision: string };
  readonly 'table.hit': { readonly decision: string; readonly hit: HitPolicy };
  /** Any number of cells as one act; rows that are missing are made. */
  readonly 'table.write': { readonly decision: string; readonly cells: readonly (CellPlace & { readonly value: Json })[] };
  /** A row that says nothing yet, before that place, and asks nothing but what is told at once. */
  readonly 'table.row-add': { readonly decision: string; readonly at: number; readonly when?: readonly string[] };
  readonly 'table.row-remove': { readonly decision: string; readonly row: number };
  readonly 'table.row-move': { readonly decision: string; readonly row: number; readonly to: number };
  /** Why the row says so, in one language; empty words go. */
  readonly 'table.because': { readonly decision: string; readonly row: number; readonly language: string; readonly words: string };
}

export const tableRecipes: Recipes<TablePayloads> = {
  'decision.add': (drawing, { title, input, output }) => {
    const decision = newId(drawing, 'decisions', title, 'table');
    const table: Draft = {
      title: { ...title },
      hit: 'unique',
      inputs: input === undefined ? [] : [{ field: input }],
      outputs: output === undefined ? [] : [output],
      rows: [],
      otherwise: output === undefined ? [] : [null],
    };
    if (input !== undefined && output !== undefined) table.rows = [emptyRow(table)];
    memberOf(drawing.definition, 'decisions')[decision] = table;
    return ok({ words: { id: 'edit.table-add', facts: { name: title } }, target: decision, chosen: [`decision:${decision}`] });
  },
  'decision.remove': (drawing, { decision }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const uses = usesOf(drawing.definition, 'decision', decision);
    if (uses.length > 0) return refuse({ code: 'in-use', element: `decision:${decision}`, uses });
    delete memberOf(drawing.definition, 'decisions')[decision];
    return done('edit.table-remove', found.value, decision, [''], '');
  },
  'table.hit': (drawing, { decision, hit }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    found.value.hit = hit;
    return done('edit.table-hit', found.value, decision);
  },
  'table.write': (drawing, { decision, cells }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const table = found.value;
    for (const { row, list, column, value } of cells) {
      if (column < 0 || column >= listIn(table, list === 'when' ? 'inputs' : 'outputs').length || (row === undefined && list === 'when'))
        return refuse({ code: 'not-here', element: `decision:${decision}` });
      const rows = listIn(table, 'rows');
      while (row !== undefined && rows.length <= row) rows.push(emptyRow(table));
      const written = row === undefined ? listIn(table, 'otherwise') : listIn(rowAt(table, row), list);
      while (written.length <= column) written.push(list === 'when' ? anything : null);
      written[column] = copyOf(value);
    }
    const [one, ...more] = cells;
    const part = more.length > 0 || !one ? '' : `${one.row ?? 'otherwise'} ${one.list} ${one.column}`;
    return done(more.length > 0 ? 'edit.table-cells' : 'edit.table-cell', table, decision, undefined, part);
  },
  'table.row-add': (drawing, { decision, at, when = [] }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const rows = listIn(found.value, 'rows');
    if (when.length > listIn(found.value, 'inputs').length) return refuse({ code: 'not-here', element: `decision:${decision}` });
    const row = emptyRow(found.value);
    row.when = listIn(row, 'when').map((test, column) => when[column] ?? test);
    rows.splice(Math.max(0, Math.min(at, rows.length)), 0, row);
    return done('edit.table-row-add', found.value, decision, undefined, `row ${rows.length}`);
  },
  'table.row-remove': (drawing, { decision, row }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const rows = listIn(found.value, 'rows');
    if (row < 0 || row >= rows.length) return refuse({ code: 'no-such-element', element: `decision:${decision}` });
    rows.splice(row, 1);
    return done('edit.table-row-remove', found.value, decision, undefined, `row ${rows.length}`);
  },
  'table.row-move': (drawing, { decision, row, to }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const rows = listIn(found.value, 'rows');
    if (row < 0 || row >= rows.length || to < 0 || to >= rows.length || row === to) return refuse({ code: 'nothing-to-do' });
    rows.splice(to, 0, ...rows.splice(row, 1));
    return done('edit.table-row-move', found.value, decision, undefined, 'rows');
  },
  'table.because': (drawing, { decision, row, language, words }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    if (listIn(found.value, 'rows')[row] === undefined) return refuse({ code: 'no-such-element', element: `decision:${decision}` });
    const written = rowAt(found.value, row);
    if (words === '' && written.because === undefined) return refuse({ code: 'nothing-to-do' });
    const because = memberOf(written, 'because');
    if (words === '') delete because[language];
    else because[language] = words;
    if (Object.keys(because).length === 0) delete written.because;
    return done('edit.table-because', found.value, decision, undefined, `${row} ${language}`);
  },
};

/** The test that every value meets. */
const anything = '-';

type TableWords =
  | 'edit.table-remove'
  | 'edit.table-hit'
  | 'edit.table-cell'
  | 'edit.table-cells'
  | 'edit.table-row-add'
  | 'edit.table-row-remove'
  | 'edit.table-row-move'
  | 'edit.table-because'
  | 'edit.table-input-add'
  | 'edit.table-input'
  | 'edit.table-output-add'
  | 'edit.table-column-remove'
  | 'edit.table-column-move';
export function done(
  id: TableWords,
  table: Draft,
  decision: string,
  chosen: readonly string[] | undefined = undefined,
  part = '',
): Result<Done, EditRefusal> {
  const title = textOf(table.title);
  const name = Object.keys(title).length > 0 ? title : decision;
  return ok({ words: { id, facts: { name } }, target: `decision:${decision} ${part}`, ...(chosen ? { chosen } : {}) });
}

export function tableIn(drawing: Drawing, decision: string): Result<Draft, EditRefusal> {
  const { decisions } = drawing.definition;
  const found = isFields(decisions) && Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `decision:${decision}` });
}

export function rowAt(table: Draft, row: number): Draft {
  const found = listIn(table, 'rows')[row];
  if (!isFields(found)) throw new OddShape('rows');
  return found;
}

const emptyRow = (table: Draft): Draft => ({
  when: listIn(table, 'inputs').map(() => anything),
  // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
  then: listIn(table, 'outputs').map(() => null),
});
