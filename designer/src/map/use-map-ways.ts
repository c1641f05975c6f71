import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapPlan } from './map-plan.ts';
import { elbow, type Point } from './map-route.ts';
import { type MapWays, waysOf } from './map-ways.ts';
import { type WayWishes, wishedWays } from './map-wishes.ts';

export interface AskedWays {
  readonly number: number;
  readonly wishes: WayWishes;
}
export interface LedWays {
  readonly number: number;
  /** In the order of the wishes. */
  readonly points: readonly (readonly Point[])[];
}

/** Up to this number ways are led at once: that is done before anybody sees it. */
const atOnceMost = 120;

/** The ways of a map. Many of them are led beside the page: until the answer is there each keeps the way it had, or goes as a plain elbow. */
export function useMapWays(plan: MapPlan): MapWays {
  const worker = useRef<Worker>(undefined);
  const number = useRef(0);
  const [led, setLed] = useState<ReadonlyMap<string, readonly Point[]>>(new Map());
  const { ways, sides, wishes } = wishedWays(plan);
  const many = ways.length > atOnceMost;
  useEffect(() => {
    if (!many) return;
    const hired = new Worker(new URL('./ways-worker.ts', import.meta.url), { type: 'module' });
    worker.current = hired;
    return () => {
      worker.current = undefined;
      hired.terminate();
    };
  }, [many]);
  useEffect(() => {
    const { current } = worker;
    if (!many || !current) return;
    number.current += 1;
    const mine = number.current;
    current.onmessage = ({ data }: MessageEvent<LedWays>) => {
      if (data.number === mine) setLed(new Map(wishes.wishes.map(({ id }, index) => [id, data.points[index] ?? []])));
    };
    const asked: AskedWays = { number: mine, wishes };
    current.postMessage(asked);
  }, [many, wishes]);
  return useMemo(() => {
    if (!many) return waysOf(plan);
    return { ways: ways.map((way, index) => ({ ...way, points: led.get(way.id) ?? plain(wishes, index) })), sides };
  }, [many, plan, ways, sides, wishes, led]);
}

function plain({ wishes }: WayWishes, index: number): readonly Point[] {
  const wish = wishes[index];
  return wish ? elbow(wish.wanted) : [];
}
