import { leadWays } from './map-ways.ts';
import type { AskedWays, LedWays } from './use-map-ways.ts';

addEventListener('message', ({ data }: MessageEvent<AskedWays>) => {
  const led: LedWays = { number: data.number, points: leadWays(data.wishes) };
  postMessage(led);
});
