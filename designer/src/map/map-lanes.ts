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
  for (const axis of ['x', 'y', 'x', 'y', 'x', 'y'] as const)
    for (const channel of channels(partsOf(routes, points, axis))) {
      const lanes = lanesOf(channel, axis, obstacles);
      channel.forEach((part, index) => {
        for (const { route, index: at } of part.of)
          for (const point of points[route]?.slice(at, at + 2) ?? []) point[axis] = lanes[index] ?? part.place;
      });
    }
  return points;
}

function partsOf(routes: readonly Routed[], all: readonly (readonly Point[])[], axis: Axis): readonly Part[] {
  const along = axis === 'x' ? 'y' : 'x';
  const parts: Part[] = [];
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
      const same = parts.find((part) => part.net === net && part.place === start[axis] && part.from <= to && part.to >= from);
      if (same) {
        same.from = Math.min(same.from, from);
        same.to = Math.max(same.to, to);
        same.turns.push(...turns);
        same.of.push({ route, index });
      } else parts.push({ net, place: start[axis], from, to, turns, of: [{ route, index }] });
    }
  });
  return parts;
}

/** Parts that lie on each other, or nearly. */
function channels(parts: readonly Part[]): readonly (readonly Part[])[] {
  const found: Part[][] = [];
  for (const part of [...parts].sort((one, other) => one.place - other.place || one.from - other.from)) {
    const near = found.filter((channel) =>
      channel.some(
        (other) => Math.abs(other.place - part.place) < together && part.from < other.to + margin && other.from < part.to + margin,
      ),
    );
    for (const joined of near) found.splice(found.indexOf(joined), 1);
    found.push([...near.flat(), part]);
  }
  return found.filter((channel) => channel.length > 1).map(ordered);
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
    const [start, end, low, high] =
      axis === 'x'
        ? [rect.y, rect.y + rect.height, rect.x, rect.x + rect.width]
        : [rect.x, rect.x + rect.width, rect.y, rect.y + rect.height];
    if (end <= from || start >= to) continue;
    if (high <= middle) least = Math.max(least, high + margin);
    else if (low >= middle) most = Math.min(most, low - margin);
  }
  const step = Math.min(apart, Math.max(1, (most - least) / (channel.length - 1)));
  const width = step * (channel.length - 1);
  const first = Math.max(least, Math.min(middle - width / 2, most - width));
  return channel.map((_, index) => first + index * step);
}
