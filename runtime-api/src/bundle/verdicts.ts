import { type Checked, clauseOf, countPoints } from '@redress/definitions';
import type { BundleFacts } from './bundle-facts.ts';
import { statementOf } from './manifest.ts';

/** What the rules say of the procedure, with the runs that break them. */
export const verdictsOf = ({ checked, packs }: Pick<BundleFacts, 'checked' | 'packs'>): object => ({
  statement: statementOf(packs),
  packs,
  ...countPoints(checked),
  guidance: guidanceOf(checked),
  rules: checked,
});

/** How much of the guidance of each standard is implemented, as far as a definition can prove it. */
export function guidanceOf(
  checked: readonly Checked[],
): readonly { readonly standard: string; readonly holding: number; readonly checkable: number }[] {
  const byStandard = new Map<string, Checked[]>();
  for (const each of checked) {
    const standard = each.clause === undefined ? undefined : clauseOf(each.clause)?.standard;
    if (standard !== undefined) byStandard.set(standard, [...(byStandard.get(standard) ?? []), each]);
  }
  return [...byStandard].map(([standard, rules]) => ({ standard, ...countPoints(rules) }));
}
