import { lawPacks, packsWith, type RuleInOperation } from '@redress/definitions';
import { wordsOfRules } from '../standards/tell-finding.ts';
import type { BundleFacts } from './bundle-facts.ts';
import type { OperationInBundle } from './manifest.ts';

const rules = new Map(packsWith(lawPacks.map(({ id }) => id)).flatMap((pack) => pack.rules.map(({ rule }) => [rule.id, rule] as const)));

/** What all cases together say of a rule. */
export function verdictInOperation({ kept, broken, open }: Pick<RuleInOperation, 'kept' | 'broken' | 'open'>) {
  if (broken > 0) return 'broken';
  if (kept > 0) return 'kept';
  return open > 0 ? 'open' : 'none';
}

/** What the cases of a period show, rule by rule: how many kept it and which broke it, with the line of the journal that does. */
export const operationOf = ({ period, operation }: Pick<BundleFacts, 'period' | 'operation'>): OperationInBundle => ({
  period,
  cases: operation.cases,
  capped: operation.capped,
  ...(operation.bound === undefined ? {} : { bound: operation.bound }),
  rules: operation.rules.map(({ rule, kept, broken, open, places }) => {
    const { clause, class: seen } = rules.get(rule) ?? {};
    return {
      rule,
      ...(clause === undefined ? {} : { clause }),
      ...(seen === undefined ? {} : { class: seen }),
      measure: { ...wordsOfRules.get(rule)?.requirement },
      verdict: verdictInOperation({ kept, broken, open }),
      kept,
      broken,
      open,
      violations: places.map(({ case: { id, number }, revision, element }) => ({
        case: id,
        ...(number === undefined ? {} : { number }),
        ...(revision === undefined ? {} : { line: revision }),
        ...(element === undefined ? {} : { element }),
      })),
      notNamed: broken - places.length,
    };
  }),
  // Which cases a figure is of stays with those who may read them.
  measures: operation.measures.map(({ places: _, ...measure }) => measure),
  deviations: operation.deviations,
  latest: operation.latest.map(({ kind, at, case: { id, number }, revision, element }) => ({
    kind,
    at,
    case: id,
    ...(number === undefined ? {} : { number }),
    line: revision,
    ...(element === undefined ? {} : { element }),
  })),
});
