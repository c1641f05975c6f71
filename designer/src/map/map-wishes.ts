import type { EdgeKind } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import { isAround, type MapBox, type MapPlan, type MapRow, obstaclesOf, type Rect } from './map-plan.ts';
import type { Point, Wanted } from './map-route.ts';
import { headHeight } from './map-sizes.ts';

/** One line of the map: from a row to where it leads. */
export interface MapWay {
  readonly id: string;
  readonly row: TreeRow;
  readonly kind: EdgeKind;
  /** Boxes that are drawn: of an element in a folded stage, the stage. */
  readonly from: string;
  readonly to: string;
  /** Right angles, from the port to the tip of the arrow, counted from the reading side. */
  readonly points: readonly Point[];
}
/** Where lines leave a row: on the side of where it leads. */
export type Side = 'start' | 'end';

/** A way before anybody has looked for it: plain numbers, so that a worker can. */
export interface WayWish {
  readonly id: string;
  readonly wanted: Wanted;
  /** Lines of one net share lanes and arrow. */
  readonly net: string;
  /** Stages that it leaves or enters; through the others it goes only where the way around is far. */
  readonly own: readonly number[];
}
export interface WayWishes {
  readonly obstacles: readonly Rect[];
  readonly stages: readonly Rect[];
  readonly wishes: readonly WayWish[];
}
export interface WishedWays {
  readonly ways: readonly Omit<MapWay, 'points'>[];
  readonly sides: ReadonlyMap<string, Side>;
  readonly wishes: WayWishes;
}

const wished = new WeakMap<MapPlan, WishedWays>();

/** Which lines a plan has, and what each has to go around. */
export function wishedWays(plan: MapPlan): WishedWays {
  const known = wished.get(plan);
  if (known) return known;
  const made = makeWishes(plan);
  wished.set(plan, made);
  return made;
}

function makeWishes(plan: MapPlan): WishedWays {
  const stages = plan.boxes.filter(({ kind, parent }) => kind === 'stage' && parent === undefined);
  const sides = new Map<string, Side>();
  const ways: Omit<MapWay, 'points'>[] = [];
  const wishes: WayWish[] = [];
  for (const box of plan.boxes) {
    for (const { row, middle } of leading(plan, box)) {
      const targets = [...new Set(row.to.flatMap((id) => plan.shown(id) ?? []))].filter((to) => !(box.folded && to.id === box.id));
      const [first] = targets;
      if (!first) continue;
      const side = sides.get(row.address) ?? sideOf(plan, box, first);
      sides.set(row.address, side);
      for (const to of targets) {
        const wanted = wantedOf(plan, { box, middle, side, to });
        if (!wanted) continue;
        const id = `${row.address}>${to.id}`;
        const own = stages.flatMap((stage, index) =>
          [box, to].some((one) => one.id === stage.id || isAround(plan, stage, one)) ? [index] : [],
        );
        ways.push({ id, row, kind: row.kind, from: box.id, to: to.id });
        wishes.push({ id, wanted, net: `${to.id} ${lookOf(row)}`, own });
      }
    }
  }
  const rects = stages.flatMap(({ id }) => plan.rectOf(id) ?? []);
  return { ways, sides, wishes: { obstacles: obstaclesOf(plan), stages: rects, wishes } };
}

/** Decisions are drawn apart from what else happens by itself. */
export const lookOf = (row: TreeRow): EdgeKind | 'decision' => (row.via === 'always' ? 'decision' : row.kind);

/** Rows that start at a box: its own, and for a folded stage those of everything in it, from the middle of its title. */
function leading(plan: MapPlan, box: MapBox): readonly MapRow[] {
  if (!box.folded || !box.element) return box.rows;
  const inside = (element: NonNullable<MapBox['element']>): readonly TreeRow[] =>
    element.children.flatMap((child) => [...child.rows, ...inside(child)]);
  const own = new Set<string>();
  return [...box.rows, ...inside(box.element).map((row) => ({ row, middle: headHeight / 2 }))].filter(({ row }) => {
    const leads = row.to.map((id) => plan.shown(id)?.id).join(' ');
    const key = box.rows.some((each) => each.row === row) ? row.address : `${leads} ${lookOf(row)}`;
    return !own.has(key) && own.add(key);
  });
}

function sideOf(plan: MapPlan, box: MapBox, to: MapBox): Side {
  const from = plan.rectOf(box.id);
  const target = plan.rectOf(to.id);
  if (!from || !target || box.id === to.id) return 'end';
  if (target.x + target.width <= from.x) return 'start';
  const beside = target.x >= from.x + from.width;
  return !beside && target.y < from.y && !isAround(plan, to, box) && !isAround(plan, box, to) ? 'start' : 'end';
}

interface Leaving {
  readonly box: MapBox;
  readonly middle: number;
  readonly side: Side;
  readonly to: MapBox;
}

function wantedOf(plan: MapPlan, { box, middle, side, to }: Leaving) {
  const from = plan.rectOf(box.id);
  const target = plan.rectOf(to.id);
  if (!from || !target) return undefined;
  const outward = side === 'end' ? 1 : -1;
  // From the border of a stage to something in it the line goes inwards.
  const out: 1 | -1 = isAround(plan, box, to) ? (outward === 1 ? -1 : 1) : outward;
  return {
    from: { x: side === 'end' ? from.x + from.width : from.x, y: from.y + middle },
    out,
    to: target,
    entry: target.y + Math.min(headHeight, target.height) / 2,
    isSelf: box.id === to.id,
    isPill: to.kind === 'outcome' || to.kind === 'history',
  };
}
