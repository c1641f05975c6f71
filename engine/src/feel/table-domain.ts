import type { Field } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { dateOf, dayOf } from '../time/local-date.ts';
import type { Cell, Constant } from './cell-tests.ts';

/** Values that no cell of a column tells apart. */
export type Region = { readonly example: Json } & (
  | { readonly is: 'value'; readonly value: Json }
  /** Numbers or days; a bound left out is none, and never belongs to it. */
  | { readonly is: 'between'; readonly from?: Constant; readonly to?: Constant }
  /** A text that no cell names. */
  | { readonly is: 'other' }
  | { readonly is: 'empty' }
  /** Every value: nothing is asked, or nothing that can be compared. */
  | { readonly is: 'all' }
);

/** What a value may be: one of these, a number or a day on a line, any text, or nothing that can be compared. */
export type Domain =
  | { readonly kind: 'values'; readonly values: readonly Json[] }
  | { readonly kind: 'numbers'; readonly least?: Bound; readonly most?: Bound; readonly step?: number }
  | { readonly kind: 'days' }
  | { readonly kind: 'texts' }
  | { readonly kind: 'unknown' };
interface Bound {
  readonly value: number;
  readonly isIn: boolean;
}

/** So many whole numbers count as choices, each by itself. */
const choicesMost = 50;

/** By the schema and the options of the field; of what is no field, by the values it is compared with. */
export function domainOf(field: Field | undefined, cells: readonly Cell[]): Domain {
  if (!field) return domainOfConstants(constantsIn(cells));
  const domain = domainOfSchema(field.schema);
  if (!field.options || field.schema.type === 'array') return domain;
  const values = field.options.map(({ value }) => value);
  return { kind: 'values', values: domain.kind === 'values' ? values.filter((value) => domain.values.includes(value)) : values };
}

function domainOfSchema(schema: JsonObject): Domain {
  if (Array.isArray(schema.enum)) return { kind: 'values', values: schema.enum.filter((value) => value !== null) };
  if (schema.type === 'boolean') return { kind: 'values', values: [true, false] };
  if (schema.type === 'integer' || schema.type === 'number') return numbersOf(schema);
  if (schema.type !== 'string') return { kind: 'unknown' };
  if (schema.format === 'date') return { kind: 'days' };
  return schema.format === undefined && schema.pattern === undefined ? { kind: 'texts' } : { kind: 'unknown' };
}

function numbersOf(schema: JsonObject): Domain {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const least = boundOf(minimum, exclusiveMinimum, Math.max);
  const most = boundOf(maximum, exclusiveMaximum, Math.min);
  if (typeof multipleOf === 'number' && (type !== 'integer' || !Number.isInteger(multipleOf))) return { kind: 'unknown' };
  const step = typeof multipleOf === 'number' ? multipleOf : type === 'integer' ? 1 : undefined;
  if (step !== undefined && least && most && (most.value - least.value) / step < choicesMost)
    return { kind: 'values', values: gridBetween(least, most, step) };
  return { kind: 'numbers', ...(least ? { least } : {}), ...(most ? { most } : {}), ...(step === undefined ? {} : { step }) };
}

function boundOf(inclusive: Json | undefined, exclusive: Json | undefined, stricter: (...values: number[]) => number): Bound | undefined {
  const bounds = [inclusive, exclusive].filter((bound) => typeof bound === 'number');
  if (bounds.length === 0) return undefined;
  const value = stricter(...bounds);
  return { value, isIn: value !== exclusive };
}

function gridBetween(least: Bound, most: Bound, step: number): readonly number[] {
  const values: number[] = [];
  for (let value = Math.ceil(least.value / step) * step; value <= most.value; value += step)
    if (isWithin(value, least, most)) values.push(value);
  return values;
}

function domainOfConstants(constants: readonly Constant[]): Domain {
  const kinds = new Set(constants.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size !== 1) return { kind: 'unknown' };
  if (kinds.has('boolean')) return { kind: 'values', values: [true, false] };
  return kinds.has('number') ? { kind: 'numbers' } : { kind: 'texts' };
}

/** Every value that a cell names. */
export const constantsIn = (cells: readonly Cell[]): readonly Constant[] =>
  cells.flatMap((cell) => (cell.is === 'tests' ? cell.tests.flatMap((test) => ('op' in test ? [test.value] : [test.from, test.to])) : []));

/** Whether a cell gives the same answer throughout each region of the domain: only then is it decided by one example of each. */
export function isDecidable(cell: Cell, { kind }: Domain): boolean {
  if (cell.is === 'any') return true;
  if (cell.is === 'broken' || kind === 'unknown') return false;
  if (cell.is === 'formula') return kind === 'values' && cell.closed;
  if (kind === 'values' || kind === 'numbers') return true;
  const isEquality = cell.tests.every((test) => 'op' in test && (test.op === '=' || test.op === '!='));
  if (kind === 'texts') return isEquality;
  return constantsIn([cell]).every((value) => typeof value !== 'string' || dayOf(value) !== undefined);
}

/** The domain in regions, in order, nothing left out; a field may always be empty. */
export function regionsOf(domain: Domain, cells: readonly Cell[]): readonly Region[] {
  const empty: Region = { is: 'empty', example: null };
  if (domain.kind === 'unknown' || cells.every(({ is }) => is === 'any')) return [{ is: 'all', example: exampleOf(domain) }];
  if (domain.kind === 'values') return [...domain.values.map(valueRegion), empty];
  const constants = constantsIn(cells);
  if (domain.kind === 'texts') {
    const named = [...new Set(constants.filter((value) => typeof value === 'string'))];
    return [...named.map(valueRegion), { is: 'other', example: unnamed(named) }, empty];
  }
  if (domain.kind === 'days') {
    const days = constants.flatMap((value) => (typeof value === 'string' ? [dayOf(value)] : [])).filter((day) => day !== undefined);
    return [...onLine({ kind: 'numbers', step: 1 }, days).map(asDays), empty];
  }
  return [
    ...onLine(
      domain,
      constants.filter((value) => typeof value === 'number'),
    ),
    empty,
  ];
}

const valueRegion = (value: Json): Region => ({ is: 'value', value, example: value });

type Numbers = Extract<Domain, { readonly kind: 'numbers' }>;
type LineRegion = Extract<Region, { readonly is: 'value' | 'between' }> & { readonly example: number };

/** Each point by itself, and what lies between two of them. */
function onLine(numbers: Numbers, named: readonly number[]): readonly LineRegion[] {
  const { least, most } = numbers;
  const ends = [least?.value, most?.value].filter((end) => end !== undefined);
  const points = [...new Set([...named, ...ends])].sort((one, other) => one - other);
  const regions: LineRegion[] = [];
  for (const [index, to] of [...points, undefined].entries()) {
    const from = points[index - 1];
    const example = between(from, to, numbers);
    if (example !== undefined)
      regions.push({ is: 'between', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), example });
    if (to !== undefined && isIn(to, numbers)) regions.push({ is: 'value', value: to, example: to });
  }
  return regions;
}

const isWithin = (value: number, least: Bound | undefined, most: Bound | undefined): boolean =>
  (least === undefined || value > least.value || (least.isIn && value === least.value)) &&
  (most === undefined || value < most.value || (most.isIn && value === most.value));
const isIn = (value: number, { least, most, step }: Numbers): boolean =>
  isWithin(value, least, most) && (step === undefined || Number.isInteger(value / step));

/** A plain number between two points that the domain holds; none where there is none. */
function between(from: number | undefined, to: number | undefined, numbers: Numbers): number | undefined {
  const size = numbers.step ?? 1;
  const start = from ?? (to === undefined ? 0 : to - 2 * size);
  const next = (Math.floor(start / size) + 1) * size;
  const candidates = [next, ...(numbers.step !== undefined || from === undefined || to === undefined ? [] : middles(from, to))];
  return candidates.find((value) => (from === undefined || value > from) && (to === undefined || value < to) && isIn(value, numbers));
}

/** With as few decimals as there is room for. */
function middles(from: number, to: number): readonly number[] {
  const middle = from + (to - from) / 2;
  return [...Array.from({ length: 12 }, (_, decimals) => Number(middle.toFixed(decimals))), middle];
}

function asDays(region: LineRegion): Region {
  const day = (value: Json) => (typeof value === 'number' ? dateOf(value) : null);
  const example = dateOf(region.example);
  if (region.is === 'value') return { is: 'value', value: example, example };
  const { from, to } = region;
  return { is: 'between', ...(from === undefined ? {} : { from: day(from) }), ...(to === undefined ? {} : { to: day(to) }), example };
}

function unnamed(named: readonly string[]): string {
  for (let text = '…'; ; text += '…') if (!named.includes(text)) return text;
}

function exampleOf(domain: Domain): Json {
  if (domain.kind === 'values') return domain.values[0] ?? null;
  return domain.kind === 'numbers' ? (between(undefined, undefined, domain) ?? domain.least?.value ?? null) : null;
}
