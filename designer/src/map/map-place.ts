import type { Spot } from '../model/document.ts';
import type { ProcedureTree } from '../model/tree.ts';
import type { MapBox, Rect } from './map-plan.ts';
import { gap, gutter, looseGutter } from './map-sizes.ts';

/** A box of known size, and where somebody put it, if anybody did. */
export interface Sized {
  readonly box: MapBox;
  readonly spot: Spot;
}
export interface Placed extends Rect {
  readonly id: string;
}
export interface Column {
  readonly ids: readonly string[];
  /** Not one stage but steps beside each other. */
  readonly loose: boolean;
}

/** Steps of a procedure without stages share a column up to this number. */
const looseMost = 4;

/**
 * Boxes beneath each other in their order. What has been placed stays, what has grown over it pushes it aside; what has not goes beneath the one
 * before it, to the first free place.
 */
export function stacked(all: readonly Sized[], from: { readonly x: number; readonly y: number; readonly gap: number }): readonly Placed[] {
  const fixed = makeRoom(all.filter(({ spot }) => isPlaced(spot)).map(placedAt));
  const standing = new Map(fixed.map((box) => [box.id, box]));
  const placed: Placed[] = [];
  let { y } = from;
  let { x } = from;
  for (const { box } of all) {
    const there = standing.get(box.id);
    const here = there ?? firstFree({ id: box.id, x, y, width: box.width, height: box.height }, fixed, from.gap);
    placed.push(here);
    y = here.y + here.height + from.gap;
    x = there?.x ?? x;
  }
  return placed;
}

const isPlaced = ({ x, y }: Spot): boolean => x !== undefined && y !== undefined;
const placedAt = ({ box, spot }: Sized): Placed => ({ id: box.id, x: spot.x ?? 0, y: spot.y ?? 0, width: box.width, height: box.height });

function firstFree(box: Placed, fixed: readonly Placed[], between: number): Placed {
  const inTheWay = fixed.find((other) => overlaps(box, other, between));
  return inTheWay ? firstFree({ ...box, y: inTheWay.y + inTheWay.height + between }, fixed, between) : box;
}

/**
 * Nothing lies beneath something else: of two boxes that overlap, because one has grown or was put there, the one further from the corner where
 * reading begins gives way, downwards or along the reading, whichever is nearer.
 */
function makeRoom(boxes: readonly Placed[]): readonly Placed[] {
  const settled: Placed[] = [];
  for (const box of [...boxes].sort((one, other) => one.x + one.y - other.x - other.y)) settled.push(givenWay(box, settled));
  return settled;
}

function givenWay(box: Placed, settled: readonly Placed[]): Placed {
  const over = settled.find((other) => overlaps(box, other));
  if (!over) return box;
  const x = over.x + over.width + gutter;
  const y = over.y + over.height + gap;
  return givenWay(x - box.x < y - box.y ? { ...box, x } : { ...box, y }, settled);
}

/** Whether two boxes touch, or stand nearer to each other than `between`. */
export const overlaps = (one: Rect, other: Rect, between = 0): boolean =>
  one.x < other.x + other.width + between &&
  other.x < one.x + one.width + between &&
  one.y < other.y + other.height + between &&
  other.y < one.y + one.height + between;

/** The procedure from the reading side: each stage a column, loose steps a few to a column, what holds at any time and the ends last. */
export function columnsOf(tree: ProcedureTree, anyTime: string | undefined): readonly Column[] {
  const columns: { ids: string[]; loose: boolean }[] = [];
  const ends: string[] = anyTime === undefined ? [] : [anyTime];
  for (const { id, kind } of tree.elements) {
    const last = columns.at(-1);
    if (kind === 'outcome') ends.push(id);
    else if (kind !== 'stage' && kind !== 'tracks' && last?.loose && last.ids.length < looseMost) last.ids.push(id);
    else columns.push({ ids: [id], loose: kind !== 'stage' && kind !== 'tracks' });
  }
  return ends.length > 0 ? [...columns, { ids: ends, loose: true }] : columns;
}

/** Columns beside each other. A column with placed boxes only takes no room. */
export function besidesOf(columns: readonly Column[], boxes: ReadonlyMap<string, Sized>): ReadonlyMap<string, Rect> {
  const placed = new Map<string, Rect>();
  let x = 0;
  let before: Column | undefined;
  for (const current of columns) {
    const { ids, loose } = current;
    if (before && (loose || before.loose)) x += looseGutter - gutter;
    before = current;
    const all = ids.flatMap((id) => boxes.get(id) ?? []);
    const column = stacked(all, { x, y: 0, gap });
    for (const { id, ...rect } of column) placed.set(id, rect);
    const ends = column.map((rect) => rect.x + rect.width);
    x = Math.max(x, ...ends.map((end) => end + gutter));
  }
  return new Map(makeRoom([...placed].map(([id, rect]) => ({ id, ...rect }))).map(({ id, ...rect }) => [id, rect]));
}
