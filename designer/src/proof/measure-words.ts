import type { Say } from '../language/words.tsx';
import { fieldsOf, isFields } from '../model/loose-json.ts';
import { measurePeriods, measureUnits } from '../model/measure-commands.ts';

export const sides = ['atLeast', 'atMost'] as const;
export type Side = (typeof sides)[number];
export type Unit = (typeof measureUnits)[number];

export interface ReadMeasure {
  readonly unit: Unit;
  readonly per: (typeof measurePeriods)[number];
  readonly side: Side | undefined;
  /** As people write it: shares in percent. */
  readonly target: number | undefined;
}

/** A measure as it is written; nothing where its shape is another one. */
export function readMeasure(value: unknown): ReadMeasure | undefined {
  const written = fieldsOf(value);
  const unit = measureUnits.find((one) => one === written.unit);
  const per = measurePeriods.find((one) => one === written.per);
  if (!isFields(value) || unit === undefined || per === undefined || sides.every((side) => written[side] !== undefined)) return undefined;
  const side = sides.find((one) => typeof written[one] === 'number');
  return { unit, per, side, target: side === undefined ? undefined : asTyped(Number(written[side]), unit) };
}

/** `at least 98 %`. */
export const targetWords = ({ unit, side, target = 0 }: ReadMeasure, say: Say): string =>
  side === undefined ? say('proof.target.none') : say(`proof.target.${side}`, { value: say(`proof.value.${unit}`, { value: target }) });

/** Shares are written as parts of one and shown as percent. */
const asTyped = (value: number, unit: Unit) => (unit === 'share' ? Math.round(value * 10000) / 100 : value);
export const asWritten = (value: number, unit: Unit) => (unit === 'share' ? Math.round(value * 100) / 10000 : value);
