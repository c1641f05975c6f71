import { type Clause, clauseOf, countPoints, isOpen as isOpenVerdict, type Verdict } from '@redress/definitions';
import type { AskingLaw, CheckAnswer, CheckedRule } from './checked-draft.ts';

/** The worst first, as people want to know it. */
export const verdicts = ['fails', 'possible', 'not-decided', 'holds', 'needs-person', 'vacuous'] as const satisfies readonly Verdict[];

/** Something is to be done about it in the drawing. */
export const isOpen = ({ verdict }: Pick<CheckedRule, 'verdict'>): boolean => isOpenVerdict(verdict);

/** How much of what a drawing can show is shown; what its rules speak of and it never comes to counts neither way, and signatures are for people. */
export interface CheckSummary {
  readonly guidance: Share;
  /** Of what laws ask, which are no guidance; nothing where the organisation chose none that concerns the procedure. */
  readonly laws: Share | undefined;
  readonly open: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Versions of the packs of the standards, each once; a law has its own. */
  readonly versions: readonly string[];
}

interface Share {
  readonly holding: number;
  readonly checkable: number;
  readonly open: number;
}

export function summaryOf({ rules, packs }: CheckAnswer): CheckSummary {
  const count = (verdict: Verdict) => rules.filter((rule) => rule.verdict === verdict).length;
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
  const asked = rules.filter(({ law }) => law);
  const lawPacks = new Set(asked.map(({ pack }) => pack));
  return {
    guidance: shareOf(rules.filter(({ law }) => !law)),
    laws: asked.length > 0 ? shareOf(asked) : undefined,
    open: rules.filter(isOpen).length,
    counts,
    versions: [...new Set(packs.flatMap(({ id, version }) => (lawPacks.has(id) ? [] : [version])))],
  };
}

function shareOf(rules: readonly CheckedRule[]): Share {
  const { holding, checkable } = countPoints(rules);
  return { holding, checkable, open: checkable - holding };
}

/** Rules under the standard and the clause, or under the law, that ask for them; those of sound procedures are asked for by none. */
export interface RuleGroup {
  /** `ISO 10002:2018`, `law:pl-financial`; nothing where nobody asks for it. */
  readonly name: string | undefined;
  readonly law?: AskingLaw;
  readonly clauses: readonly { readonly clause: Clause | undefined; readonly rules: readonly CheckedRule[] }[];
}

export function groupsOf(rules: readonly CheckedRule[]): readonly RuleGroup[] {
  const groups = new Map<
    string | undefined,
    { law?: AskingLaw; clauses: Map<string, { clause: Clause | undefined; rules: CheckedRule[] }> }
  >();
  for (const rule of rules) {
    const clause = rule.clause === undefined ? undefined : clauseOf(rule.clause);
    const name = rule.law ? rule.pack : clause?.standard;
    const group = groups.get(name) ?? { ...(rule.law && { law: rule.law }), clauses: new Map() };
    groups.set(name, group);
    const asked = group.clauses.get(clause?.id ?? '') ?? { clause, rules: [] };
    group.clauses.set(clause?.id ?? '', asked);
    asked.rules.push(rule);
  }
  return [...groups].map(([name, { clauses, ...law }]) => ({ name, ...law, clauses: [...clauses.values()] }));
}
