import type { Rect } from './map-plan.ts';
import type { Point } from './map-route.ts';

export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
}
const grid = 8;
const reach = 6;

/**
 * Where a dragged box comes to lie: on an edge or the middle of a neighbour where one is near, else on a grid of 8 px. The guides say which, in
 * the same coordinates as the boxes.
 */
export function snapped(box: Rect, neighbours: readonly Rect[]): { readonly at: Point; readonly guides: readonly Guide[] } {
  const x = nearest([box.x, box.x + box.width / 2, box.x + box.width], edges(neighbours, 'x'));
  const y = nearest([box.y, box.y + box.height / 2, box.y + box.height], edges(neighbours, 'y'));
  return {
    at: { x: x ? box.x + x.by : Math.round(box.x / grid) * grid, y: y ? box.y + y.by : Math.round(box.y / grid) * grid },
    guides: [...(x ? [{ axis: 'x' as const, at: x.at }] : []), ...(y ? [{ axis: 'y' as const, at: y.at }] : [])],
  };
}

const edges = (boxes: readonly Rect[], axis: 'x' | 'y'): readonly number[] =>
  boxes.flatMap((box) => {
    const length = axis === 'x' ? box.width : box.height;
    return [box[axis], box[axis] + length / 2, box[axis] + length];
  });

function nearest(own: readonly number[], others: readonly number[]): { readonly by: number; readonly at: number } | undefined {
  let best: { by: number; at: number } | undefined;
  for (const at of others)
    for (const each of own)
      if (Math.abs(at - each) <= reach && (!best || Math.abs(at - each) < Math.abs(best.by))) best = { by: at - each, at };
  return best;
}
