import { figureSaid, percentOf } from '@redress/definitions';
import type { Say } from '../language/words.tsx';
import type { MeasureView } from '../server/shapes/operation.ts';

/** A figure with what it was counted from; no data is no nought. */
export function figureWords(figure: Pick<MeasureView, 'over' | 'value' | 'count' | 'mostly'>, unit: MeasureView['unit'], say: Say): string {
  const told = figureSaid(figure, unit);
  if (told.said === 'none') return say('matrix.measure-none');
  if (told.said === 'number') return say('check.number', told.facts);
  if (told.said === 'days' && figure.over === 1) return say('matrix.measure-day', told.facts);
  return say(`matrix.measure-${told.said}`, told.facts);
}

/** Whether the target that the procedure sets is met, and which it is; nothing where it sets none. */
export function targetWords({ target, unit, meets }: Pick<MeasureView, 'target' | 'unit' | 'meets'>, say: Say): string | undefined {
  if (!target) return undefined;
  const told = (['atLeast', 'atMost'] as const).flatMap((side) => {
    const bound = target[side];
    if (bound === undefined) return [];
    return [say(`matrix.measure-target.${side}`, { value: boundWords(bound, unit, say) })];
  });
  const facts = { target: told.join(say('list.separator')) };
  if (meets === undefined) return say('matrix.measure-target', facts);
  return say(meets ? 'matrix.measure-met' : 'matrix.measure-missed', facts);
}

function boundWords(bound: number, unit: MeasureView['unit'], say: Say): string {
  if (unit === 'share') return say('matrix.measure-percent', { value: percentOf(bound) });
  return unit === 'days' ? say('matrix.measure-term', { value: bound }) : say('check.number', { number: bound });
}
