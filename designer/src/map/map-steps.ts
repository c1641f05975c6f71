import type { Walk } from '../base/walk-key.ts';
import { anyTimeId, type MapBox, type MapPlan } from './map-plan.ts';
import type { MapWays } from './map-ways.ts';

export type MapStep = Walk | 'in' | 'out';

/**
 * Where a key leads on the map, along the structure of the procedure: forward by the first way out, back by the first way in, up and down among
 * what stands in the same stage, in to the ways of a step or stage and on to what is inside it, out again. `here` is a box or the address of one of its ways.
 */
export function stepFrom(plan: MapPlan, { ways }: MapWays, here: string, step: MapStep): string {
  const box = plan.byId.get(here);
  if (!box) return fromRow(plan, { ways }, here, step);
  const beside = plan.boxes.filter(({ parent }) => parent === box.parent);
  const at = beside.indexOf(box);
  const holds = box.kind === 'stage' || box.kind === 'tracks';
  switch (step) {
    case 'forward':
      return ways.find(({ from, to }) => from === here && to !== here)?.to ?? (holds ? beside[at + 1]?.id : undefined) ?? here;
    case 'back':
      if (holds) return beside[at - 1]?.id ?? here;
      return (
        (ways.find(({ to, from }) => to === here && from !== here && from !== anyTimeId) ?? ways.find(({ to }) => to === here))?.from ??
        here
      );
    case 'up':
      return beside[at - 1]?.id ?? here;
    case 'down':
      return beside[at + 1]?.id ?? here;
    case 'in':
      return box.rows[0]?.row.address ?? insideOf(plan, here) ?? here;
    case 'out':
      return box.parent ?? here;
    case 'first':
      return plan.boxes[0]?.id ?? here;
    case 'last':
      return plan.boxes.at(-1)?.id ?? here;
  }
}

function fromRow(plan: MapPlan, { ways }: Pick<MapWays, 'ways'>, here: string, step: MapStep): string {
  const box = boxOfRow(plan, here);
  if (!box) return plan.boxes[0]?.id ?? here;
  const at = box.rows.findIndex(({ row }) => row.address === here);
  switch (step) {
    case 'forward':
      return ways.find(({ row }) => row.address === here)?.to ?? here;
    case 'up':
      return box.rows[at - 1]?.row.address ?? here;
    case 'down':
      return box.rows[at + 1]?.row.address ?? insideOf(plan, box.id) ?? here;
    case 'first':
      return box.rows[0]?.row.address ?? here;
    case 'last':
      return box.rows.at(-1)?.row.address ?? here;
    default:
      return box.id;
  }
}

const insideOf = (plan: MapPlan, id: string): string | undefined => plan.boxes.find(({ parent }) => parent === id)?.id;

/** The box that a way is drawn on. */
export const boxOfRow = (plan: MapPlan, address: string): MapBox | undefined =>
  plan.boxes.find(({ rows }) => rows.some(({ row }) => row.address === address));
