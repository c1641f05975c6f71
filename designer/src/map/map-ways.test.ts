import { expect, test } from '@jest/globals';
import { shippedProcesses as shipped } from '@redress/definitions';
import fc from 'fast-check';
import { openDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { arbitraryDefinition, seed } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import { overlaps } from './map-place.ts';
import { type MapPlan, obstaclesOf, planOf, type Rect } from './map-plan.ts';
import type { Point } from './map-route.ts';
import { waysOf } from './map-ways.ts';
import { lookOf } from './map-wishes.ts';

const shippedProcesses = shipped.map(fieldsOf).map((definition) => ({ ...definition, id: String(definition.id) }));

const planFor = (definition: unknown, layout: unknown = {}): MapPlan => {
  const opened = openDocument(definition, layout);
  if (!opened.ok) throw new Error('not a definition');
  return planOf(treeOf(opened.value.definition), opened.value.layout);
};

/** Straight parts of a way. */
const parts = (points: readonly Point[]) => points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));

/** What a way passes through that it should go around, by the names of the boxes. */
function passedThrough(plan: MapPlan): readonly string[] {
  const obstacles = obstaclesOf(plan);
  return waysOf(plan).ways.flatMap(({ id, points }) =>
    parts(points).flatMap(({ from, to }) => {
      const line = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      };
      return obstacles.some((box) => crosses(line, box)) ? [`${id} ${JSON.stringify(line)}`] : [];
    }),
  );
}
/** Touching is no crossing: a port and the tip of an arrow lie on a border. */
const crosses = (line: Rect, box: Rect): boolean =>
  line.x < box.x + box.width - 0.5 &&
  line.x + line.width > box.x + 0.5 &&
  line.y < box.y + box.height - 0.5 &&
  line.y + line.height > box.y + 0.5;

test.each(shippedProcesses.map((process) => [process.id, process] as const))('no way of %s goes through a card', (_, process) => {
  expect(passedThrough(planFor(process))).toEqual([]);
});

test.each(shippedProcesses.map((process) => [process.id, process] as const))(
  'each way of %s begins in the middle of its row, on the border, and has right angles',
  (_, process) => {
    const plan = planFor(process);
    const { ways, sides } = waysOf(plan);
    expect(ways.length).toBeGreaterThan(0);
    for (const { row, from, to, points } of ways) {
      const box = plan.rectOf(from);
      const each = plan.byId.get(from)?.rows.find(({ row: { address } }) => address === row.address);
      const side = sides.get(row.address) === 'start' ? 0 : (box?.width ?? 0);
      expect(points[0]).toEqual({ x: (box?.x ?? 0) + side, y: (box?.y ?? 0) + (each?.middle ?? 0) });
      const target = plan.rectOf(to);
      const tip = points.at(-1);
      expect(target && tip && touches(target, tip)).toBe(true);
      for (const part of parts(points)) expect(part.from.x === part.to.x || part.from.y === part.to.y).toBe(true);
    }
  },
);
const touches = (box: Rect, { x, y }: Point): boolean =>
  ((x === box.x || x === box.x + box.width) && y >= box.y && y <= box.y + box.height) ||
  (y === box.y && x >= box.x && x <= box.x + box.width);

test('ways to different steps never run on each other beyond the last part before an arrow', () => {
  for (const process of shippedProcesses) {
    const { ways } = waysOf(planFor(process));
    const shared: string[] = [];
    for (const one of ways)
      for (const other of ways) {
        if (one.id >= other.id || (one.to === other.to && lookOf(one.row) === lookOf(other.row))) continue;
        for (const part of parts(one.points).slice(1, -1))
          for (const beside of parts(other.points).slice(1, -1)) if (onEachOther(part, beside) > 4) shared.push(`${one.id} on ${other.id}`);
      }
    expect(shared).toEqual([]);
  }
});
type Part = ReturnType<typeof parts>[number];
/** How far two parts lie on each other, in pixels. */
function onEachOther(one: Part, other: Part): number {
  for (const [axis, along] of [
    ['x', 'y'],
    ['y', 'x'],
  ] as const) {
    if (one.from[axis] !== one.to[axis] || other.from[axis] !== other.to[axis] || Math.abs(one.from[axis] - other.from[axis]) > 1) continue;
    const start = Math.max(Math.min(one.from[along], one.to[along]), Math.min(other.from[along], other.to[along]));
    const end = Math.min(Math.max(one.from[along], one.to[along]), Math.max(other.from[along], other.to[along]));
    return end - start;
  }
  return 0;
}

test('cards that somebody put anywhere are gone around as well, as long as they do not lie on each other', () => {
  let looked = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(900), fc.nat(900)), { minLength: 12, maxLength: 12 }), (places) => {
      const starter = shippedProcesses.find(({ id }) => id === 'starter') ?? {};
      const tree = treeOf(starter);
      const steps = Object.fromEntries(
        tree.elements.slice(0, 12).map(({ id }, index) => [id, { x: (places[index]?.[0] ?? 0) * 2, y: (places[index]?.[1] ?? 0) * 2 }]),
      );
      const plan = planFor(starter, { steps });
      const rects = plan.boxes.flatMap(({ id }) => plan.rectOf(id) ?? []);
      const crowded = rects.some((one, index) => rects.slice(index + 1).some((other) => overlaps(one, other, 30)));
      fc.pre(!crowded);
      looked += 1;
      expect(passedThrough(plan)).toEqual([]);
    }),
    { seed, numRuns: 60 },
  );
  expect(looked).toBe(60);
});

test('whatever is drawn has a plan: every step once, each box after the one around it, every way from row to box', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      const plan = planFor(definition);
      const seen = new Set<string>();
      for (const box of plan.boxes) {
        expect(seen.has(box.id)).toBe(false);
        if (box.parent !== undefined) expect(seen.has(box.parent)).toBe(true);
        seen.add(box.id);
        expect([box.x, box.y, box.width, box.height].every(Number.isFinite)).toBe(true);
      }
      const opened = openDocument(definition);
      expect(opened.ok && [...treeOf(opened.value.definition).byId.keys()].every((id) => seen.has(id))).toBe(true);
      for (const { from, to, points } of waysOf(plan).ways) {
        expect(seen.has(from) && seen.has(to)).toBe(true);
        expect(points.length).toBeGreaterThan(1);
      }
    }),
    { seed, numRuns: 200 },
  );
});
