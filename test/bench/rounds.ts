import { median } from './figures.ts';
import type { Window } from './raw.ts';

export interface Rounds {
  /** Product ÷ the mean of the raw windows before and after it, one a round that counts. */
  readonly ratios: readonly number[];
  readonly latencyRatios: readonly number[];
  readonly cpuMs: readonly number[];
  readonly perSecond: readonly number[];
  readonly rawPerSecond: readonly number[];
  readonly rawCpuMs: readonly number[];
  /** Rounds whose two raw windows differed by more than a fifth. */
  readonly thrownAway: number;
}

const differMost = 0.2;

/** Raw, product, raw, again and again until enough rounds count; a machine too busy for that is given up after three times as many. */
export async function takeTurns(wanted: number, raw: () => Promise<Window>, product: () => Promise<Window>): Promise<Rounds> {
  const kept: { readonly raw: Window; readonly product: Window }[] = [];
  let thrownAway = 0;
  while (kept.length < wanted && thrownAway < wanted * 2) {
    const before = await raw();
    const between = await product();
    const after = await raw();
    const [less, more] = [Math.min(before.perSecond, after.perSecond), Math.max(before.perSecond, after.perSecond)];
    if (more / less > 1 + differMost) thrownAway += 1;
    else kept.push({ raw: mean(before, after), product: between });
  }
  return {
    ratios: kept.map((round) => round.product.perSecond / round.raw.perSecond),
    latencyRatios: kept.map((round) => round.product.p50Ms / round.raw.p50Ms),
    cpuMs: kept.map((round) => round.product.cpuMs),
    perSecond: kept.map((round) => round.product.perSecond),
    rawPerSecond: kept.map((round) => round.raw.perSecond),
    rawCpuMs: kept.map((round) => round.raw.cpuMs),
    thrownAway,
  };
}

const mean = (one: Window, other: Window): Window => ({
  perSecond: (one.perSecond + other.perSecond) / 2,
  p50Ms: (one.p50Ms + other.p50Ms) / 2,
  cpuMs: (one.cpuMs + other.cpuMs) / 2,
});

/** `raw 9,800/s at 0.05 ms, product 1,200/s`. */
export const rates = (rounds: Rounds): string =>
  `${Math.round(median(rounds.perSecond))}/s of ${Math.round(median(rounds.rawPerSecond))}/s, CPU ${median(rounds.cpuMs).toFixed(2)} ms of ${median(rounds.rawCpuMs).toFixed(2)} ms${rounds.thrownAway === 0 ? '' : `, ${rounds.thrownAway} rounds thrown away`}`;
