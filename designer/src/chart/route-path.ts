import type { Point } from './chart-layout.ts';

const corner = 6;
const headLength = 7;
const headHalf = 4;

/** A route as SVG: the line with rounded corners, ending where the head begins, and the head as a filled triangle. */
export function routePath(points: readonly Point[]): {
  readonly line: string;
  readonly head: string;
} {
  const last = points.at(-1);
  const previous = points.at(-2);
  if (!last || !previous) return { line: '', head: '' };
  const length = Math.hypot(last.x - previous.x, last.y - previous.y) || 1;
  const along = {
    x: (last.x - previous.x) / length,
    y: (last.y - previous.y) / length,
  };
  const neck = {
    x: last.x - along.x * headLength,
    y: last.y - along.y * headLength,
  };
  const wing = { x: -along.y * headHalf, y: along.x * headHalf };
  return {
    line: rounded([...points.slice(0, -1), neck]),
    head: `M${place(last)}L${place({ x: neck.x + wing.x, y: neck.y + wing.y })}L${place({ x: neck.x - wing.x, y: neck.y - wing.y })}Z`,
  };
}

function rounded(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${place(point)}`;
      if (!after) return `L${place(point)}`;
      return `L${place(towards(point, before))}Q${place(point)} ${place(towards(point, after))}`;
    })
    .join('');
}

/** A point at most a corner's radius from `from` on the way to `to`, never past the middle of the segment. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = Math.min(corner, length / 2) / length;
  return {
    x: from.x + (to.x - from.x) * step,
    y: from.y + (to.y - from.y) * step,
  };
}

const place = (point: Point): string => `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;
