import { type Decision, type Definition, readCell } from '@redress/engine';
import { type CaseField, caseFields } from '../conditions/case-fields.ts';
import { asJson, type Fields, fieldsOf, isFields, isText, listOf, textOf, wordOf } from '../model/loose-json.ts';
import { type HitPolicy, hitPolicies } from '../model/table-commands.ts';
import type { Text } from '../outline/outline-words.ts';

/** What a column asks or sets; a formula has no id. */
export interface TableColumn extends CaseField {
  readonly feel?: string;
}
export interface TableRow {
  readonly when: readonly unknown[];
  /** The values of the outputs: `then` of the format. */
  readonly says: readonly unknown[];
  readonly because: Readonly<Record<string, string>>;
}
/** A table of a draft as its grid shows it; what is not there yet counts as anything and as nothing. */
export interface DraftTable {
  readonly id: string;
  readonly title: string;
  readonly hit: HitPolicy | undefined;
  readonly inputs: readonly TableColumn[];
  readonly outputs: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly otherwise: readonly unknown[];
  /** The same for the engine; nothing where something in it is no table that anybody could follow. */
  readonly decision: Decision | undefined;
}

export function draftTable(definition: object, id: string, text: Text): DraftTable {
  const written = fieldsOf(fieldsOf(fieldsOf(definition).decisions)[id]);
  const fields = caseFields(definition, text);
  const rows = listOf(written.rows).map(fieldsOf);
  const inputs = listOf(written.inputs).map((input, column) =>
    inputColumn(
      fieldsOf(input),
      fields,
      rows.map(({ when }) => listOf(when)[column]),
      text,
    ),
  );
  const outputs = listOf(written.outputs).map((output) => fieldColumn(String(output), fields));
  const filled = (cells: unknown, width: number, empty: unknown) =>
    Array.from({ length: Math.max(width, listOf(cells).length) }, (_, column) => listOf(cells)[column] ?? empty);
  const table = {
    id,
    title: text(textOf(written.title)) || id,
    hit: hitPolicies.find((hit) => hit === written.hit),
    inputs,
    outputs,
    rows: rows.map((row) => ({
      when: filled(row.when, inputs.length, '-'),
      says: filled(row.then, outputs.length, null),
      because: textOf(row.because),
    })),
    otherwise: filled(written.otherwise, outputs.length, null),
  };
  return { ...table, decision: strictDecision(written, table) };
}

function fieldColumn(field: string, fields: readonly CaseField[]): TableColumn {
  const found = fields.find(({ id }) => id === field);
  return found ?? { id: field, name: field, kind: 'text', options: [] };
}

/** A formula is compared as what it is compared with already, a number at first. */
function inputColumn(input: Fields, fields: readonly CaseField[], cells: readonly unknown[], text: Text): TableColumn {
  const field = wordOf(input.field);
  if (field !== undefined) return fieldColumn(field, fields);
  const values = cells.flatMap((cell) => {
    const read = readCell(String(cell));
    return read.is === 'tests' ? read.tests.map((test) => typeof ('op' in test ? test.value : test.from)) : [];
  });
  const kind = values.includes('string') ? 'text' : values.includes('boolean') ? 'yes-no' : 'number';
  const feel = wordOf(input.feel) ?? '';
  return { id: '', name: text(textOf(input.title)) || feel, kind, options: [], feel };
}

function strictDecision(written: Fields, table: Omit<DraftTable, 'decision'>): Decision | undefined {
  const { title } = written;
  if (!isText(title) || table.hit === undefined || table.inputs.length === 0) return undefined;
  const inputs = listOf(written.inputs).flatMap((input): Decision['inputs'] => {
    const { field, feel, title: name } = fieldsOf(input);
    if (typeof field === 'string') return [{ field }];
    return typeof feel === 'string' ? [{ title: isText(name) ? name : {}, feel }] : [];
  });
  if (inputs.length < table.inputs.length || !listOf(written.rows).every(isFields)) return undefined;
  const rows = table.rows.map(({ when, says }) => ({
    when: when.slice(0, inputs.length).map(String),
    // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
    then: says.map(asJson),
  }));
  return {
    title,
    hit: table.hit,
    inputs,
    outputs: table.outputs.map(({ id }) => id),
    rows,
    otherwise: table.otherwise.map(asJson),
  };
}

/** What formulas may name, and what fields may hold: of a draft that may be wrong elsewhere. */
export function namesOf(definition: object): Pick<Definition, 'data' | 'clocks'> {
  const { data, clocks } = fieldsOf(definition);
  const schema = (field: unknown) => fieldsOf(asJson(fieldsOf(field).schema));
  return {
    data: Object.fromEntries(
      Object.entries(fieldsOf(data)).map(([id, field]) => [
        id,
        { title: {}, schema: schema(field) as Definition['data'][string]['schema'] },
      ]),
    ),
    clocks: fieldsOf(clocks) as Definition['clocks'],
  };
}
