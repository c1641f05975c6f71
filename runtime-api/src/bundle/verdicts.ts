import { type Checked, clauseOf, countPoints, lawPacks, pointsApart } from '@redress/definitions';
import type { Text } from '@redress/engine';
import type { BundleFacts } from './bundle-facts.ts';
import { statementOf } from './manifest.ts';

/** What the rules say of the procedure, with the runs that break them. */
export const verdictsOf = ({ checked, packs }: Pick<BundleFacts, 'checked' | 'packs'>): object => ({
  statement: statementOf(packs),
  packs,
  ...pointsApart(checked),
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

/** How many points of each law that was asked for are kept. */
export const lawsCounted = (
  checked: readonly Checked[],
): readonly { readonly law: Text; readonly holding: number; readonly checkable: number }[] =>
  lawPacks.flatMap(({ id, title }) => {
    const rules = checked.filter(({ pack }) => pack === `law:${id}`);
    return rules.length === 0 ? [] : [{ law: title, ...countPoints(rules) }];
  });
