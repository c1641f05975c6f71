/** `check` runs with every `npm test`, `full` with `npm run proof`. */
export const size: 'check' | 'full' = process.env.PROOF === 'full' ? 'full' : 'check';

/** How much each proof does, in both sizes: the smallest that still catches its planted faults, and the one whose figures README shows. */
const sizes = {
  /** Intervals, spread over the zones, against a clock read minute by minute; one in ten leaves the years that are read and is not compared. */
  calendarIntervals: { check: 1_000, full: 110_000 },
  /** Pairs of a random definition and a random script, played by the engine and by a living actor of XState. */
  differential: { check: 1_000, full: 10_000 },
  /** Random definitions whose living runs must stay inside what was explored. */
  explored: { check: 300, full: 10_000 },
  /** Procedures with a fault, of each shipped one, whose certain counterexamples are played. */
  counterexamples: { check: 25, full: 4_000 },
  /** Procedures with a fault and with conditions, of each shipped one, whose cases are lived at random. */
  livingMutants: { check: 6, full: 1_500 },
  /** Mutants of each shipped procedure that the rules look at. */
  mutants: { check: 60, full: 100_000 },
  /** Walks at random through each shipped procedure. */
  randomWalks: { check: 12, full: 1_000 },
  /** Cases whose timers fall due in the same second, in three processes, while people work. */
  stormCases: { check: 150, full: 20_000 },
  /** The same on a MongoDB server: the one for tests has no indexes, so that each look for a due timer reads every case. */
  wireStormCases: { check: 150, full: 2_000 },
  /** Cases whose timers are spread over a minute. */
  spreadTimers: { check: 60, full: 1_000 },
  /** Events that each of eight clients sends to the same few cases. */
  clientEvents: { check: 25, full: 1_000 },
  /** Complaints of the kill loop while nobody dies, and while processes die; a third of them have an inspection, which is a case too. */
  killLoopCalm: { check: 25, full: 100 },
  killLoopCases: { check: 200, full: 1_500 },
  /** The same with three processes on a MongoDB server. */
  wireKillLoopCalm: { check: 10, full: 100 },
  wireKillLoopCases: { check: 215, full: 1_500 },
  /** Times that the MongoDB server itself is killed. */
  storeKills: { check: 2, full: 20 },
  /** Times that a process kills itself at each of six points of the road, and is killed from outside at any moment. */
  killsPerPoint: { check: 3, full: 20 },
  killsAtRandom: { check: 6, full: 40 },
} as const satisfies Record<string, { readonly check: number; readonly full: number }>;

export const sizeOf = (what: keyof typeof sizes): number => sizes[what][size];

/** Seed of a run: chosen anew unless `SEED` gives one, so that a failure can be repeated. */
export const seedOf = (): number => (process.env.SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env.SEED));
