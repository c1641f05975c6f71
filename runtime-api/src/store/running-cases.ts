import { readStanding } from './case-state.ts';
import { distinctValues } from './distinct-values.ts';
import type { CaseDocument } from './models/case.ts';
import type { DefinitionVersionDocument } from './models/definition.ts';
import type { Store } from './store.ts';

export interface RunningCases {
  readonly versions: readonly {
    readonly version: number;
    readonly cases: number;
    readonly steps: readonly { readonly step: string; readonly cases: number }[];
  }[];
  /** There are more than were counted. */
  readonly capped: boolean;
}

/** Cases that are counted at most, versions and different places in which they stand. */
export const runningBounds = { cases: 50_000, versions: 200, places: 1_000 } as const;

/**
 * Active cases of a procedure by version and step, counted on an index: each different place in which cases stand costs a look and a count, no case is
 * read. Undefined for a procedure that was never published.
 */
export async function runningCases(
  { cases, definitionVersions }: Pick<Store, 'cases' | 'definitionVersions'>,
  { organisation, definition }: { readonly organisation: string; readonly definition: string },
  bounds: { readonly cases: number; readonly versions: number; readonly places: number } = runningBounds,
): Promise<RunningCases | undefined> {
  const published = await definitionVersions
    .find({ organisation, definition }, { version: 1 })
    .sort({ version: -1 })
    .limit(bounds.versions + 1)
    .lean<Pick<DefinitionVersionDocument, 'version'>[]>();
  if (published.length === 0) return undefined;
  let capped = published.length > bounds.versions;
  let casesLeft = bounds.cases;
  let placesLeft = bounds.places;
  const versions: RunningCases['versions'][number][] = [];
  for (const { version } of published.slice(0, bounds.versions)) {
    const mine = { organisation, 'definition.id': definition, 'definition.version': version };
    const { values, more } = await distinctValues(async (after) => {
      const next = cases.findOne({ ...mine, standing: { $gt: after } }, { standing: 1 }).sort({ standing: 1 });
      return (await next.lean<Pick<CaseDocument, 'standing'>>())?.standing;
    }, placesLeft);
    placesLeft -= values.length;
    const steps = new Map<string, number>();
    let all = 0;
    for (const standing of values) {
      const found = await cases.countDocuments({ ...mine, standing }, { limit: casesLeft + 1 });
      const count = Math.min(found, casesLeft);
      capped ||= found > count;
      casesLeft -= count;
      all += count;
      for (const step of readStanding(standing).steps) steps.set(step, (steps.get(step) ?? 0) + count);
    }
    capped ||= more;
    if (all > 0) versions.push({ version, cases: all, steps: [...steps].map(([step, count]) => ({ step, cases: count })) });
  }
  return { versions, capped };
}
