import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Conditions of the tree: `condition-incomplete` (compares with nothing, or with two things), `condition-out-of-place`. */
export function* findConditions({ conditions, states }: Survey): Findings {
  for (const { condition, at, of } of conditions) {
    if ('field' in condition && condition.is !== 'empty' && condition.is !== 'filled') {
      const compared = Number(condition.value !== undefined && condition.value !== null) + Number(condition.as !== undefined);
      if (compared !== 1) yield found('condition-incomplete', at, { field: condition.field, is: condition.is });
    }
    // A form is filled in before anybody knows which steps are active when it arrives.
    if ('in' in condition && of === 'form') yield found('condition-out-of-place', at, { asks: 'in' });
    const isEnd = typeof of === 'object' && of.via === 'invoke.onDone' && states.get(of.source)?.definition.invoke?.src === 'case';
    if ('outcome' in condition && !isEnd) yield found('condition-out-of-place', at, { asks: 'outcome' });
  }
}
