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
const bend = 36;
/** How much longer a way through a stage counts that it neither leaves nor enters. */
const foreignCost = 3;
/** How far around the two boxes a way is looked for, first and at last. */
const reaches = [140, 900, 6_000] as const;
/** The same where foreign stages lie between: beneath the deepest of them is far. */
const reachesAround = [900, 6_000] as const;
const right = 0;
const down = 1;
const left = 2;
const up = 3;

/**
 * A way with right angles around obstacles: the shortest with the fewest bends on the lines that run beside boxes. Where boxes lie on each
 * other so that there is none, a plain elbow. Shapes: pixels; the answer begins at the port and ends at the target's border.
 */
export function routeOf(wanted: Wanted, obstacles: readonly Rect[], foreign: readonly Rect[] = []): readonly Point[] {
  const between = (rect: Rect) =>
    rect.x < Math.max(wanted.from.x, wanted.to.x) && rect.x + rect.width > Math.min(wanted.from.x, wanted.to.x);
  for (const reach of foreign.some(between) ? reachesAround : reaches) {
    const found = search(wanted, { obstacles, foreign }, reach);
    if (found) return simple(found);
  }
  return elbow(wanted);
}

interface Goal {
  readonly x: number;
  readonly y: number;
  readonly direction: number;
  readonly tip: Point;
  readonly cost: number;
}

function goalsOf({ to, entry, isSelf, isPill }: Wanted): readonly Goal[] {
  const fromEnd = {
    x: to.x + to.width + clearance,
    y: entry,
    direction: left,
    tip: { x: to.x + to.width, y: entry },
    cost: isPill ? 0 : 60,
  };
  if (isSelf) return [fromEnd];
  const middle = to.x + to.width / 2;
  return [
    { x: middle, y: to.y - clearance, direction: down, tip: { x: middle, y: to.y }, cost: isPill ? 20 : 0 },
    { x: to.x - clearance, y: entry, direction: right, tip: { x: to.x, y: entry }, cost: 0 },
    fromEnd,
  ];
}

interface Ground {
  readonly obstacles: readonly Rect[];
  readonly foreign: readonly Rect[];
}

function search(wanted: Wanted, ground: Ground, reach: number): readonly Point[] | undefined {
  const { from, out, to } = wanted;
  const start = { x: from.x + out * clearance, y: from.y };
  const area = {
    x: Math.min(start.x, to.x) - reach,
    y: Math.min(start.y, to.y) - reach,
    right: Math.max(start.x, to.x + to.width) + reach,
    bottom: Math.max(start.y, to.y + to.height) + reach,
  };
  const here = (rects: readonly Rect[]) =>
    rects.filter((rect) => rect.x < area.right && rect.x + rect.width > area.x && rect.y < area.bottom && rect.y + rect.height > area.y);
  const obstacles = here(ground.obstacles);
  const foreign = here(ground.foreign);
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

/** Coordinates to walk on: the exact ones, and of the others those that no exact or earlier one is next to. */
function lines(exact: readonly number[], others: readonly number[]): readonly number[] {
  const kept = [...new Set(exact)];
  for (const value of [...others].sort((one, other) => one - other)) if (!kept.some((each) => Math.abs(each - value) < 3)) kept.push(value);
  return kept.sort((one, other) => one - other);
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly closed: Covered;
  readonly dear: Covered;
}
/** By point: whether the step to the next one along the axis meets a box. */
interface Covered {
  readonly x: Uint8Array;
  readonly y: Uint8Array;
}

function covered(xs: readonly number[], ys: readonly number[], boxes: readonly Rect[], around: number): Covered {
  const columns = xs.length;
  const alongX = new Uint8Array(columns * ys.length);
  const alongY = new Uint8Array(columns * ys.length);
  for (const rect of boxes) {
    const box = {
      x: rect.x - around,
      y: rect.y - around,
      right: rect.x + rect.width + around,
      bottom: rect.y + rect.height + around,
    };
    ys.forEach((y, row) => {
      const nextY = ys[row + 1] ?? y;
      const crossesRow = y > box.y && y < box.bottom;
      const crossesStep = y < box.bottom && nextY > box.y;
      if (!crossesRow && !crossesStep) return;
      xs.forEach((x, column) => {
        const nextX = xs[column + 1] ?? x;
        if (crossesRow && x < box.right && nextX > box.x) alongX[row * columns + column] = 1;
        if (crossesStep && x > box.x && x < box.right) alongY[row * columns + column] = 1;
      });
    });
  }
  return { x: alongX, y: alongY };
}

/** A* over (point, direction). */
function walk(grid: Grid, start: Point, direction: number, goals: readonly Goal[]): readonly Point[] | undefined {
  const { xs, ys, closed, dear } = grid;
  const columns = xs.length;
  const size = columns * ys.length;
  const at = (x: number, y: number) => ys.indexOf(y) * columns + xs.indexOf(x);
  const ends = new Map<number, Goal>();
  for (const goal of goals) ends.set(at(goal.x, goal.y) * 4 + goal.direction, goal);
  const costs = new Float64Array(size * 4).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size * 4).fill(-1);
  const ahead = (point: number) => {
    const x = xs[point % columns] ?? 0;
    const y = ys[Math.floor(point / columns)] ?? 0;
    return Math.min(...goals.map((goal) => Math.abs(goal.x - x) + Math.abs(goal.y - y)));
  };
  const open = new Heap();
  const first = at(start.x, start.y) * 4 + direction;
  costs[first] = 0;
  open.push(first, ahead(first >> 2));
  let best: { state: number; cost: number } | undefined;
  while (open.size > 0) {
    const { state, rank } = open.pop();
    if (best && rank >= best.cost) break;
    const point = state >> 2;
    const heading = state & 3;
    const cost = costs[state] ?? 0;
    const goal = ends.get(state);
    if (goal && (!best || cost + goal.cost < best.cost)) best = { state, cost: cost + goal.cost };
    for (let turn = 0; turn < 4; turn += 1) {
      if (((turn + 2) & 3) === heading) continue;
      const next = neighbour(point, turn, columns, size);
      if (next < 0) continue;
      const lower = Math.min(point, next);
      const level = turn === right || turn === left;
      if ((level ? closed.x[lower] : closed.y[lower]) === 1) continue;
      const length = level
        ? Math.abs((xs[next % columns] ?? 0) - (xs[point % columns] ?? 0))
        : Math.abs((ys[Math.floor(next / columns)] ?? 0) - (ys[Math.floor(point / columns)] ?? 0));
      const through = (level ? dear.x[lower] : dear.y[lower]) === 1 ? foreignCost : 1;
      const total = cost + length * through + (turn === heading ? 0 : bend);
      const reached = next * 4 + turn;
      if (total >= (costs[reached] ?? 0)) continue;
      costs[reached] = total;
      before[reached] = state;
      open.push(reached, total + ahead(next));
    }
  }
  if (!best) return undefined;
  const goal = ends.get(best.state);
  const points: Point[] = goal ? [goal.tip] : [];
  for (let state = best.state; state >= 0; state = before[state] ?? -1)
    points.unshift({ x: xs[(state >> 2) % columns] ?? 0, y: ys[Math.floor((state >> 2) / columns)] ?? 0 });
  return points;
}

function neighbour(point: number, turn: number, columns: number, size: number): number {
  if (turn === right) return point % columns === columns - 1 ? -1 : point + 1;
  if (turn === left) return point % columns === 0 ? -1 : point - 1;
  if (turn === up) return point - columns;
  return point + columns < size ? point + columns : -1;
}

class Heap {
  readonly #states: number[] = [];
  readonly #ranks: number[] = [];
  get size(): number {
    return this.#states.length;
  }
  push(state: number, rank: number): void {
    let at = this.#states.push(state) - 1;
    this.#ranks.push(rank);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#ranks[parent] ?? 0) <= rank) break;
      this.#swap(at, parent);
      at = parent;
    }
  }
  pop(): { readonly state: number; readonly rank: number } {
    const top = { state: this.#states[0] ?? 0, rank: this.#ranks[0] ?? 0 };
    const state = this.#states.pop() ?? 0;
    const rank = this.#ranks.pop() ?? 0;
    const { length } = this.#states;
    if (length > 0) {
      this.#states[0] = state;
      this.#ranks[0] = rank;
      let at = 0;
      for (;;) {
        const first = 2 * at + 1;
        if (first >= length) break;
        const least = first + 1 < length && (this.#ranks[first + 1] ?? 0) < (this.#ranks[first] ?? 0) ? first + 1 : first;
        if ((this.#ranks[least] ?? 0) >= rank) break;
        this.#swap(at, least);
        at = least;
      }
    }
    return top;
  }
  #swap(one: number, other: number): void {
    [this.#states[one], this.#states[other]] = [this.#states[other] ?? 0, this.#states[one] ?? 0];
    [this.#ranks[one], this.#ranks[other]] = [this.#ranks[other] ?? 0, this.#ranks[one] ?? 0];
  }
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
