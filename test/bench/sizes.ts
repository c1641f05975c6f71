/** How much is measured: by default what fits in five minutes, `--full` for figures to be quoted. */
export interface Sizes {
  readonly kilobytes: readonly number[];
  readonly inFlight: readonly number[];
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly rawMs: number;
  readonly productMs: number;
  readonly timersMs: number;
  readonly sleepingMs: number;
  readonly cases: readonly [number, number];
  readonly looks: number;
}

const usual = {
  kilobytes: [1, 4, 16],
  inFlight: [1, 8, 32],
  rounds: 3,
  warmUpMs: 5_000,
  rawMs: 400,
  productMs: 1_200,
  timersMs: 8_000,
  sleepingMs: 10_000,
  cases: [10_000, 100_000],
  looks: 10,
} as const;

export const sizesFor = (words: readonly string[]): Sizes =>
  words.includes('--full')
    ? { ...usual, rounds: 7, rawMs: 1_500, productMs: 4_000, timersMs: 30_000, sleepingMs: 60_000, looks: 40 }
    : usual;
