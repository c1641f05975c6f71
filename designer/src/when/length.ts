import type { JsonObject } from '@redress/engine';
import { copyOf, type Fields, fieldsOf, isFields } from '../model/loose-json.ts';

/** The units of the format, as people choose them: the usual ones first. */
export const units = ['workingDays', 'days', 'workingHours', 'hours', 'minutes', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof units)[number];
export const isUnit = (name: string): name is Unit => (units as readonly string[]).includes(name);
/** Nobody works half a working day, and half a month has no length. */
const wholeUnits: ReadonlySet<string> = new Set(['workingDays', 'months', 'years']);
export const isAmount = (unit: Unit, amount: number | undefined): amount is number =>
  amount !== undefined && amount > 0 && (!wholeUnits.has(unit) || Number.isInteger(amount));

export interface Plain {
  readonly unit: Unit;
  readonly amount: number;
}
/** How long something is: a plain number, a number or date that the case holds, what a clock has left, a formula; or what nobody here understands. */
export type Length =
  | ({ readonly is: 'plain' } & Plain)
  | { readonly is: 'field'; readonly unit: Unit; readonly field: string }
  | { readonly is: 'formula'; readonly unit: Unit; readonly formula: string }
  | { readonly is: 'until'; readonly field: string }
  | { readonly is: 'until-formula'; readonly formula: string }
  | { readonly is: 'remaining'; readonly clock: string }
  | { readonly is: 'odd' };

const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: isFields,
  repeat: (value) => value === true,
  calendar: (value) => typeof value === 'string',
  ends: (value) => value === 'exact' || value === 'endOfDay',
  counts: (value) => value === 'nextDay' || value === 'sameDay' || value === 'nextWorkingDay',
  atMost: (value) => plainIn(value) !== undefined && Object.keys(fieldsOf(value)).length === 1,
};

/** What is written; anything that would be lost by writing it anew makes it odd, and it stays to the byte. */
export function lengthIn(written: Fields): Length {
  const own = Object.entries(written).filter(([key]) => !Object.hasOwn(rules, key));
  const [first, ...more] = own;
  const isKnown = Object.entries(rules).every(([key, fits]) => written[key] === undefined || fits(written[key]));
  if (!first || more.length > 0 || !isKnown) return { is: 'odd' };
  const [key, value] = first;
  if (key === 'remaining' && typeof value === 'string') return { is: 'remaining', clock: value };
  if (isUnit(key) && typeof value === 'number') return { is: 'plain', unit: key, amount: value };
  if (typeof value !== 'string' || !value.startsWith('=')) return { is: 'odd' };
  const formula = value.slice(1).trim();
  const field = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(formula) ? formula : undefined;
  if (key === 'until') return field === undefined ? { is: 'until-formula', formula } : { is: 'until', field };
  if (!isUnit(key)) return { is: 'odd' };
  return field === undefined ? { is: 'formula', unit: key, formula } : { is: 'field', unit: key, field };
}

/** The bound of a computed length: never later than this. */
export const boundIn = (written: Fields): Plain | undefined => plainIn(written.atMost);

function plainIn(value: unknown): Plain | undefined {
  const [unit, amount] = Object.entries(fieldsOf(value)).find(([key]) => isUnit(key)) ?? [];
  return unit !== undefined && isUnit(unit) && typeof amount === 'number' ? { unit, amount } : undefined;
}

/** Another length under the same rules; a computed one keeps the bound it had, or gets the one given. */
export function writtenAs(written: Fields, next: Exclude<Length, { is: 'odd' }>, bound: Plain | undefined = boundIn(written)): JsonObject {
  const { repeat, calendar, ends, counts } = written;
  const kept = Object.fromEntries(Object.entries({ repeat, calendar, ends, counts }).filter(([, value]) => value !== undefined));
  const isComputed = next.is !== 'plain' && next.is !== 'remaining';
  const most =
    bound && (isComputed || (next.is === 'remaining' && written.atMost !== undefined)) ? { atMost: { [bound.unit]: bound.amount } } : {};
  return copyOf({ ...main(next), ...most, ...kept }) as JsonObject;
}

/** One of its rules changed, everything else as it stands. */
export function withRule(written: Fields, rule: 'calendar' | 'ends' | 'counts' | 'repeat', value: string | true | undefined): JsonObject {
  const { title: _title, [rule]: _was, ...rest } = written;
  return copyOf({ ...rest, ...(value === undefined ? {} : { [rule]: value }) }) as JsonObject;
}

function main(length: Exclude<Length, { is: 'odd' }>): Fields {
  switch (length.is) {
    case 'plain':
      return { [length.unit]: length.amount };
    case 'field':
      return { [length.unit]: `= ${length.field}` };
    case 'formula':
      return { [length.unit]: `= ${length.formula}` };
    case 'until':
      return { until: `= ${length.field}` };
    case 'until-formula':
      return { until: `= ${length.formula}` };
    case 'remaining':
      return { remaining: length.clock };
  }
}

const minutesIn: Readonly<Record<Unit, number>> = {
  minutes: 1,
  hours: 60,
  workingHours: 60 * 3,
  days: 60 * 24,
  workingDays: 60 * 24 * 1.4,
  weeks: 60 * 24 * 7,
  months: 60 * 24 * 30,
  years: 60 * 24 * 365,
};
/** About how long, in minutes, where no calendar says it exactly: for the order in which things come. A length that nobody knows comes last. */
export function aboutMinutes(written: Fields): number {
  const length = lengthIn(written);
  const plain = length.is === 'plain' ? length : boundIn(written);
  return plain ? plain.amount * minutesIn[plain.unit] : Number.POSITIVE_INFINITY;
}

/** What a length begins as when another sort of it is chosen: with the first that the procedure has. */
export function startOf(
  sort: Length['is'],
  from: {
    readonly written: Fields;
    readonly number: string | undefined;
    readonly day: string | undefined;
    readonly clock: string | undefined;
  },
): Exclude<Length, { is: 'odd' }> | undefined {
  const length = lengthIn(from.written);
  const bound = boundIn(from.written);
  const unit = length.is === 'plain' || length.is === 'field' || length.is === 'formula' ? length.unit : (bound?.unit ?? 'days');
  if (sort === 'plain') return { is: 'plain', ...(bound ?? { unit, amount: 10 }) };
  if (sort === 'field' && from.number !== undefined) return { is: 'field', unit, field: from.number };
  if (sort === 'until' && from.day !== undefined) return { is: 'until', field: from.day };
  if (sort === 'remaining' && from.clock !== undefined) return { is: 'remaining', clock: from.clock };
  if (sort !== 'formula') return undefined;
  const formula = length.is === 'plain' ? String(length.amount) : length.is === 'field' ? `${length.field} + 1` : '10';
  return { is: 'formula', unit, formula };
}
