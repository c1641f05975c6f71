import { pointerTo } from '@redress/engine';
import { type Fields, fieldsOf } from '../model/loose-json.ts';
import { groupedBy } from './grouped.ts';
import type { WrittenWay } from './taken-apart.ts';

/** A way that was put in, or that stands behind one, and where it is found now: paths inside its step. */
export interface Shift {
  readonly gone: boolean;
  readonly was: readonly string[];
  readonly now: readonly string[];
}

/** A step with ways that it once had put in again among those that it has, each where it stood. */
export function withGoneWays(state: Fields, gone: readonly WrittenWay[]): { readonly state: Fields; readonly shifts: readonly Shift[] } {
  const shifts: Shift[] = [];
  let drawn = state;
  for (const [start, ways] of groupsOf(gone)) {
    const written = start.reduce<unknown>((value, key) => fieldsOf(value)[key], state);
    const rows = Array.isArray(written) ? written : written === undefined ? [] : [written];
    const entries = rows.map((row: unknown, index) => ({
      row,
      gone: false,
      was: Array.isArray(written) ? [...start, String(index)] : start,
    }));
    for (const { row, index, path } of ways.toSorted((one, other) => one.index - other.index))
      entries.splice(Math.min(index, entries.length), 0, { row, gone: true, was: path });
    drawn = withValue(
      drawn,
      start,
      entries.map(({ row }) => row),
    );
    shifts.push(...entries.map((entry, index) => ({ gone: entry.gone, was: entry.was, now: [...start, String(index)] })));
  }
  return { state: drawn, shifts };
}

/** Ways of the same button, deadline or rule stand in one list. */
function groupsOf(ways: readonly WrittenWay[]): readonly (readonly [readonly string[], readonly WrittenWay[]])[] {
  const startOf = ({ via, name }: WrittenWay) => [...via.split('/'), ...(name === '' ? [] : [name])];
  return [...groupedBy(ways, (way) => pointerTo(startOf(way))).values()].flatMap((group) =>
    group.slice(0, 1).map((first) => [startOf(first), group] as const),
  );
}

function withValue(fields: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  return { ...fields, [key]: rest.length === 0 ? value : withValue(fieldsOf(fields[key]), rest, value) };
}
