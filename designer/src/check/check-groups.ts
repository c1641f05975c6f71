import { type Clause, clauseOf, countPoints, isOpen as isOpenVerdict, type Verdict } from '@redress/definitions';
import type { CheckAnswer, CheckedRule } from './checked-draft.ts';

/** The worst first, as people want to know it. */
export const verdicts = ['fails', 'possible', 'not-decided', 'holds', 'needs-person', 'vacuous'] as const satisfies readonly Verdict[];

/** Something is to be done about it in the drawing. */
export const isOpen = ({ verdict }: Pick<CheckedRule, 'verdict'>): boolean => isOpenVerdict(verdict);

/** How much of what a drawing can show is shown; what its rules speak of and it never comes to counts neither way, and signatures are for people. */
export interface CheckSummary {
  readonly implemented: number;
  readonly checkable: number;
  readonly open: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Versions of the packs, each once. */
  readonly versions: readonly string[];
}

export function summaryOf({ rules, packs }: CheckAnswer): CheckSummary {
  const count = (verdict: Verdict) => rules.filter((rule) => rule.verdict === verdict).length;
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
  const { holding, checkable } = countPoints(rules);
  return {
    implemented: holding,
    checkable,
    open: checkable - holding,
    counts,
    versions: [...new Set(packs.map(({ version }) => version))],
  };
}

/** Rules under the standard and the clause that ask for them; those of sound procedures are asked for by none. */
export interface StandardGroup {
  readonly standard: string | undefined;
  readonly clauses: readonly { readonly clause: Clause | undefined; readonly rules: readonly CheckedRule[] }[];
}

export function groupsOf(rules: readonly CheckedRule[]): readonly StandardGroup[] {
  const standards = new Map<string | undefined, Map<string, { clause: Clause | undefined; rules: CheckedRule[] }>>();
  for (const rule of rules) {
    const clause = rule.clause === undefined ? undefined : clauseOf(rule.clause);
    const clauses = standards.get(clause?.standard) ?? new Map<string, { clause: Clause | undefined; rules: CheckedRule[] }>();
    standards.set(clause?.standard, clauses);
    const group = clauses.get(clause?.id ?? '') ?? { clause, rules: [] };
    clauses.set(clause?.id ?? '', group);
    group.rules.push(rule);
  }
  return [...standards].map(([standard, clauses]) => ({ standard, clauses: [...clauses.values()] }));
}
