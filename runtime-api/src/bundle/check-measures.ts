import { meets, objectiveOf } from '@redress/definitions';
import type { Definition } from '@redress/engine';
import { canonicalText } from '../canonical-text.ts';
import type { BundleFault } from './bundle-fault.ts';
import type { OperationInBundle } from './manifest.ts';

type Measure = NonNullable<OperationInBundle['measures']>[number];

/** Figures that do not fit what they were counted from, or the target that the procedure sets. From which cases they come is only sealed. */
export const measureFaults = (
  { measures = [] }: OperationInBundle,
  { definition, file }: { readonly definition: Definition; readonly file: string },
): readonly BundleFault[] =>
  measures
    .filter((measure) => !isCounted(measure) || !isOf(measure, definition))
    .map(({ rule, measure }): BundleFault => ({ fault: 'counts-differ', file, at: `${rule} ${measure}` }));

/** Its share is that of its counts, its verdict that of its target, and where nothing was counted there is no figure. */
function isCounted({ unit, over, value, count = 0, target, meets: told }: Measure): boolean {
  if (value === undefined) return over === 0 && told === undefined;
  if (unit === 'share' && (count > over || Math.abs(value - count / over) > 1e-9)) return false;
  return target ? told === meets(value, target) : told === undefined;
}

/** What nothing measures has no unit of ours: its target is only shown. */
const isOf = ({ kpi, unit, target, isUnmeasured }: Measure, definition: Definition): boolean =>
  isUnmeasured === true ||
  canonicalText(target ?? {}) === canonicalText(objectiveOf(definition, { unit, ...(kpi !== undefined && { kpi }) }).target ?? {});
