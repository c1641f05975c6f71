import { useMemo, useRef } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import { readingZoom } from '../chart/reader-sight.ts';
import { glideMs, glider, scaled } from './glide.ts';
import { type Direction, mirroredRect } from './map-mirror.ts';
import type { MapPlan, Rect } from './map-plan.ts';
import type { Point } from './map-route.ts';
import { boxOfRow } from './map-steps.ts';

const margin = 24;
/** Below this the cards say less instead of shrinking. */
export const wordsFrom = 0.6;

export interface MapSight {
  /** First sight: at 100 %, from where a case begins, or where something is chosen. */
  readonly begin: (chosen: string | undefined) => void;
  /** First sight is the whole map, or as much of it as can be read so far away. */
  readonly beginWhole: (chosen: string | undefined) => void;
  readonly fit: () => void;
  readonly scale: (factor: number) => void;
  /** Moves as little as needed to show a box, or the box of a way. */
  readonly reveal: (key: string) => void;
}

/** What part of the map is shown. */
export function useMapSight(plan: MapPlan, direction: Direction): MapSight {
  const flow = useReactFlow();
  const store = useStoreApi();
  const latest = useRef({ plan, direction });
  latest.current = { plan, direction };
  return useMemo(() => {
    const glide = glider(flow);
    const move = (x: number, y: number, zoom: number) => glide({ x, y, zoom }, glideMs.move);
    const rectOf = (id: string): Rect | undefined => {
      const rect = latest.current.plan.rectOf(id);
      return rect && mirroredRect(rect, latest.current.direction);
    };
    const wholeZoom = (whole: Rect) => {
      const { width, height } = store.getState();
      return Math.max(0.15, Math.min(1, (width - 2 * margin) / whole.width, (height - 2 * margin) / whole.height));
    };
    const fit = () => {
      const { width, height } = store.getState();
      const whole = boundsOf(latest.current.plan, latest.current.direction);
      const zoom = wholeZoom(whole);
      move((width - whole.width * zoom) / 2 - whole.x * zoom, (height - whole.height * zoom) / 2 - whole.y * zoom, zoom);
    };
    const begin = (chosen: string | undefined, zoom = readingZoom()) => {
      const { width, height } = store.getState();
      const { plan, direction } = latest.current;
      const cornerOf = (of: Rect): Point => ({
        x: direction === 'ltr' ? margin - of.x * zoom : width - margin - (of.x + of.width) * zoom,
        y: margin - of.y * zoom,
      });
      const start = rectOf(plan.boxes.find(({ begins }) => begins)?.id ?? '');
      const seen = ({ x, y }: Point, of: Rect) => {
        const [left, top] = [of.x * zoom + x, of.y * zoom + y];
        return left >= 0 && left + of.width * zoom <= width && top >= 0 && top <= height / 2;
      };
      const corner = cornerOf(boundsOf(plan, direction));
      // What stands far off, a note say, does not hide where a case begins.
      const { x, y } = start && !chosen && !seen(corner, start) ? cornerOf(start) : corner;
      const rect = chosen === undefined || chosen === '' ? undefined : rectOf(boxOfRow(plan, chosen)?.id ?? chosen);
      const byX = rect ? within(rect.x * zoom + x, rect.width * zoom, width) : 0;
      const byY = rect ? within(rect.y * zoom + y, Math.min(rect.height * zoom, height / 2), height) : 0;
      void flow.setViewport({ x: x + byX, y: y + byY, zoom });
    };
    return {
      begin,
      beginWhole: (chosen) => {
        const zoom = wholeZoom(boundsOf(latest.current.plan, latest.current.direction));
        begin(chosen, Math.max(wordsFrom, zoom));
      },
      fit,
      scale: (factor) => {
        const zoom = Math.min(2, Math.max(0.15, flow.getZoom() * factor));
        glide(scaled(flow.getViewport(), zoom, store.getState()), glideMs.scale);
      },
      reveal: (key) => {
        const { width, height } = store.getState();
        const rect = rectOf(boxOfRow(latest.current.plan, key)?.id ?? key);
        if (!rect) return;
        const now = flow.getViewport();
        const byX = within(rect.x * now.zoom + now.x, rect.width * now.zoom, width);
        const byY = within(rect.y * now.zoom + now.y, Math.min(rect.height * now.zoom, height / 2), height);
        if (byX !== 0 || byY !== 0) move(now.x + byX, now.y + byY, now.zoom);
      },
    };
  }, [flow, store]);
}

export function boundsOf(plan: MapPlan, direction: Direction): Rect {
  const rects = plan.boxes.flatMap(({ id }) => plan.rectOf(id) ?? []).map((rect) => mirroredRect(rect, direction));
  if (rects.length === 0) return { x: 0, y: 0, width: 400, height: 300 };
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}

/** How far something must move to lie inside, with a margin. */
function within(start: number, length: number, room: number): number {
  if (start < margin) return margin - start;
  return Math.min(0, Math.max(room - margin - start - length, margin - start));
}
