import type { JsonObject } from '@redress/engine';
import { overlaps } from '../map/map-place.ts';
import { planOf, spotOf } from '../map/map-plan.ts';
import { asJson, fieldsOf, isFields } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { groupedBy } from './grouped.ts';
import type { Drawn } from './union.ts';

/** Nothing is folded away where differences are looked for. */
export function unfolded(layout: JsonObject): JsonObject {
  const steps = Object.entries(fieldsOf(layout.steps)).map(([id, spot]) => {
    const { collapsed: _, ...rest } = fieldsOf(spot);
    return [id, isFields(spot) ? rest : spot] as const;
  });
  return { ...layout, steps: asJson(Object.fromEntries(steps)) };
}

/** The later layout, with what is gone where it stood; where something else stands there now it waits to be placed with the others. */
export function ghostLayout(before: Drawn, after: Drawn, gone: readonly string[]): JsonObject {
  const layout = unfolded(after.layout);
  if (gone.length === 0) return layout;
  const old = planOf(treeOf(before.definition), unfolded(before.layout));
  const plan = planOf(treeOf(after.definition), layout);
  const around = groupedBy(plan.boxes, ({ parent = '' }) => parent);
  const steps: Record<string, unknown> = { ...fieldsOf(layout.steps) };
  for (const id of gone) {
    const { collapsed: _, ...spot } = spotOf(before.layout, id);
    const box = old.byId.get(id);
    const here = box && spot.x !== undefined && spot.y !== undefined && { ...box, x: spot.x, y: spot.y };
    const isTaken = here && (around.get(here.parent ?? '') ?? []).some((other) => overlaps(here, other));
    const { x: _x, y: _y, ...size } = spot;
    steps[id] = isTaken ? size : spot;
  }
  return { ...layout, steps: asJson(steps) };
}

/** How many steps stand elsewhere in the same stage: that is no change of the procedure. */
export function movedCards(before: Drawn, after: Drawn): number {
  const [old, now] = [treeOf(before.definition), treeOf(after.definition)];
  return [...now.byId].filter(([id, { parent }]) => {
    const [one, other] = [spotOf(before.layout, id), spotOf(after.layout, id)];
    return old.byId.get(id)?.parent === parent && (one.x !== other.x || one.y !== other.y);
  }).length;
}
