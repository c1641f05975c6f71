import type { Rect } from './map-plan.ts';
import type { Point } from './map-route.ts';

export interface Routed {
  /** Lines of one net share lanes and arrow. */
  readonly net: string;
  readonly points: readonly Point[];
}

const apart = 6;
/** Lines nearer to each other than this run in one channel. */
const together = 5;
const margin = 5;
const timesMost = 3;
type Axis = 'x' | 'y';

/** A straight part of one or several lines of a net, between two bends, that may be shifted sideways. */
interface Part {
  readonly net: string;
  place: number;
  from: number;
  to: number;
  /** Where its lines come from and go on to: place along the part, and to which side. */
  readonly turns: { readonly along: number; readonly side: number }[];
  readonly of: { readonly route: number; readonly index: number }[];
}

/**
 * Keeps lines apart that run on each other: parts in one channel get lanes beside each other, in the order in which they cross least, as far
 * as there is room between the boxes. First and last parts stay: a port and the tip of an arrow are where they are.
 */
export function spread(routes: readonly Routed[], obstacles: readonly Rect[]): readonly (readonly Point[])[] {
  const points = routes.map((route) => route.points.map((point) => ({ ...point })));
  // Lanes of one channel may come to lie on another: once more, until they keep apart.
  for (let time = 0; time < timesMost; time += 1) {
    const moved = [shift(routes, points, 'x', obstacles), shift(routes, points, 'y', obstacles)];
    if (!moved.includes(true)) break;
  }
  return points;
}

/** Gives every channel of an axis its lanes. Whether anything moved. */
function shift(routes: readonly Routed[], points: readonly { x: number; y: number }[][], axis: Axis, obstacles: readonly Rect[]): boolean {
  let moved = false;
  for (const channel of channels(partsOf(routes, points, axis))) {
    const lanes = lanesOf(channel, axis, obstacles);
    channel.forEach((part, index) => {
      const lane = lanes[index] ?? part.place;
      if (Math.abs(lane - part.place) < 0.01) return;
      moved = true;
      for (const { route, index: at } of part.of) for (const point of points[route]?.slice(at, at + 2) ?? []) point[axis] = lane;
    });
  }
  return moved;
}

function partsOf(routes: readonly Routed[], all: readonly (readonly Point[])[], axis: Axis): readonly Part[] {
  const along = axis === 'x' ? 'y' : 'x';
  const parts: Part[] = [];
  const near = new Map<string, Part[]>();
  all.forEach((points, route) => {
    for (let index = 1; index + 2 < points.length; index += 1) {
      const [before, start, end, after] = points.slice(index - 1, index + 3);
      if (!before || !start || !end || !after || start[axis] !== end[axis]) continue;
      const net = routes[route]?.net ?? '';
      const from = Math.min(start[along], end[along]);
      const to = Math.max(start[along], end[along]);
      const turns = [
        { along: start[along], side: Math.sign(before[axis] - start[axis]) },
        { along: end[along], side: Math.sign(after[axis] - end[axis]) },
      ];
      const key = `${start[axis]} ${net}`;
      const alike = near.get(key) ?? [];
      const same = alike.find((part) => part.from <= to && part.to >= from);
      if (same) {
        same.from = Math.min(same.from, from);
        same.to = Math.max(same.to, to);
        same.turns.push(...turns);
        same.of.push({ route, index });
        continue;
      }
      const part = { net, place: start[axis], from, to, turns, of: [{ route, index }] };
      parts.push(part);
      near.set(key, [...alike, part]);
    }
  });
  return parts;
}

/** Parts that lie on each other, or nearly. */
function channels(parts: readonly Part[]): readonly (readonly Part[])[] {
  const found = new Set<Part[]>();
  let open: Part[][] = [];
  for (const part of [...parts].sort((one, other) => one.place - other.place || one.from - other.from)) {
    open = open.filter((channel) => channel.some(({ place }) => part.place - place < together));
    const near = open.filter((channel) =>
      channel.some((other) => part.place - other.place < together && part.from < other.to + margin && other.from < part.to + margin),
    );
    for (const joined of near) found.delete(joined);
    const channel = [...near.flat(), part];
    found.add(channel);
    open = [...open.filter((each) => !near.includes(each)), channel];
  }
  return [...found].filter((channel) => channel.length > 1).map(ordered);
}

/** From left to right, or from above: each part goes to where it crosses the others least. */
function ordered(channel: readonly Part[]): readonly Part[] {
  const order: Part[] = [];
  for (const part of channel) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place <= order.length; place += 1) {
      const crossings = order.reduce((sum, other, at) => sum + (at < place ? crossed(other, part) : crossed(part, other)), 0);
      if (crossings < least) [least, best] = [crossings, place];
    }
    order.splice(best, 0, part);
  }
  return order;
}

/** How often lines cross where `one` runs before `other`. */
function crossed(one: Part, other: Part): number {
  const through = (part: Part, { along }: Part['turns'][number]) => along > part.from && along < part.to;
  const after = one.turns.filter((turn) => turn.side > 0 && through(other, turn)).length;
  return after + other.turns.filter((turn) => turn.side < 0 && through(one, turn)).length;
}

function lanesOf(channel: readonly Part[], axis: Axis, obstacles: readonly Rect[]): readonly number[] {
  const middle = channel.reduce((sum, { place }) => sum + place, 0) / channel.length;
  const from = Math.min(...channel.map((part) => part.from));
  const to = Math.max(...channel.map((part) => part.to));
  let least = middle - 200;
  let most = middle + 200;
  for (const rect of obstacles) {
    const start = axis === 'x' ? rect.y : rect.x;
    const low = axis === 'x' ? rect.x : rect.y;
    const end = start + (axis === 'x' ? rect.height : rect.width);
    if (end <= from || start >= to) continue;
    const high = low + (axis === 'x' ? rect.width : rect.height);
    if (low + high <= 2 * middle) least = Math.max(least, high + margin);
    else most = Math.min(most, low - margin);
  }
  const step = Math.min(apart, Math.max(0, (most - least) / (channel.length - 1)));
  const width = step * (channel.length - 1);
  const first = Math.max(least, Math.min(middle - width / 2, most - width));
  return channel.map((_, index) => first + index * step);
}
