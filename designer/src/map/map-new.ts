import type { Spot } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import type { ProcedureTree } from '../model/tree.ts';
import { planOf, spotOf } from './map-plan.ts';

/**
 * Places for the steps that nobody placed: where the map puts them by itself, beside what somebody did place and never over it. What lies in a
 * folded stage gets its place too. Tracks stand in their order and have none; nor have notes, which are always put somewhere.
 */
export function newPlaces(tree: ProcedureTree, layout: object): Readonly<Record<string, Spot>> {
  const shown = planOf(tree, layout);
  const open = planOf(tree, unfolded(layout));
  const spots: Record<string, Spot> = {};
  for (const { id, parent, element } of open.boxes) {
    const spot = spotOf(layout, id);
    if (!element || (spot.x !== undefined && spot.y !== undefined) || tree.byId.get(parent ?? '')?.kind === 'tracks') continue;
    const { x, y } = shown.byId.get(id) ?? open.byId.get(id) ?? { x: 0, y: 0 };
    spots[id] = { x: Math.round(x), y: Math.round(y) };
  }
  return spots;
}

const unfolded = (layout: object): object => ({
  ...layout,
  steps: Object.fromEntries(
    Object.entries(fieldsOf(fieldsOf(layout).steps)).map(([id, spot]) => [id, { ...fieldsOf(spot), collapsed: false }]),
  ),
});
