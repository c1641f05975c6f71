import { type Definition, otherOutcome } from '@redress/engine';
import { alsoMeans, type Contract, type ContractEnd, doing } from './contracts.ts';
import { type Told, toldInCommon } from './told.ts';

/** What is certain where a row takes over from a sub-procedure. */
export interface ChildEnds {
  readonly outcomes: readonly string[];
  readonly told: readonly Told[];
  readonly doings: ReadonlySet<string>;
  /** What every run to one of these ends has done, not only to all of them. */
  readonly possibly: ReadonlySet<string>;
}

/** What every end has in common that may have led to a row: the outcome it asks for, or all that no other row asks for. Nothing of an unknown procedure. */
export function childEnds(contract: Contract | undefined, outcome: string | undefined, named: readonly string[]): ChildEnds | undefined {
  if (!contract) return undefined;
  const isOther = outcome === undefined || outcome === otherOutcome;
  const ends = [...contract.ends].filter(([each]) => (isOther ? !named.includes(each) : each === outcome));
  const [first, ...rest] = ends.map(([, end]) => end);
  if (!first) return { outcomes: [], told: [], doings: new Set(), possibly: new Set() };
  const common = rest.reduce(inCommon, first);
  return {
    outcomes: ends.map(([each]) => each),
    told: [common.told],
    doings: common.doings,
    possibly: new Set(ends.flatMap(([, { doings }]) => [...doings])),
  };
}

const inCommon = (one: ContractEnd, other: ContractEnd): ContractEnd => ({
  told: toldInCommon(one.told, other.told),
  doings: new Set([...one.doings].filter((each) => other.doings.has(each))),
});

/** `resolved` and `not-resolved` speak of the outcome alone; any other act must have been taken, by that side, on every run that ends so. */
export function isProved(
  { act, by }: { readonly act: string; readonly by: readonly string[] },
  ends: ChildEnds,
  { roles }: Definition,
): boolean {
  if (act === 'resolved') return ends.outcomes.every((outcome) => outcome === 'resolved');
  if (act === 'not-resolved') return !ends.outcomes.includes('resolved');
  const parties = by.map((role) => roles[role]?.party ?? role);
  const done = alsoMeans[act] ?? act;
  return parties.length === 0
    ? [...ends.doings].some((each) => each.startsWith(`${done} by `))
    : parties.some((party) => ends.doings.has(doing(done, party)));
}
