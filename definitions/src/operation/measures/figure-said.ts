import type { Unit } from './measure.ts';
import type { Figure } from './summary.ts';

/** Of fewer a percentage says more than is known. */
const percentLeast = 10;
const rounded = (value: number): number => Math.round(value * 10) / 10;
export const percentOf = (share: number): number => rounded(share * 100);

/** With which sentence a figure is told, and what stands in it: always with what it was counted from. No data is no nought. */
export type FigureSaid =
  | { readonly said: 'none' }
  | { readonly said: 'number'; readonly facts: { readonly number: number } }
  | {
      readonly said: 'share' | 'share-percent' | 'days' | 'mean' | 'each' | 'count';
      readonly facts: Readonly<Record<string, number>>;
    };

export function figureSaid({ over, value, count = 0, mostly = 0 }: Figure, unit: Unit): FigureSaid {
  if (value === undefined) return { said: 'none' };
  switch (unit) {
    case 'share':
      return over < percentLeast
        ? { said: 'share', facts: { count, over } }
        : { said: 'share-percent', facts: { count, over, percent: percentOf(value) } };
    case 'days':
      return { said: 'days', facts: { value: rounded(value), mostly: rounded(mostly), over } };
    case 'score':
    case 'amount':
      return { said: 'mean', facts: { value: rounded(value), over } };
    case 'each':
      return { said: 'each', facts: { value: rounded(value), count, over } };
    case 'count':
      return value === over ? { said: 'number', facts: { number: value } } : { said: 'count', facts: { value, over } };
  }
}
