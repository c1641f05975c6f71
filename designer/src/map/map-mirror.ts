import type { Rect } from './map-plan.ts';

export type Direction = 'ltr' | 'rtl';

/** Right-to-left readers see everything through a mirror. */
export function mirroredRect(rect: Rect, direction: Direction): Rect {
  return direction === 'ltr' ? rect : { ...rect, x: -rect.x - rect.width };
}
