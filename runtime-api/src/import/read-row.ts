import { type Json, type JsonObject, ok, type Result, refuse } from '@redress/engine';
import type { FieldSource, ImportMap } from './import-map.ts';
import { readDate } from './read-date.ts';

/** One row of a table, ready to become a case. Plain JSON: it may travel over the socket of the store's owner. */
export interface ImportRow {
  /** Of the file, the heading being line 1. */
  readonly line: number;
  readonly key: string;
  /** UTC ISO. */
  readonly receivedAt: string;
  readonly channel: string;
  readonly values: JsonObject;
}
/** Why a row cannot become a case. A code and its facts; the command line has the words. */
export interface RowProblem {
  readonly code: string;
  readonly facts: JsonObject;
}

export interface Reading {
  readonly map: ImportMap;
  /** Days without a time begin at midnight there. */
  readonly timeZone: string;
  /** JSON Schemas of the procedure's fields. */
  readonly schemas: { readonly [field: string]: JsonObject };
}
export type TableRow = { readonly [column: string]: string };

/** Channel of rows that do not say theirs. */
const channelUnknown = 'import';

/** Reads one row by the map. Empty cells leave their fields out. */
export function readRow(cells: TableRow, line: number, reading: Reading): Result<ImportRow, RowProblem> {
  const { map, timeZone } = reading;
  const key = (cells[map.key] ?? '').trim();
  if (key === '') return problem('key-missing', { column: map.key });
  if (key.length > keyLengthMax) return problem('key-too-long', { column: map.key, most: keyLengthMax });
  const text = (cells[map.receivedAt.column] ?? '').trim();
  const received = readDate(text, map.receivedAt.format, timeZone);
  if (!received) return problem('date-not-read', { column: map.receivedAt.column, text, format: map.receivedAt.format });
  const values: { [field: string]: Json } = {};
  let channel = channelUnknown;
  for (const [field, source] of Object.entries(map.fields)) {
    const value = valueIn(cells, source, { field, reading });
    if (!value.ok) return value;
    if (value.value === null) continue;
    if (field === 'channel') channel = String(value.value);
    if (Object.hasOwn(reading.schemas, field)) values[field] = value.value;
  }
  return ok({ line, key, receivedAt: received.instant, channel, values });
}

const keyLengthMax = 200;
const problem = (code: string, facts: JsonObject): Result<never, RowProblem> => refuse({ code, facts });

/** Null where the row says nothing. */
function valueIn(
  cells: TableRow,
  source: FieldSource,
  about: { readonly field: string; readonly reading: Reading },
): Result<Json, RowProblem> {
  if ('value' in source) return ok(source.value);
  const text =
    'columns' in source
      ? source.columns
          .map((column) => (cells[column] ?? '').trim())
          .filter((cell) => cell !== '')
          .join(source.join)
      : (cells[source.column] ?? '').trim();
  if (source.values && Object.hasOwn(source.values, text)) return ok(source.values[text] ?? null);
  if (text === '') return ok(null);
  const { field, reading } = about;
  const schema = Object.hasOwn(reading.schemas, field) ? reading.schemas[field] : undefined;
  if (source.format === undefined) return ok(fitting(text, schema));
  const date = readDate(text, source.format, reading.timeZone);
  if (!date) return problem('date-not-read', { field, text, format: source.format });
  return ok(schema?.format === 'date' ? date.day : date.instant);
}

/** Tables know text alone: numbers, yes or no and lists become what the field holds, where they read as such. Else its schema refuses the text. */
function fitting(text: string, schema: JsonObject | undefined): Json {
  const type = schema?.type;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return type === 'array' ? [text] : text;
}
