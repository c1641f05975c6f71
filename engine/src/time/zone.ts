import { dayMs } from './local-date.ts';

/** What the wall clock of a place shows, by the rules of its zone. Wall time is milliseconds as if the zone were UTC. */
export interface Zone {
  /** Milliseconds to add to the instant to get wall time. */
  offsetAt(instant: number): number;
  /** Stretches of unchanging offset that cover `from` (inclusive) to `to` (exclusive), in order. */
  stretches(from: number, to: number): readonly Stretch[];
  /** The instant at which the clock shows `wall`. Shown twice: the first; never shown: as much later as the clock jumped. */
  instantAt(wall: number): number;
  /** First instant after a day (its number since 1970): where clocks go back over midnight, the second time. */
  endOf(day: number): number;
}
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The zone of that IANA name; nothing where the platform knows none. Zones are kept: their rules never change while we run. */
export function zoneOf(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known) return known;
  const offset = offsetReader(name);
  if (!offset) return undefined;
  const zone = buildZone(offset);
  if (zones.size >= zonesMax) zones.clear();
  zones.set(name, zone);
  return zone;
}

const zones = new Map<string, Zone>();
const zonesMax = 200;

interface Jump {
  readonly at: number;
  readonly offset: number;
}
interface Year {
  readonly offset: number;
  readonly jumps: readonly Jump[];
}

/** Closer than any two jumps of one zone that undo each other (Ramadan in Morocco: about 30 days). */
const probeMs = 5 * dayMs;

function buildZone(readOffset: (instant: number) => number): Zone {
  const years = new Map<number, Year>();
  const yearOf = (year: number): Year => {
    const known = years.get(year);
    if (known) return known;
    const built = readYear(year, readOffset);
    years.set(year, built);
    return built;
  };
  const offsetAt = (instant: number): number => {
    const year = yearOf(new Date(instant).getUTCFullYear());
    let { offset } = year;
    for (const jump of year.jumps) {
      if (jump.at > instant) break;
      offset = jump.offset;
    }
    return offset;
  };
  const stretches = (from: number, to: number): readonly Stretch[] => {
    const found: Stretch[] = [];
    let start = from;
    let offset = offsetAt(from);
    for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) {
      for (const jump of yearOf(year).jumps) {
        if (jump.at <= from || jump.at >= to) continue;
        found.push({ from: start, to: jump.at, offset });
        start = jump.at;
        offset = jump.offset;
      }
    }
    found.push({ from: start, to, offset });
    return found;
  };
  const shown = (wall: number): { readonly first: number; readonly second?: number } => {
    // No zone is a whole day from UTC, so these two offsets are the one before and the one after any jump nearby.
    const before = offsetAt(wall - dayMs);
    const after = offsetAt(wall + dayMs);
    const first = wall - before;
    if (before === after) return { first };
    const second = wall - after;
    if (offsetAt(second) !== after) return { first };
    return offsetAt(first) === before ? { first, second } : { first: second };
  };
  const endOf = (day: number): number => {
    const midnight = (day + 1) * dayMs;
    const { first, second } = shown(midnight);
    // 00:00 comes twice: either the day itself came back before the second one, or it is the next day that repeats its first hour.
    return second !== undefined && second - 1 + offsetAt(second - 1) < midnight ? second : first;
  };
  return { offsetAt, stretches, instantAt: (wall) => shown(wall).first, endOf };
}

function readYear(year: number, readOffset: (instant: number) => number): Year {
  const start = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  const jumps: Jump[] = [];
  const search = (from: number, fromOffset: number, to: number, toOffset: number): void => {
    if (fromOffset === toOffset) return;
    if (to - from <= 1000) {
      jumps.push({ at: to, offset: toOffset });
      return;
    }
    const middle = from + Math.floor((to - from) / 2000) * 1000;
    const offset = readOffset(middle);
    search(from, fromOffset, middle, offset);
    search(middle, offset, to, toOffset);
  };
  const offset = readOffset(start);
  let before = start;
  let beforeOffset = offset;
  while (before < end) {
    const next = Math.min(before + probeMs, end);
    const nextOffset = readOffset(next);
    search(before, beforeOffset, next, nextOffset);
    before = next;
    beforeOffset = nextOffset;
  }
  // A jump at the very start of the next year is that year's first offset, not this year's last jump.
  return { offset, jumps: jumps.filter((jump) => jump.at < end) };
}

/** Reads one offset from the platform; slow (about 5 µs), therefore only used to fill a year. */
function offsetReader(name: string): ((instant: number) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return wall - Math.floor(instant / 1000) * 1000;
  };
}
