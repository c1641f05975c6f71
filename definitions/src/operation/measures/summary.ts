import { daysBetween, type Sample, type Unit } from './measure.ts';

/** A figure with what it was counted from: never one without the other. Without a figure there was nothing to count. */
export interface Figure {
  /** What was counted: cases, letters, ways, stays; of `each`, those who hold something. */
  readonly over: number;
  /** Share 0–1 · days until half were done · mean · how many · how many to each. */
  readonly value?: number;
  /** Of a share: how many of `over`. */
  readonly count?: number;
  /** Of days: nine of ten took no longer. */
  readonly mostly?: number;
}

/** The figure that samples of one measure make by the time `now` (UTC). Days that still grow count as long as they are by then. */
export function figureOf(samples: readonly Sample[], unit: Unit, now: string): Figure {
  const values = samples.map((sample) => valueAt(sample, now));
  const sum = values.reduce((total, value) => total + value, 0);
  const over = samples.reduce((total, { of }) => total + (of ?? 1), 0);
  if (over === 0) return { over };
  switch (unit) {
    case 'share':
      return { over, count: sum, value: sum / over };
    case 'days': {
      const ordered = values.toSorted((one, other) => one - other);
      return { over, value: nearest(ordered, 0.5), mostly: nearest(ordered, 0.9) };
    }
    case 'score':
    case 'amount':
      return { over, value: sum / over };
    case 'count':
      return { over, value: sum };
    case 'each': {
      const holders = new Set(samples.map(({ group }) => group)).size;
      return { over: holders, count: sum, value: sum / holders };
    }
  }
}

function valueAt({ value, since, due }: Sample, now: string): number {
  if (since !== undefined) return Math.max(0, daysBetween(since, now));
  if (due !== undefined) return due < now ? 1 : 0;
  return value ?? 0;
}

/** The least that so large a share does not exceed (nearest rank): a value that was there, never one between two. */
const nearest = (ordered: readonly number[], share: number): number => ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? 0;

export interface Target {
  readonly atLeast?: number;
  readonly atMost?: number;
}
export const meets = (value: number, { atLeast, atMost }: Target): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
