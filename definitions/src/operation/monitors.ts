import { broken, zoneOf } from '@redress/engine';
import { type Examined, judge } from '../check/examined.ts';
import type { Property } from '../check/property.ts';
import { isWatched, type WatchedProperty, watchFor } from '../check/watches.ts';
import type { RuleOnCase } from './case-record.ts';
import { monitorDistinct } from './monitor-distinct.ts';
import type { Run } from './run.ts';

export type Judged = Omit<RuleOnCase, 'rule'>;
/** Judges the run of one case; nothing where the run holds nothing that the property speaks of. */
export type Monitor = (run: Run) => Judged | undefined;

type Within = Extract<Property, { readonly form: 'within' }>;
type ReadOnCases = WatchedProperty | Within | Extract<Property, { readonly form: 'distinct' }>;

/** The parts of a property that the journal of a case can keep or break; none of what only a drawing can show. */
export function readOnCases(property: Property): readonly ReadOnCases[] {
  if (isWatched(property)) return [property];
  switch (property.form) {
    case 'within':
    case 'distinct':
      return [property];
    case 'measured':
      return property.onCase ? readOnCases(property.onCase) : [];
    case 'both':
      return property.of.flatMap(readOnCases);
    default:
      return [];
  }
}

/** The monitor of a property, with days as they are in a time zone, on the same formula by which the drawing is proved; nothing where no case can show it. */
export function monitorFor(examined: Examined, property: Property, timeZone: string): Monitor | undefined {
  const monitors = readOnCases(property).map((part) => monitorOf(examined, part, timeZone));
  return monitors.length === 0 ? undefined : (run) => worst(monitors.flatMap((monitor) => monitor(run) ?? []));
}

function monitorOf(examined: Examined, part: ReadOnCases, timeZone: string): Monitor {
  if (part.form === 'within') return monitorWithin(examined, part, timeZone);
  return part.form === 'distinct' ? monitorDistinct(examined, part) : monitorWatched(examined, part);
}

const worst = (judged: readonly Judged[]): Judged | undefined =>
  (['broken', 'open', 'kept'] as const).flatMap((verdict) => judged.find((one) => one.verdict === verdict) ?? [])[0];

function monitorWatched(examined: Examined, property: WatchedProperty): Monitor {
  const { watch, isConcerned, endsConcerned } = watchFor(examined, property);
  return ({ steps, happened }) => {
    let state = 0;
    let speaks = endsConcerned === undefined && isConcerned.every((concerns) => happened.some(({ occurrence }) => concerns(occurrence)));
    for (const { line, occurrences, to, ends } of steps) {
      for (const occurrence of occurrences) {
        state = watch.sees(state, occurrence);
        if (state === broken) return { verdict: 'broken', revision: line.revision, element: examined.elements.of(occurrence).address };
      }
      state = watch.settles?.(state) ?? state;
      if (!ends) continue;
      if (watch.isBrokenAtEnd?.(state, to)) return { verdict: 'broken', revision: line.revision, element: to.leaves[0] ?? '' };
      speaks ||= endsConcerned?.(to) === true;
    }
    const isOver = steps.at(-1)?.ends === true;
    // What must come before the end may still come; of what must not happen, nothing happened yet.
    if (!isOver && endsConcerned) return steps.length > 0 ? { verdict: 'open' } : undefined;
    if (!speaks) return undefined;
    return { verdict: isOver || !watch.isBrokenAtEnd || state === 0 ? 'kept' : 'open' };
  };
}

const dayMs = 86_400_000;
/** A day in spring or autumn is an hour longer or shorter than others: that breaks no promise of days. */
const slackMs = 3_600_000;

/** The first instant, in milliseconds, that is no longer within so many days of another. */
function overAt(sinceMs: number, { days, wholeDays }: Within, timeZone: string): number {
  const zone = wholeDays ? zoneOf(timeZone) : undefined;
  if (!zone) return sinceMs + days * dayMs + slackMs + 1;
  const day = Math.floor((sinceMs + zone.offsetAt(sinceMs)) / dayMs);
  return zone.instantAt((day + days + 1) * dayMs);
}

/** Each span from the one to the other, from the first that is not over yet; what ends before the other has nothing to be in time for. */
function monitorWithin(examined: Examined, within: Within, timeZone: string): Monitor {
  const [isFrom, isUntil] = [judge(examined, within.from), judge(examined, within.until)];
  return ({ steps, happened }) => {
    let since: number | undefined;
    let kept = false;
    for (const { occurrence, line } of happened) {
      if (since !== undefined && isUntil(occurrence)) {
        if (Date.parse(line.at) >= overAt(since, within, timeZone))
          return { verdict: 'broken', revision: line.revision, element: examined.elements.of(occurrence).address };
        [since, kept] = [undefined, true];
      }
      if (isFrom(occurrence)) since ??= Date.parse(line.at);
    }
    if (since !== undefined && steps.at(-1)?.ends !== true)
      return { verdict: 'open', brokenAfter: new Date(overAt(since, within, timeZone)).toISOString() };
    return kept ? { verdict: 'kept' } : undefined;
  };
}
