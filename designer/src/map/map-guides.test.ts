import { expect, test } from '@jest/globals';
import { snapped } from './map-guides.ts';

const card = (x: number, y: number) => ({ x, y, width: 196, height: 100 });

test('near the edge or the middle of a neighbour a card lies on it, and a line says so', () => {
  expect(snapped(card(104, 300), [card(100, 0)])).toEqual({ at: { x: 100, y: 304 }, guides: [{ axis: 'x', at: 100 }] });
  expect(snapped(card(500, 97), [card(0, 100)])).toEqual({ at: { x: 504, y: 100 }, guides: [{ axis: 'y', at: 100 }] });
  const wide = { x: 60, y: 0, width: 280, height: 40 };
  expect(snapped(card(105, 205), [wide])).toMatchObject({ at: { x: 102 }, guides: [{ axis: 'x', at: 200 }] });
});

test('of two neighbours the nearer one counts; further than 6 px none, and the grid of 8 px holds', () => {
  expect(snapped(card(103, 0), [card(100, 400), card(104, 800)]).at.x).toBe(104);
  expect(snapped(card(107, 203), [card(100, 400)])).toEqual({ at: { x: 104, y: 200 }, guides: [] });
  expect(snapped(card(-3, 11), [])).toEqual({ at: { x: -0, y: 8 }, guides: [] });
});
