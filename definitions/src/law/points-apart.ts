import { type Checked, countPoints } from '../check/verdict.ts';
import { lawPointOf } from './point-of.ts';

type Points = ReturnType<typeof countPoints>;

/** Points of the standards; those of laws beside them, where a law that was asked for concerns the definition. */
export function pointsApart(checked: readonly Pick<Checked, 'rule' | 'verdict'>[]): Points & { readonly laws?: Points } {
  const ofLaws = checked.filter(({ rule }) => lawPointOf(rule));
  const ofStandards = checked.filter(({ rule }) => !lawPointOf(rule));
  return { ...countPoints(ofStandards), ...(ofLaws.length > 0 && { laws: countPoints(ofLaws) }) };
}
