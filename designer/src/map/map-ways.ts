import type { EdgeKind } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import { spread } from './map-lanes.ts';
import type { MapBox, MapPlan, MapRow, Rect } from './map-plan.ts';
import { type KnownRoute, type Point, routeOf } from './map-route.ts';
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

export interface MapWays {
  readonly ways: readonly MapWay[];
  /** Side of the port of each drawn row, by its address. */
  readonly sides: ReadonlyMap<string, Side>;
}

const ways = new WeakMap<MapPlan, MapWays>();
/** Ways of the plan before: an edit changes few of them. */
let remembered: ReadonlyMap<string, KnownRoute> = new Map();

/** All lines of a plan. They go around cards and title bars; lines to one target of one kind share a lane, others keep apart. */
export function waysOf(plan: MapPlan): MapWays {
  const known = ways.get(plan);
  if (known) return known;
  const made = makeWays(plan);
  ways.set(plan, made);
  return made;
}

function makeWays(plan: MapPlan): MapWays {
  const obstacles = obstaclesOf(plan);
  const stages = plan.boxes.filter(({ kind, parent }) => kind === 'stage' && parent === undefined);
  const sides = new Map<string, Side>();
  const routed: { way: MapWay; net: string }[] = [];
  const found = new Map<string, KnownRoute>();
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
        const { points, known } = routeOf(wanted, { obstacles, foreign: foreignTo(plan, stages, box, to) }, remembered.get(id));
        if (known) found.set(id, known);
        const way = { id, row, kind: row.kind, from: box.id, to: to.id, points };
        routed.push({ way, net: `${to.id} ${lookOf(row)}` });
      }
    }
  }
  remembered = found;
  const spreadOut = spread(
    routed.map(({ way, net }) => ({ net, points: way.points })),
    obstacles,
  );
  return { ways: routed.map(({ way }, index) => ({ ...way, points: spreadOut[index] ?? way.points })), sides };
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

/** Whether `outer` holds `inner`. */
function isAround(plan: MapPlan, outer: MapBox, inner: MapBox): boolean {
  if (inner.parent === undefined) return false;
  return inner.parent === outer.id || isAround(plan, outer, plan.byId.get(inner.parent) ?? inner);
}

/** Stages that a way between two boxes has no business in. */
function foreignTo(plan: MapPlan, stages: readonly MapBox[], from: MapBox, to: MapBox): readonly Rect[] {
  const own = (stage: MapBox) => [from, to].some((box) => box.id === stage.id || isAround(plan, stage, box));
  return stages.flatMap((stage) => (own(stage) ? [] : (plan.rectOf(stage.id) ?? [])));
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

/** What no line goes through: cards, title bars and feet of what holds cards. */
export function obstaclesOf(plan: MapPlan): readonly Rect[] {
  return plan.boxes.flatMap((box) => {
    const rect = plan.rectOf(box.id);
    if (!rect) return [];
    if (box.kind !== 'stage' && box.kind !== 'tracks') return [rect];
    const head = { ...rect, height: box.head };
    const foot = { ...rect, y: rect.y + rect.height - box.foot, height: box.foot };
    return box.foot > 0 && !box.folded ? [head, foot] : [head];
  });
}
