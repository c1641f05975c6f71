import { type CaseFindings, type CheckOptions, Operation, type RecordLine } from '@redress/definitions';
import { type Definition, explore } from '@redress/engine';
import type { BundleFault } from './bundle-fault.ts';
import type { Manifest, OperationInBundle } from './manifest.ts';

interface Told {
  readonly definition: Definition;
  readonly operation: OperationInBundle;
  /** Of the sample, by the id of their case. */
  readonly journals: ReadonlyMap<string, readonly RecordLine[]>;
}

/**
 * Reads the journals that lie in a bundle once more by the same rules: each case must break what is told of it and nothing else. Of all other cases
 * there is no journal: their numbers are only as they were signed.
 */
export function recheckOperation(
  manifest: Manifest,
  { definition, operation, journals }: Told,
  options: CheckOptions,
): readonly BundleFault[] {
  const reader = new Operation(explore({ definition }), { ...options, timeZone: manifest.timeZone ?? 'UTC' });
  // Where cases were left out, nobody knows whether one of the sample was.
  const isWhole = !operation.capped && operation.bound === undefined;
  return manifest.sample.cases.flatMap(({ case: id, startedAt }): readonly BundleFault[] => {
    const found = brokenIn(reader.judge({ id, receivedAt: startedAt, lines: journals.get(id) ?? [] }), manifest.madeAt);
    const told = toldOf(operation, id);
    const wrong = [...told].filter((one) => !found.has(one));
    const missing = isWhole ? [...found].filter((one) => !told.has(one)) : [];
    return [...wrong, ...missing].map((rule): BundleFault => ({ fault: 'operation-differs', file: 'operation.json', at: `${rule} ${id}` }));
  });
}

/** A rule, and the line that breaks it where one does. */
const named = (rule: string, line: number | undefined): string => `${rule}${line === undefined ? '' : ` line ${line}`}`;

const brokenIn = ({ rules }: CaseFindings, at: string): ReadonlySet<string> =>
  new Set(
    rules.flatMap(({ rule, verdict, revision, brokenAfter }) =>
      verdict === 'broken' || (brokenAfter !== undefined && brokenAfter <= at) ? [named(rule, revision)] : [],
    ),
  );

const toldOf = ({ rules }: OperationInBundle, id: string): ReadonlySet<string> =>
  new Set(rules.flatMap(({ rule, violations }) => violations.flatMap((one) => (one.case === id ? [named(rule, one.line)] : []))));
