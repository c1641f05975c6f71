import { refusal } from '../check/distinct.ts';
import { type Examined, judge } from '../check/examined.ts';
import { holds } from '../check/holds.ts';
import type { Property } from '../check/property.ts';
import type { Monitor } from './monitors.ts';

/** Whoever did the one did no later other; the same step again is another once the complainant has said no. */
export function monitorDistinct(examined: Examined, { one, other }: Extract<Property, { readonly form: 'distinct' }>): Monitor {
  const { elements, graph } = examined;
  const isRefused = judge(examined, refusal);
  const isOne = (step: string): boolean => holds(one, elements.whole(step), graph.definition);
  const isOther = (step: string): boolean => holds(other, elements.whole(step), graph.definition);
  const partyOf = (role: string) => graph.definition.roles[role]?.party;
  return ({ acted, happened }) => {
    const firsts = acted.filter(({ step }) => isOne(step));
    const others = acted.filter(({ step }) => isOther(step));
    if (firsts.length === 0 || others.length === 0) return undefined;
    const wrong = others.find((later) =>
      firsts.some(
        (first) =>
          first.revision < later.revision &&
          first.person === later.person &&
          (first.step !== later.step ||
            happened.some(
              ({ occurrence, line: { revision } }) => revision > first.revision && revision < later.revision && isRefused(occurrence),
            )) &&
          // Whoever complains takes part on the other side: that is what the rule is about least.
          partyOf(first.role) === partyOf(later.role),
      ),
    );
    return wrong ? { verdict: 'broken', revision: wrong.revision, element: wrong.step } : { verdict: 'kept' };
  };
}
