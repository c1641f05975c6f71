import type { Rect } from './map-plan.ts';
import type { Point } from './map-route.ts';

const bend = 36;
/** How much longer a way through a stage counts that it neither leaves nor enters. */
const foreignCost = 3;
export const right = 0;
export const down = 1;
export const left = 2;
const up = 3;

/** Where a way may end: a point of the grid, reached in one direction, what that costs, and the tip of the arrow beyond it. */
export interface Goal extends Point {
  readonly direction: number;
  readonly tip: Point;
  readonly cost: number;
}

/** Coordinates to walk on: the exact ones, and of the others those that no exact or earlier one is next to. */
export function lines(exact: readonly number[], others: readonly number[]): readonly number[] {
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

export function covered(xs: readonly number[], ys: readonly number[], boxes: readonly Rect[], around: number): Covered {
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
export function walk(grid: Grid, start: Point, direction: number, goals: readonly Goal[]): readonly Point[] | undefined {
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
