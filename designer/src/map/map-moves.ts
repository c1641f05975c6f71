import type { Command } from '../model/command.ts';
import type { Spot } from '../model/document.ts';
import { overlaps } from './map-place.ts';
import { isAround, type MapBox, type MapPlan, obstaclesOf, type Rect, spotOf } from './map-plan.ts';
import type { Point } from './map-route.ts';

/** A box that was let go, in absolute coordinates from the reading side. */
export interface Dropped {
  readonly id: string;
  readonly at: Point;
}

/**
 * What letting go of boxes does to the document: they stand where they were put, in the stage that lies beneath their middle. Everything beside
 * them stays where it is seen now: whoever places one card has placed the others too.
 */
export const droppedCommands = (plan: MapPlan, layout: object, dropped: readonly Dropped[]): readonly Command[] =>
  placedCommands(plan, layout, dropped, (box, at) => holderAt(plan, box, at));

/** Boxes moved by the arrow keys stay in their stage, wherever it ends. */
export function shiftedCommands(plan: MapPlan, layout: object, ids: readonly string[], by: Point): readonly Command[] {
  const dropped = ids.flatMap((id) => {
    const rect = plan.rectOf(id);
    if (!rect) return [];
    const at = { ...rect, x: rect.x + by.x, y: rect.y + by.y };
    return [{ id, at: plan.byId.get(id)?.kind === 'note' ? beyond(at, by, obstaclesOf(plan)) : at }];
  });
  return placedCommands(plan, layout, dropped, ({ parent }) => parent ?? '');
}

/** A note lies on nothing that is drawn: by the keys it goes over to the other side. */
function beyond(at: Rect, by: Point, obstacles: readonly Rect[]): Rect {
  const over = obstacles.find((rect) => overlaps(at, rect) && rect.width > 0);
  if (!over) return at;
  const x = by.x > 0 ? over.x + over.width : by.x < 0 ? over.x - at.width : at.x;
  const y = by.y > 0 ? over.y + over.height : by.y < 0 ? over.y - at.height : at.y;
  return x === at.x && y === at.y ? at : beyond({ ...at, x, y }, by, obstacles);
}

function placedCommands(
  plan: MapPlan,
  layout: object,
  dropped: readonly Dropped[],
  holderOf: (box: MapBox, at: Point) => string,
): readonly Command[] {
  const spots: Record<string, Spot> = {};
  const notes: Command[] = [];
  /** After the places: their words are the ones that are said. */
  const moves: Command[] = [];
  const ids = new Set(dropped.map(({ id }) => id));
  for (const { id, at } of dropped) {
    const box = plan.byId.get(id);
    if (!box || (box.parent !== undefined && ids.has(box.parent))) continue; // It goes with the stage around it.
    if (box.kind === 'note') {
      notes.push({ name: 'note.set', payload: { note: id.slice('note:'.length), spot: rounded(at) } });
      continue;
    }
    const into = holderOf(box, at);
    const parent = box.parent ?? '';
    if (into !== parent) moves.push({ name: 'step.move', payload: { ids: [id], into, ...beforeIn(plan, into, at) } });
    const around = into === '' ? { x: 0, y: 0 } : (plan.rectOf(into) ?? { x: 0, y: 0 });
    for (const other of new Set([into, parent])) Object.assign(spots, standing(plan, layout, other, ids));
    spots[id] = rounded({ x: at.x - around.x, y: at.y - around.y });
  }
  const places: readonly Command[] = Object.keys(spots).length > 0 ? [{ name: 'layout.set', payload: { spots, moved: [...ids] } }] : [];
  return [...places, ...moves, ...notes];
}

/** Where everything in a stage stands now, as if somebody had placed it. */
function standing(plan: MapPlan, layout: object, parent: string, except: ReadonlySet<string>): Record<string, Spot> {
  const spots: Record<string, Spot> = {};
  for (const box of plan.boxes) {
    if ((box.parent ?? '') !== parent || !box.element || except.has(box.id)) continue;
    if (plan.byId.get(parent)?.kind === 'tracks') continue;
    if (spotOf(layout, box.id).x === undefined) spots[box.id] = rounded(box);
  }
  return spots;
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** The innermost stage or track under the middle of a box, never itself or what is inside it; empty: the procedure. */
function holderAt(plan: MapPlan, box: MapBox, at: Point): string {
  if (box.element?.kind === 'stage' && box.parent === undefined) return '';
  const middle = { x: at.x + box.width / 2, y: at.y + Math.min(box.height, 40) / 2 };
  return stageAt(plan, middle, (other) => other.id !== box.id && !isAround(plan, box, other)) ?? '';
}

/** The innermost open stage at a place, of those that may be. */
export const stageAt = (plan: MapPlan, at: Point, may: (stage: MapBox) => boolean = () => true): string | undefined =>
  plan.boxes.findLast((box) => {
    const rect = plan.rectOf(box.id);
    return box.kind === 'stage' && !box.folded && rect !== undefined && contains(rect, at) && may(box);
  })?.id;

const contains = (rect: Rect, { x, y }: Point): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;

/** In the order of the procedure a step stands before what lies beneath it. */
function beforeIn(plan: MapPlan, into: string, at: Point): { readonly before?: string } {
  const next = plan.boxes.find((box) => (box.parent ?? '') === into && box.element && (plan.rectOf(box.id)?.y ?? 0) > at.y);
  return next && into !== '' ? { before: next.id } : {};
}
