import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Viewport } from 'reactflow';
import { glideMs, glider, scaled } from './glide.ts';

const start: Viewport = { x: 0, y: 0, zoom: 1 };
let at: Viewport;
let frames: ((now: number) => void)[];
let now: number;
const flow = {
  getViewport: () => at,
  setViewport: async (to: Viewport) => {
    at = { ...to, zoom: Math.min(2, to.zoom) }; // A sheet has bounds.
    return true;
  },
};
/** So many pictures of 20 ms. */
function paint(pictures: number): void {
  for (let n = 0; n < pictures; n += 1) {
    now += 20;
    for (const frame of frames.splice(0)) frame(now);
  }
}
beforeEach(() => {
  [at, frames, now] = [start, [], 1000];
  jest.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  jest.spyOn(globalThis, 'cancelAnimationFrame').mockImplementation(() => {
    frames = [];
  });
  globalThis.matchMedia = (() => ({ matches: false })) as unknown as typeof matchMedia;
});
afterEach(() => {
  jest.restoreAllMocks();
});

test('the sight goes all the way, ever nearer, and stays there', () => {
  glider(flow)({ x: 100, y: -50, zoom: 1.5 }, glideMs.move);
  paint(3);
  const near = at.x;
  expect(near).toBeGreaterThan(0);
  expect(near).toBeLessThan(100);
  paint(20);
  expect(at).toEqual({ x: 100, y: -50, zoom: 1.5 });
  expect(frames).toEqual([]);
});

test('who moves it meanwhile has it', () => {
  glider(flow)({ x: 100, y: 0, zoom: 1 }, glideMs.move);
  paint(3);
  at = { x: -7, y: 3, zoom: 1 };
  paint(20);
  expect(at).toEqual({ x: -7, y: 3, zoom: 1 });
});

test('a second glide takes over from where the first is', () => {
  const glide = glider(flow);
  glide({ x: 100, y: 0, zoom: 1 }, glideMs.move);
  paint(3);
  glide({ x: 0, y: 40, zoom: 1 }, glideMs.move);
  paint(20);
  expect(at).toEqual({ x: 0, y: 40, zoom: 1 });
});

test('what is out of bounds ends at the bound', () => {
  glider(flow)({ x: 0, y: 0, zoom: 9 }, glideMs.scale);
  paint(20);
  expect(at.zoom).toBe(2);
});

test('readers who want no motion are there at once', () => {
  globalThis.matchMedia = (() => ({ matches: true })) as unknown as typeof matchMedia;
  glider(flow)({ x: 100, y: 0, zoom: 1 }, glideMs.move);
  expect(at.x).toBe(100);
  expect(frames).toEqual([]);
});

test('the middle of the sheet stays in the middle when it comes nearer', () => {
  const size = { width: 400, height: 200 };
  const { x, y, zoom } = scaled({ x: 10, y: 20, zoom: 1 }, 2, size);
  expect([(200 - x) / zoom, (100 - y) / zoom]).toEqual([190, 80]);
});
