import { covered, down, type Goal, left, lines, right, walk } from './map-grid.ts';
import type { Rect } from './map-plan.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Wanted {
  /** The port: on the border of a box, in the middle of its row. */
  readonly from: Point;
  /** Towards the end of the line of reading, or back. */
  readonly out: 1 | -1;
  readonly to: Rect;
  /** Height at which the target is entered from its sides. */
  readonly entry: number;
  readonly isSelf: boolean;
  /** Ends are entered from any side; cards rather from above or from the reading side. */
  readonly isPill: boolean;
}

/** Distance that a line keeps from what it goes around, before lines are spread. */
export const clearance = 12;
const near = 6;
/** How far around the two boxes a way is looked for, first and at last. */
const reaches = [140, 900, 6_000] as const;
/** The same where foreign stages lie between: beneath the deepest of them is far. */
const reachesAround = [900, 6_000] as const;

/** What lines meet: what they go around, and stages that they have no business in. */
export interface Ground {
  readonly obstacles: readonly Rect[];
  readonly foreign: readonly Rect[];
}
/** A way that was found, with all that it was found from, counted from its port: the same question has the same answer. */
export interface KnownRoute {
  readonly reach: number;
  readonly question: readonly number[];
  readonly points: readonly Point[];
}

/**
 * A way with right angles around obstacles: the shortest with the fewest bends on the lines that run beside boxes. Where boxes lie on each
 * other so that there is none, a plain elbow. Through foreign stages it goes only where the way around them is far. Shapes: pixels; the answer
 * begins at the port and ends at the target's border. `known` is the answer to what was asked for the same way before.
 */
export function routeOf(
  wanted: Wanted,
  ground: Ground,
  known?: KnownRoute,
): { readonly points: readonly Point[]; readonly known?: KnownRoute } {
  const { from, to } = wanted;
  if (known) {
    const question = questionOf(wanted, groundWithin(wanted, ground, known.reach));
    if (isSame(question, known.question)) return { points: known.points.map(({ x, y }) => ({ x: x + from.x, y: y + from.y })), known };
  }
  const between = (rect: Rect) => rect.x < Math.max(from.x, to.x) && rect.x + rect.width > Math.min(from.x, to.x);
  for (const reach of ground.foreign.some(between) ? reachesAround : reaches) {
    const here = groundWithin(wanted, ground, reach);
    const found = search(wanted, here);
    if (!found) continue;
    const points = simple(found);
    const relative = points.map(({ x, y }) => ({ x: x - from.x, y: y - from.y }));
    return { points, known: { reach, question: questionOf(wanted, here), points: relative } };
  }
  return { points: elbow(wanted) };
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

function questionOf({ from, out, to, entry, isSelf, isPill }: Wanted, { obstacles, foreign }: Ground): readonly number[] {
  const boxes = [to, ...obstacles, ...foreign].flatMap(({ x, y, width, height }) => [x - from.x, y - from.y, width, height]);
  return [out, entry - from.y, Number(isSelf), Number(isPill), obstacles.length, ...boxes];
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

function areaOf({ from, out, to }: Wanted, reach: number): Area {
  const start = from.x + out * clearance;
  return {
    x: Math.min(start, to.x) - reach,
    y: Math.min(from.y, to.y) - reach,
    right: Math.max(start, to.x + to.width) + reach,
    bottom: Math.max(from.y, to.y + to.height) + reach,
  };
}

interface NearGround extends Ground {
  readonly area: Area;
}

function groundWithin(wanted: Wanted, { obstacles, foreign }: Ground, reach: number): NearGround {
  const area = areaOf(wanted, reach);
  const here = (rects: readonly Rect[]) =>
    rects.filter((rect) => rect.x < area.right && rect.x + rect.width > area.x && rect.y < area.bottom && rect.y + rect.height > area.y);
  return { area, obstacles: here(obstacles), foreign: here(foreign) };
}

function goalsOf({ to, entry, isSelf, isPill }: Wanted): readonly Goal[] {
  const fromEnd = {
    x: to.x + to.width + clearance,
    y: entry,
    direction: left,
    tip: { x: to.x + to.width, y: entry },
    cost: isPill ? 0 : 100,
  };
  if (isSelf) return [fromEnd];
  const middle = to.x + to.width / 2;
  return [
    { x: middle, y: to.y - clearance, direction: down, tip: { x: middle, y: to.y }, cost: isPill ? 20 : 0 },
    { x: to.x - clearance, y: entry, direction: right, tip: { x: to.x, y: entry }, cost: 0 },
    fromEnd,
  ];
}

function search(wanted: Wanted, { area, obstacles, foreign }: NearGround): readonly Point[] | undefined {
  const { from, out } = wanted;
  const start = { x: from.x + out * clearance, y: from.y };
  const goals = goalsOf(wanted);
  const inside = (value: number, least: number, most: number) => value >= least && value <= most;
  const xs = lines(
    [start.x, ...goals.map(({ x }) => x)],
    obstacles.flatMap((rect) => [rect.x - clearance, rect.x + rect.width + clearance]).filter((x) => inside(x, area.x, area.right)),
  );
  const ys = lines(
    [start.y, ...goals.map(({ y }) => y)],
    [...obstacles, ...foreign]
      .flatMap((rect) => [rect.y - clearance, rect.y + rect.height + clearance])
      .filter((y) => inside(y, area.y, area.bottom)),
  );
  const found = walk(
    { xs, ys, closed: covered(xs, ys, obstacles, near), dear: covered(xs, ys, foreign, 0) },
    start,
    out === 1 ? right : left,
    goals,
  );
  return found && [from, ...found];
}

/** Without points in the middle of straight parts. */
export function simple(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    if (point.x === before.x && point.y === before.y) return false;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

/** What a line looks like while its card is dragged, or where no way around is left. */
export function elbow({ from, out, to, entry }: Pick<Wanted, 'from' | 'out' | 'to' | 'entry'>): readonly Point[] {
  const lane = from.x + out * clearance;
  const tip = out === 1 && to.x >= lane ? to.x : to.x + to.width;
  const before = tip === to.x ? tip - clearance : tip + clearance;
  const outer = out === 1 ? Math.max(lane, before) : Math.min(lane, before);
  return simple([from, { x: outer, y: from.y }, { x: outer, y: entry }, { x: tip, y: entry }]);
}
