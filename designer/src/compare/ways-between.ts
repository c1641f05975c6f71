import type { JsonObject } from '@redress/engine';
import { addressOf, type RowAddress } from '../model/rows.ts';
import { type TakenApart, takenApart } from './taken-apart.ts';
import { pairsOf } from './way-changes.ts';

/** By which address a way is known before and after, where it is there in both. */
export interface WaysBetween {
  readonly before: ReadonlyMap<RowAddress, RowAddress>;
  readonly after: ReadonlyMap<RowAddress, RowAddress>;
}

export function waysBetween(before: JsonObject, after: JsonObject): WaysBetween {
  const [old, now] = [takenApart(before), takenApart(after)];
  const steps = ['', ...[...now.steps.keys()].filter((id) => old.steps.has(id))];
  const pairs = steps.flatMap((step) =>
    pairsOf(waysOf(old, step), waysOf(now, step)).map(
      (pair) => [addressOf(step, pair.before.path), addressOf(step, pair.after.path)] as const,
    ),
  );
  return { before: new Map(pairs.map(([one, other]) => [other, one])), after: new Map(pairs) };
}

const waysOf = ({ procedure, steps }: TakenApart, step: string) => (step === '' ? procedure.ways : (steps.get(step)?.ways ?? []));
