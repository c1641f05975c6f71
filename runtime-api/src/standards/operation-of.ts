import {
  type CaseFindings,
  countMeasures,
  countOperation,
  type Measured,
  type OperationCounts,
  packsWith,
  rulesOnCases,
  underObjectives,
} from '@redress/definitions';
import { type Definition, ok, type Result } from '@redress/engine';
import { LatestUsed } from '../definitions/latest-used.ts';
import type { Busy } from '../definitions/rehearsal-line.ts';
import type { Store } from '../store/store.ts';
import { type CaseHead, headsOf, recordOf, standingsOf } from './case-records.ts';
import type { Span } from './period.ts';
import { type StandardsChecker, wishFor } from './standards-checker.ts';

/** Cases that are looked at, those that moved last; the rest of a busy organisation says the same, later. */
export const casesMost = 1_000;
/** Journals that are in memory together. */
const batch = 100;
/** What was found in a case stays true until the case moves. */
const known = new LatestUsed<CaseFindings>(20_000);
/** Measures that a procedure has something for, by the name under which it was judged. */
const measurable = new LatestUsed<readonly string[]>(200);

interface Asked {
  readonly organisation: string;
  readonly version: number;
  readonly definition: Definition;
  readonly beside: readonly Definition[];
  readonly laws: readonly string[];
  /** When the complaints were received. */
  readonly received: Span;
  /** By its calendar days periods are told apart. */
  readonly timeZone: string;
  /** Cases told of each rule that they break. */
  readonly placesMost: number;
  /** UTC, ISO 8601. */
  readonly now: string;
}
const latestMost = 50;

export interface OperationFound extends OperationCounts {
  /** What they are measured by. */
  readonly measured: readonly Measured[];
  readonly heads: ReadonlyMap<string, CaseHead>;
  /** There are older cases that nobody looked at. */
  readonly capped: boolean;
  /** The bound that kept the rest of the cases from being judged. */
  readonly bound?: string;
}

/** How the cases of a version stand to the rules, by their journals. A case that has not moved since it was looked at is not read again. */
export async function operationOf(
  { store, checker }: { readonly store: Store; readonly checker: StandardsChecker },
  { organisation, version, received, timeZone, placesMost, now, ...asked }: Asked,
): Promise<Result<OperationFound, Busy>> {
  const found = await headsOf(store, { organisation, definition: asked.definition.id, version, received }, casesMost + 1);
  const heads = found.slice(0, casesMost);
  const wished = wishFor(asked);
  const nameOf = ({ _id, revision }: CaseHead): string => [organisation, timeZone, _id, revision, wished.key].join('\n');
  const unknown = heads.filter((head) => known.get(nameOf(head)) === undefined);
  let bound: string | undefined;
  for (let start = 0; start < unknown.length && bound === undefined; start += batch) {
    const some = unknown.slice(start, start + batch);
    const standings = await standingsOf(store, some, asked.definition);
    const records = await Promise.all(some.map(async (head) => await recordOf(store, head, standings.get(head._id))));
    const judged = await checker.judge(organisation, wished, { records, timeZone });
    if (!judged.ok) return judged;
    if (typeof judged.value === 'string') bound = judged.value;
    else {
      measurable.set(wished.key, judged.value.measures);
      for (const [place, findings] of judged.value.findings.entries()) if (some[place]) known.set(nameOf(some[place]), findings);
    }
  }
  const cases = heads.flatMap((head) => {
    const findings = known.get(nameOf(head));
    return findings ? [{ id: head._id, receivedAt: head.startedAt, ...findings }] : [];
  });
  const measures = measurable.get(wished.key) ?? [];
  return ok({
    ...countOperation(cases, { rules: rulesOnCases(packsWith(asked.laws), asked.definition.kind), now, placesMost, latestMost }),
    measured: underObjectives(
      countMeasures(cases, { definition: asked.definition, measures, now, timeZone, placesMost }),
      asked.definition,
    ),
    heads: new Map(heads.map((head) => [head._id, head])),
    capped: found.length > casesMost,
    ...(bound === undefined ? {} : { bound }),
  });
}
