import { own } from '../own.ts';
import type { FieldFits } from './field-fits.ts';
import { type Findings, warned } from './found.ts';
import { misfitOf, misfitOfFields } from './misfit.ts';
import type { Survey } from './survey.ts';

/** Comparisons whose answer no case can change, because the field can never hold what it is compared with: the warning `comparison-does-not-fit`. */
export function* findComparisons({ definition, conditions }: Survey, fits: FieldFits): Findings {
  for (const { condition, at } of conditions) {
    if (!('field' in condition) || condition.is === 'empty' || condition.is === 'filled') continue;
    const field = own(definition.data, condition.field);
    const fit = fits.get(condition.field);
    if (!field || !fit) continue;
    const misfit =
      condition.as === undefined ? misfitOf(condition, field, fit) : misfitOfFields(condition, field, own(definition.data, condition.as));
    if (misfit) yield warned('comparison-does-not-fit', at + misfit.at, { field: condition.field, is: condition.is, ...misfit.facts });
  }
}
