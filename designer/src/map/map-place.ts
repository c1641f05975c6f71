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
  return beneathEachOther(all, standingOf(all), (box, taken) => firstFree(box, taken, from.gap), from);
}

/** What somebody placed, where it stands now; and what that takes up, which is free for nothing that nobody placed. */
interface Standing {
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly taken: readonly Rect[];
}
type Free = (box: Placed, taken: readonly Rect[]) => Placed;

function beneathEachOther(
  all: readonly Sized[],
  { boxes, taken }: Standing,
  free: Free,
  from: { readonly x: number; readonly y: number; readonly gap: number },
): readonly Placed[] {
  const placed: Placed[] = [];
  const mine: Placed[] = [];
  let { y } = from;
  let { x } = from;
  for (const { box } of all) {
    const there = boxes.get(box.id);
    const here = there ?? free({ id: box.id, x, y, width: box.width, height: box.height }, [...taken, ...mine]);
    placed.push(here);
    if (!there) mine.push(here);
    y = here.y + here.height + from.gap;
    x = there?.x ?? x;
  }
  return placed;
}

function standingOf(all: readonly Sized[]): Standing {
  const spots = all.filter(({ spot }) => isPlaced(spot)).map(placedAt);
  const boxes = new Map(makeRoom(spots).map((box) => [box.id, box]));
  return { boxes, taken: spots.map((spot) => around(spot, boxes.get(spot.id) ?? spot)) };
}

/** From where a box was put to where it had to give way: what stands nowhere in between never pushes it, also once that is placed itself. */
const around = (spot: Rect, now: Rect): Rect => ({
  x: spot.x,
  y: spot.y,
  width: now.x + now.width - spot.x,
  height: now.y + now.height - spot.y,
});

const isPlaced = ({ x, y }: Spot): boolean => x !== undefined && y !== undefined;
const placedAt = ({ box, spot }: Sized): Placed => ({ id: box.id, x: spot.x ?? 0, y: spot.y ?? 0, width: box.width, height: box.height });

function firstFree(box: Placed, taken: readonly Rect[], between: number): Placed {
  const inTheWay = taken.find((other) => overlaps(box, other, between));
  return inTheWay ? firstFree({ ...box, y: inTheWay.y + inTheWay.height + between }, taken, between) : box;
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

/** The nearest place downwards or along the reading where a box lies over nothing that is taken. */
export function givenWay<Box extends Rect>(box: Box, taken: readonly Rect[]): Box {
  const over = taken.find((other) => overlaps(box, other));
  if (!over) return box;
  const x = over.x + over.width + gutter;
  const y = over.y + over.height + gap;
  return givenWay(x - box.x < y - box.y ? { ...box, x } : { ...box, y }, taken);
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

/** With the room for lines at both sides of it. */
const withLines = (box: Rect): Rect => ({ ...box, x: box.x - gutter, width: box.width + 2 * gutter });

/** Columns beside each other. A column with placed boxes only takes no room; what nobody placed never moves what somebody did. */
export function besidesOf(columns: readonly Column[], boxes: ReadonlyMap<string, Sized>): ReadonlyMap<string, Rect> {
  const standing = standingOf([...boxes.values()]);
  const placed = new Map<string, Rect>();
  const taken = [...standing.taken];
  let x = 0;
  let before: Column | undefined;
  for (const current of columns) {
    const { ids, loose } = current;
    if (before && (loose || before.loose)) x += looseGutter - gutter;
    before = current;
    const all = ids.flatMap((id) => boxes.get(id) ?? []);
    const free: Free = loose ? (box, others) => firstFree(box, others.map(withLines), gap) : givenWay;
    const column = beneathEachOther(all, { ...standing, taken }, free, { x, y: 0, gap });
    for (const { id, ...rect } of column) placed.set(id, rect);
    taken.push(...column.filter(({ id }) => !standing.boxes.has(id)));
    const ends = column.map((rect) => rect.x + rect.width);
    x = Math.max(x, ...ends.map((end) => end + gutter));
  }
  return placed;
}
