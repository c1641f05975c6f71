import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChartLayout, Point } from './chart-layout.ts';
import { calm, readingZoom } from './reader-sight.ts';

const zoomLeast = 0.35;
const zoomMost = 1.25;
/** Room around the picture, in pixels. */
export const sheetRoom = 12;

export interface ChartSight {
  readonly zoom: number;
  /** The zoom at which the chart's text is as large as the page's. */
  readonly reading: number;
  readonly whole: () => void;
  readonly scale: (factor: number) => void;
  /** Moves as little as needed to show a card. */
  readonly reveal: (card: HTMLElement) => void;
}

/** What part of the chart is shown. At the beginning, after a resize and whenever the case moves: where it is now, at reading size. */
export function useChartSight(holder: RefObject<HTMLElement | null>, layout: ChartLayout, here: string): ChartSight {
  const reading = readingZoom();
  const [zoom, setZoom] = useState(reading);
  /** What of the picture comes to the middle with the next zoom. */
  const middle = useRef<Point>(undefined);
  useLayoutEffect(() => {
    if (middle.current && holder.current) showMiddle(holder.current, middle.current, zoom);
    middle.current = undefined;
  }, [holder, zoom]);
  useEffect(() => {
    const sheet = holder.current;
    const box = layout.cards.get(here);
    if (!sheet) return;
    const home = () => {
      middle.current = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      setZoom(reading);
      if (middle.current) showMiddle(sheet, middle.current, reading);
    };
    const sized = new ResizeObserver(home); // It tells the first size too.
    sized.observe(sheet);
    return () => sized.disconnect();
  }, [holder, layout, here, reading]);
  return useMemo(() => {
    const to = (next: number) => {
      const sheet = holder.current;
      if (sheet) middle.current = middleOf(sheet, layout, zoom);
      setZoom(Math.min(zoomMost * reading, Math.max(zoomLeast, next)));
    };
    return {
      zoom,
      reading,
      whole: () => {
        const { clientWidth = 0, clientHeight = 0 } = holder.current ?? {};
        to(Math.min(reading, (clientWidth - 2 * sheetRoom) / layout.width, (clientHeight - 2 * sheetRoom) / layout.height));
      },
      scale: (factor) => to(zoom * factor),
      reveal: (card) => card.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: calm() ? 'instant' : 'smooth' }),
    };
  }, [holder, layout, reading, zoom]);
}

/** The point of the picture in the middle of what is shown; of a picture that is shown whole, its own. */
function middleOf(sheet: HTMLElement, layout: ChartLayout, zoom: number): Point {
  const along = (scrolled: number, shown: number, whole: number) => Math.min(whole, scrolled + shown / 2 - sheetRoom) / zoom;
  return {
    x: along(sheet.scrollLeft, sheet.clientWidth, layout.width * zoom),
    y: along(sheet.scrollTop, sheet.clientHeight, layout.height * zoom),
  };
}

function showMiddle(sheet: HTMLElement, { x, y }: Point, zoom: number): void {
  sheet.scrollTo({
    left: x * zoom + sheetRoom - sheet.clientWidth / 2,
    top: y * zoom + sheetRoom - sheet.clientHeight / 2,
    behavior: 'instant',
  });
}
