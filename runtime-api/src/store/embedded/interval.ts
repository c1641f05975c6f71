import { after, componentBytesMax, encodeComponent, encodeTextStart, encodeValue, inverted, keptPart } from './key-encoding.ts';
import type { StoredValue } from './stored-value.ts';
import { typeRank } from './value-order.ts';

/** A place between the components of an index: before or after everything that begins with the bytes. */
export interface Cut {
  readonly bytes: Buffer;
  readonly after: boolean;
}

/** Where the values that can satisfy a condition lie. A superset is allowed: every document found is matched again. */
export interface Interval {
  readonly low: Cut;
  readonly high: Cut;
  /** One value only, so that the next field of the index can be bounded too. */
  readonly point: boolean;
}

export const pointOf = (value: StoredValue | undefined): Interval => {
  const { bytes } = encodeComponent(value);
  return {
    low: { bytes, after: false },
    high: { bytes, after: true },
    point: true,
  };
};

/** Such a bound is known by its beginning only. */
const isLong = (bytes: Buffer): boolean => bytes.length > componentBytesMax - 32;
export const isLongBound = (value: StoredValue): boolean => isLong(encodeValue(value));

/** Values of the same type on one side of the bound; MongoDB compares within a type only. */
export function sideOf(side: '$gt' | '$gte' | '$lt' | '$lte', value: StoredValue): Interval {
  const type = Buffer.from([typeRank(value)]);
  const bytes = encodeValue(value);
  const long = isLong(bytes);
  const bound = long ? keptPart(bytes) : bytes;
  if (side === '$gt' || side === '$gte')
    return {
      low: { bytes: bound, after: side === '$gt' && !long },
      high: { bytes: type, after: true },
      point: false,
    };
  return {
    low: { bytes: type, after: false },
    high: { bytes: bound, after: side === '$lte' || long },
    point: false,
  };
}

export function textsBeginningWith(text: string): Interval {
  const bytes = keptPart(encodeTextStart(text));
  return {
    low: { bytes, after: false },
    high: { bytes, after: true },
    point: false,
  };
}

/** Sorted and without overlaps. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((left, right) => compareCuts(left.low, right.low));
  const merged: Interval[] = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (!last || compareCuts(last.high, interval.low) <= 0) merged.push(interval);
    else if (compareCuts(last.high, interval.high) < 0)
      merged[merged.length - 1] = {
        low: last.low,
        high: interval.high,
        point: false,
      };
  }
  return merged;
}

export function intersection(lefts: readonly Interval[], rights: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (const left of lefts) {
    for (const right of rights) {
      const low = compareCuts(left.low, right.low) > 0 ? left.low : right.low;
      const high = compareCuts(left.high, right.high) < 0 ? left.high : right.high;
      if (compareCuts(low, high) < 0) common.push(left.point ? left : right.point ? right : { low, high, point: false });
    }
  }
  return union(common);
}

/** Key bounds behind a fixed beginning, start inclusive, end exclusive; for a descending field the interval is turned over. */
export function keyBounds(beginning: Buffer, interval: Interval, descending: boolean): { start: Buffer; end: Buffer } {
  const high = descending ? turned(interval.low) : interval.high;
  return { start: keyStart(beginning, interval, descending), end: Buffer.concat([beginning, placeOf(high)]) };
}

export const keyStart = (beginning: Buffer, { low, high }: Interval, descending: boolean): Buffer =>
  Buffer.concat([beginning, placeOf(descending ? turned(high) : low)]);

const turned = ({ bytes, after }: Cut): Cut => ({ bytes: inverted(bytes), after: !after });

const placeOf = (cut: Cut): Buffer => (cut.after ? after(cut.bytes) : cut.bytes);

const compareCuts = (left: Cut, right: Cut): number => Buffer.compare(placeOf(left), placeOf(right));
