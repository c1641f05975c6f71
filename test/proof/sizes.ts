/** `check` runs with every `npm test`, `full` with `npm run proof`. */
export const size: 'check' | 'full' = process.env.PROOF === 'full' ? 'full' : 'check';

/** How much each proof does, in both sizes: the smallest that still catches its planted faults, and the one whose figures README shows. */
const sizes = {
  /** Intervals, spread over the zones, against a clock read minute by minute; one in ten leaves the years that are read and is not compared. */
  calendarIntervals: { check: 1_000, full: 110_000 },
  /** Walks at random through each shipped procedure. */
  randomWalks: { check: 12, full: 1_000 },
} as const satisfies Record<string, { readonly check: number; readonly full: number }>;

export const sizeOf = (what: keyof typeof sizes): number => sizes[what][size];

/** Seed of a run: chosen anew unless `SEED` gives one, so that a failure can be repeated. */
export const seedOf = (): number => (process.env.SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env.SEED));
