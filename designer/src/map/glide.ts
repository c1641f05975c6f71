import type { ReactFlowInstance, Viewport } from 'reactflow';
import { calm } from '../chart/reader-sight.ts';

/** Milliseconds of a glide from place to place, and of a step nearer or farther. */
export const glideMs = { move: 200, scale: 120 } as const;

/** Moves the sight there while one can follow it, at once for readers who want no motion. Who moves it meanwhile has it. */
export function glider(flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>): (to: Viewport, ms: number) => void {
  let frame = 0;
  return (to, ms) => {
    cancelAnimationFrame(frame);
    if (calm()) {
      void flow.setViewport(to);
      return;
    }
    const from = flow.getViewport();
    let left = from;
    let began: number | undefined;
    const step = (now: number) => {
      began ??= now;
      const { x, y, zoom } = flow.getViewport();
      if (x !== left.x || y !== left.y || zoom !== left.zoom) return;
      const share = Math.min(1, (now - began) / ms);
      void flow.setViewport(between(from, to, 1 - (1 - share) ** 3));
      left = flow.getViewport(); // Not always as it was asked: there are bounds.
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
}

/** Nearer or farther about the middle of a sheet of this size. */
export function scaled(
  { x, y, zoom }: Viewport,
  to: number,
  { width, height }: { readonly width: number; readonly height: number },
): Viewport {
  const about = (at: number, middle: number) => middle - ((middle - at) * to) / zoom;
  return { x: about(x, width / 2), y: about(y, height / 2), zoom: to };
}

const between = (from: Viewport, to: Viewport, share: number): Viewport => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
  zoom: from.zoom + (to.zoom - from.zoom) * share,
});
