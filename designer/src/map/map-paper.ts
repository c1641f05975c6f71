import type { CSSProperties } from 'react';
import type { Direction } from './map-mirror.ts';
import type { MapPlan } from './map-plan.ts';
import { boundsOf } from './use-map-sight.ts';

/** What a sheet of A4 or Letter has room for when it lies on its side, beneath the headline, in pixels. */
const sheet = { width: 960, height: 610 } as const;
/** Lines run outside of the boxes, and a dot stands above the first. */
const around = 44;

/** Where the whole map lies on one sheet, for the style of print: nobody has to look at all of it before. */
export function paperStyle(plan: MapPlan, direction: Direction): CSSProperties {
  const whole = boundsOf(plan, direction);
  const [width, height] = [whole.width + 2 * around, whole.height + 2 * around];
  const scale = Math.min(1, sheet.width / width, sheet.height / height);
  const pixels = (value: number) => `${Math.round(value)}px`;
  const properties: Readonly<Record<`--${string}`, string>> = {
    '--paper-x': pixels(around - whole.x),
    '--paper-y': pixels(around - whole.y),
    '--paper-scale': String(Math.round(scale * 10_000) / 10_000),
    '--paper-width': pixels(width * scale),
    '--paper-height': pixels(height * scale),
  };
  return properties;
}
