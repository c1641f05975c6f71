import type { Say } from '../language/words.tsx';
import type { MeasureView } from '../server/shapes/operation.ts';

type Figure = Pick<MeasureView, 'over' | 'value' | 'count' | 'mostly'>;

/** Of fewer a percentage says more than is known. */
const percentLeast = 10;
const rounded = (value: number): number => Math.round(value * 10) / 10;
const percent = (share: number): number => rounded(share * 100);

/** A figure with what it was counted from; no data is no nought. */
export function figureWords({ over, value, count = 0, mostly = 0 }: Figure, unit: MeasureView['unit'], say: Say): string {
  if (value === undefined) return say('matrix.measure-none');
  switch (unit) {
    case 'share':
      return over < percentLeast
        ? say('matrix.measure-share', { count, over })
        : say('matrix.measure-share-percent', { count, over, percent: percent(value) });
    case 'days':
      return over === 1
        ? say('matrix.measure-day', { value: rounded(value) })
        : say('matrix.measure-days', { value: rounded(value), mostly: rounded(mostly), over });
    case 'score':
    case 'amount':
      return say('matrix.measure-mean', { value: rounded(value), over });
    case 'each':
      return say('matrix.measure-each', { value: rounded(value), count, over });
    case 'count':
      return value === over ? say('check.number', { number: value }) : say('matrix.measure-count', { value, over });
  }
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
  if (unit === 'share') return say('matrix.measure-percent', { value: percent(bound) });
  return unit === 'days' ? say('matrix.measure-term', { value: bound }) : say('check.number', { number: bound });
}
