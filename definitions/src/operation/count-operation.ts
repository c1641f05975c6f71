import { type CaseFindings, type Deviation, type DeviationKind, deviationKinds } from './case-record.ts';

/** What was found in one case. */
export interface JudgedCase extends Omit<CaseFindings, 'samples'> {
  readonly id: string;
}

/** A place in a journal; without a revision it is what has not happened in time. */
export interface CasePlace {
  readonly case: string;
  readonly revision?: number;
  readonly element?: string;
}

/** In how many cases a rule was kept and broken, and in how many nobody knows yet. Of the cases that break it the first few. */
export interface RuleInOperation {
  readonly rule: string;
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  readonly places: readonly CasePlace[];
}

export interface OperationCounts {
  readonly rules: readonly RuleInOperation[];
  /** How often cases deviated, and the latest of it. */
  readonly deviations: Readonly<Record<DeviationKind, number>>;
  readonly latest: readonly (Deviation & { readonly case: string })[];
}

interface CountingOptions {
  /** Ids of the rules that cases can keep or break; one of which no case speaks stands there with nothing counted. */
  readonly rules: readonly string[];
  readonly now: string;
  readonly placesMost: number;
  readonly latestMost: number;
}

/**
 * What cases show together, by the time `now` (UTC, ISO 8601): a time limit that has run out in silence is broken. At most `placesMost` places of each
 * rule and `latestMost` deviations are told; the numbers count all.
 */
export function countOperation(
  cases: readonly JudgedCase[],
  { rules: asked, now, placesMost, latestMost }: CountingOptions,
): OperationCounts {
  const rules = new Map(asked.map((rule): readonly [string, RuleInOperation] => [rule, { rule, kept: 0, broken: 0, open: 0, places: [] }]));
  for (const { id, rules: judged } of cases)
    for (const { rule, verdict, revision, element, brokenAfter } of judged) {
      const before = rules.get(rule) ?? { rule, kept: 0, broken: 0, open: 0, places: [] };
      const is = verdict === 'open' && brokenAfter !== undefined && brokenAfter <= now ? 'broken' : verdict;
      const place = { case: id, ...(revision !== undefined && { revision }), ...(element !== undefined && { element }) };
      const places = is === 'broken' && before.places.length < placesMost ? [...before.places, place] : before.places;
      rules.set(rule, { ...before, [is]: before[is] + 1, places });
    }
  const deviations = cases.flatMap(({ id, deviations: found }) => found.map((one) => ({ ...one, case: id })));
  return {
    rules: [...rules.values()],
    deviations: Object.fromEntries(deviationKinds.map((kind) => [kind, deviations.filter((one) => one.kind === kind).length])) as Record<
      DeviationKind,
      number
    >,
    latest: deviations.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, latestMost),
  };
}
