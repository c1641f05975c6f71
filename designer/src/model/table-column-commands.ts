import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { EditRefusal, Recipes } from './command.ts';
import { copyOf, type Draft, fieldsOf, isFields, listIn, memberOf, OddShape } from './loose-json.ts';
import { done, rowAt, tableIn } from './table-commands.ts';

/** What a column asks: data of the case, or a formula with a name of its own. */
export type TableInput = { readonly field: string } | { readonly title: Text; readonly feel: string };

export interface TableColumnPayloads {
  /** One more question, last; every row takes any answer. */
  readonly 'table.input-add': { readonly decision: string; readonly input: TableInput };
  /** Asks something else, or the formula otherwise; the cells stay as they are. */
  readonly 'table.input-set': { readonly decision: string; readonly column: number; readonly input: TableInput };
  readonly 'table.input-title': { readonly decision: string; readonly column: number; readonly language: string; readonly words: string };
  /** One more field that the table sets, last; no row says anything of it yet. */
  readonly 'table.output-add': { readonly decision: string; readonly field: string };
  readonly 'table.output-set': { readonly decision: string; readonly column: number; readonly field: string };
  readonly 'table.column-remove': { readonly decision: string; readonly list: 'when' | 'then'; readonly column: number };
  readonly 'table.column-move': { readonly decision: string; readonly list: 'when' | 'then'; readonly column: number; readonly to: number };
}

export const tableColumnRecipes: Recipes<TableColumnPayloads> = {
  'table.input-add': (drawing, { decision, input }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const inputs = listIn(found.value, 'inputs');
    for (const when of listsOf(found.value, 'when')) padTo(when, inputs.length, '-').push('-');
    inputs.push(copyOf(input));
    return done('edit.table-input-add', found.value, decision);
  },
  'table.input-set': (drawing, { decision, column, input }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const inputs = listIn(found.value, 'inputs');
    if (inputs[column] === undefined) return refuse({ code: 'no-such-element', element: `decision:${decision}` });
    inputs[column] = copyOf(input);
    return done('edit.table-input', found.value, decision, undefined, `when ${column}`);
  },
  'table.input-title': (drawing, { decision, column, language, words }) => {
    const found = tableIn(drawing, decision);
    if (!found.ok) return found;
    const input = listIn(found.value, 'inputs')[column];
    if (!isFields(input) || input.field !== undefined) return refuse({ code: 'not-here', element: `decision:${decision}` });
    const title = memberOf(input, 'title');
    if (words === '') delete title[language];
    else title[language] = words;
    return done('edit.table-input', found.value, decision, undefined, `title ${column} ${language}`);
  },
  'table.output-add': (drawing, { decision, field }) => {
    const found = outputIn(drawing, decision, field);
    if (!found.ok) return found;
    const outputs = listIn(found.value, 'outputs');
    for (const values of listsOf(found.value, 'then')) padTo(values, outputs.length, null).push(null);
    outputs.push(field);
    return done('edit.table-output-add', found.value, decision);
  },
  'table.output-set': (drawing, { decision, column, field }) => {
    const found = outputIn(drawing, decision, field);
    if (!found.ok) return found;
    const outputs = listIn(found.value, 'outputs');
    if (outputs[column] === undefined) return refuse({ code: 'no-such-element', element: `decision:${decision}` });
    outputs[column] = field;
    return done('edit.table-input', found.value, decision, undefined, `then ${column}`);
  },
  'table.column-remove': (drawing, { decision, list, column }) => {
    const found = columnsIn(drawing, decision, list);
    if (!found.ok) return found;
    const { table, columns } = found.value;
    if (columns[column] === undefined) return refuse({ code: 'no-such-element', element: `decision:${decision}` });
    columns.splice(column, 1);
    for (const cells of listsOf(table, list)) if (column < cells.length) cells.splice(column, 1);
    return done('edit.table-column-remove', table, decision);
  },
  'table.column-move': (drawing, { decision, list, column, to }) => {
    const found = columnsIn(drawing, decision, list);
    if (!found.ok) return found;
    const { table, columns } = found.value;
    if (columns[column] === undefined || columns[to] === undefined || column === to) return refuse({ code: 'nothing-to-do' });
    for (const cells of [columns, ...listsOf(table, list).map((row) => padTo(row, columns.length, list === 'when' ? '-' : null))])
      cells.splice(to, 0, ...cells.splice(column, 1));
    return done('edit.table-column-move', table, decision, undefined, list);
  },
};

function outputIn(drawing: Parameters<typeof tableIn>[0], decision: string, field: string): Result<Draft, EditRefusal> {
  const found = tableIn(drawing, decision);
  if (!found.ok) return found;
  if (!isFields(fieldsOf(drawing.definition.data)[field])) return refuse({ code: 'no-such-element', element: `field:${field}` });
  return listIn(found.value, 'outputs').includes(field) ? refuse({ code: 'nothing-to-do' }) : found;
}

function columnsIn(drawing: Parameters<typeof tableIn>[0], decision: string, list: 'when' | 'then') {
  const found = tableIn(drawing, decision);
  if (!found.ok) return found;
  return ok({ table: found.value, columns: listIn(found.value, list === 'when' ? 'inputs' : 'outputs') });
}

/** The cells of every row, and of what is said otherwise. */
function listsOf(table: Draft, list: 'when' | 'then'): readonly unknown[][] {
  const rows = listIn(table, 'rows').map((_, row) => listIn(rowAt(table, row), list));
  return list === 'then' ? [...rows, listIn(table, 'otherwise')] : rows;
}

function padTo(cells: unknown[], length: number, filling: unknown): unknown[] {
  if (!Array.isArray(cells)) throw new OddShape('rows');
  while (cells.length < length) cells.push(filling);
  return cells;
}
