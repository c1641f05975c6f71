import { type Json, ok, type Result, refuse } from '@redress/engine';

/** What column of a table becomes which field of a procedure. Written by hand as MAP.json. */
export interface ImportMap {
  /** Column whose value names the row for ever: the same key is never entered twice. */
  readonly key: string;
  readonly receivedAt: { readonly column: string; readonly format: string };
  readonly fields: { readonly [field: string]: FieldSource };
}

/** Where a field comes from: a column, several columns joined, or the same value for all rows. */
export type FieldSource = (
  | { readonly column: string }
  | { readonly columns: readonly string[]; readonly join: string }
  | { readonly value: Json }
) & {
  /** Texts of the table and what they mean; null leaves the field out. Other texts stay as they are. */
  readonly values?: { readonly [text: string]: Json };
  /** How dates are written in the column, e.g. `MM/DD/YYYY`. */
  readonly format?: string;
};

/** What is wrong with a map, where (JSON pointer), and what would be right. */
export interface MapProblem {
  readonly at: string;
  readonly problem: 'missing' | 'unknown' | 'type' | 'format' | 'column-unknown' | 'column-twice' | 'field-unknown' | 'one-source';
  readonly found?: Json;
  readonly needs: string;
}

/** Letters that a date format may hold, and how many digits each stands for. */
export const formatParts = ['YYYY', 'MM', 'DD', 'HH', 'mm', 'ss'] as const;
/** The other format: ISO 8601 with its offset. */
export const isoFormat = 'ISO';

/** Reads MAP.json. Refused with every problem at once. */
export function parseImportMap(json: unknown): Result<ImportMap, readonly MapProblem[]> {
  const problems: MapProblem[] = [];
  const map = recordAt(json, '', ['key', 'receivedAt', 'fields'], problems);
  const key = textAt(map.key, '/key', 'the name of the column that holds the id of each row', problems);
  const received = recordAt(map.receivedAt, '/receivedAt', ['column', 'format'], problems);
  const column = textAt(received.column, '/receivedAt/column', 'the name of the column with the date of receipt', problems);
  const format = formatAt(received.format, '/receivedAt/format', problems);
  const fields = recordAt(map.fields, '/fields', undefined, problems);
  const sources = Object.entries(fields).map(
    ([field, source]) => [field, sourceAt(source, `/fields/${escaped(field)}`, problems)] as const,
  );
  if (problems.length > 0) return refuse(problems);
  return ok({ key, receivedAt: { column, format }, fields: Object.fromEntries(sources) });
}

/** Columns that the map names and the table does not have, or has twice; fields that it names and the procedure does not have. */
export function mapAgainst(
  map: ImportMap,
  known: { readonly columns: readonly string[]; readonly fields: readonly string[]; readonly process: string },
): readonly MapProblem[] {
  const columns: (readonly [at: string, column: string])[] = [
    ['/key', map.key],
    ['/receivedAt/column', map.receivedAt.column],
    ...Object.entries(map.fields).flatMap(([field, source]): (readonly [string, string])[] => {
      const at = `/fields/${escaped(field)}`;
      if ('column' in source) return [[`${at}/column`, source.column]];
      return 'columns' in source ? source.columns.map((name, index) => [`${at}/columns/${index}`, name] as const) : [];
    }),
  ];
  return [
    ...columns
      .filter(([, column]) => !known.columns.includes(column))
      .map(([at, column]) => ({
        at,
        problem: 'column-unknown' as const,
        found: column,
        needs: `one of the columns ${known.columns.join(' · ')}`,
      })),
    ...columns
      .filter(([, column]) => known.columns.indexOf(column) !== known.columns.lastIndexOf(column))
      .map(([at, column]) => ({ at, problem: 'column-twice' as const, found: column, needs: 'another name for one of the two' })),
    ...Object.keys(map.fields)
      .filter((field) => field !== 'channel' && !known.fields.includes(field))
      .map((field) => ({
        at: `/fields/${escaped(field)}`,
        problem: 'field-unknown' as const,
        found: field,
        needs: `a field of "${known.process}": ${known.fields.join(' · ')}`,
      })),
  ];
}

type Parts = { readonly [name: string]: unknown };

function recordAt(value: unknown, at: string, names: readonly string[] | undefined, problems: MapProblem[]): Parts {
  if (!isRecord(value)) {
    problems.push({
      at: at || '/',
      problem: value === undefined ? 'missing' : 'type',
      needs: `an object${names ? ` with ${names.join(', ')}` : ''}`,
    });
    return {};
  }
  const record = Object.fromEntries(Object.entries(value));
  for (const name of Object.keys(record))
    if (names && !names.includes(name))
      problems.push({ at: `${at}/${escaped(name)}`, problem: 'unknown', found: name, needs: `only ${names.join(', ')}` });
  return record;
}

function textAt(value: unknown, at: string, needs: string, problems: MapProblem[]): string {
  if (typeof value === 'string' && value !== '') return value;
  problems.push({ at, problem: value === undefined ? 'missing' : 'type', needs });
  return '';
}

function formatAt(value: unknown, at: string, problems: MapProblem[]): string {
  const needs = `${isoFormat}, or a pattern of ${formatParts.join(', ')}, e.g. YYYY-MM-DD or MM/DD/YYYY HH:mm`;
  const format = textAt(value, at, needs, problems);
  const usable = format === isoFormat || ['YYYY', 'MM', 'DD'].every((part) => format.split(part).length === 2);
  if (format !== '' && !usable) problems.push({ at, problem: 'format', found: format, needs });
  return format;
}

const sourceNames = ['column', 'columns', 'join', 'value', 'values', 'format'];

function sourceAt(value: unknown, at: string, problems: MapProblem[]): FieldSource {
  const source = recordAt(value, at, sourceNames, problems);
  const given = ['column', 'columns', 'value'].filter((name) => source[name] !== undefined);
  if (given.length !== 1 && isRecord(value))
    problems.push({ at, problem: 'one-source', found: given, needs: 'exactly one of column, columns (with join), value' });
  const values = source.values === undefined ? {} : { values: recordAt(source.values, `${at}/values`, undefined, problems) as JsonRecord };
  const format = source.format === undefined ? {} : { format: formatAt(source.format, `${at}/format`, problems) };
  const more = { ...values, ...format };
  if (source.value !== undefined) return { value: source.value as Json, ...more }; // Out of JSON.parse.
  if (source.columns === undefined) {
    const column = source.column === undefined ? '' : textAt(source.column, `${at}/column`, 'the name of a column', problems);
    return { column, ...more };
  }
  const columns = Array.isArray(source.columns) ? source.columns : [];
  if (columns.length === 0) problems.push({ at: `${at}/columns`, problem: 'type', needs: 'a list of column names' });
  const names = columns.map((name, index) => textAt(name, `${at}/columns/${index}`, 'the name of a column', problems));
  if (typeof source.join !== 'string')
    problems.push({
      at: `${at}/join`,
      problem: source.join === undefined ? 'missing' : 'type',
      needs: 'the text between the columns, e.g. ": "',
    });
  return { columns: names, join: typeof source.join === 'string' ? source.join : '', ...more };
}

const isRecord = (value: unknown): value is object => value !== null && typeof value === 'object' && !Array.isArray(value);
type JsonRecord = { readonly [text: string]: Json };
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
