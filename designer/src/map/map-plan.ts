import type { Spot } from '../model/document.ts';
import { type Fields, fieldsOf } from '../model/loose-json.ts';
import type { ElementKind } from '../model/step-kind.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { besidesOf, type Column, columnsOf, givenWay, type Placed, type Sized, stacked } from './map-place.ts';
import {
  addRoom,
  cardHead,
  cardSize,
  cardWidth,
  drawnRows,
  gap,
  hasWho,
  headHeight,
  innerHead,
  noteSize,
  rowHeight,
  rowsFrom,
  rowsHeight,
  stageHead,
  stagePadding,
  whoHeight,
} from './map-sizes.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}
/** A row of a card or of a stage's title bar, and the height of its middle inside the box. */
export interface MapRow {
  readonly row: TreeRow;
  readonly middle: number;
}
export interface MapBox extends Rect {
  readonly id: string;
  readonly kind: ElementKind | 'anyTime' | 'note';
  /** The box around it; `x` and `y` count from its corner at the reading side. */
  readonly parent: string | undefined;
  readonly element?: TreeElement;
  readonly note?: string;
  readonly rows: readonly MapRow[];
  /** How much of it, from the top, lines have to go around. */
  readonly head: number;
  /** A row at the foot of it: when everything inside is done. */
  readonly foot: number;
  readonly folded: boolean;
  /** Of an open stage: what it holds needs that much room. Nobody makes it smaller. */
  readonly least?: Size;
  /** A case, or a stage that something leads to, begins here: a dot stands above. */
  readonly begins: boolean;
  /** Number of a stage of the procedure. */
  readonly number?: number;
}
export interface MapPlan {
  /** Each box after the one around it. */
  readonly boxes: readonly MapBox[];
  readonly byId: ReadonlyMap<string, MapBox>;
  /** Absolute, counted from the reading side. */
  readonly rectOf: (id: string) => Rect | undefined;
  /** The box that stands for an element: itself, or the folded stage that it is in. */
  readonly shown: (id: string) => MapBox | undefined;
}

/** What holds at any time of the whole procedure has a card of its own, with this id. */
export const anyTimeId = 'procedure:';

const plans = new WeakMap<ProcedureTree, WeakMap<object, MapPlan>>();

/** Where everything stands: what somebody has placed stays there, the rest follows in the order of the procedure. */
export function planOf(tree: ProcedureTree, layout: object): MapPlan {
  const known = plans.get(tree)?.get(layout);
  if (known) return known;
  const plan = makePlan(tree, layout);
  const mine = plans.get(tree) ?? new WeakMap();
  plans.set(tree, mine.set(layout, plan));
  return plan;
}

/** Whether `outer` holds `inner`. */
export function isAround(plan: MapPlan, outer: MapBox, inner: MapBox): boolean {
  if (inner.parent === undefined) return false;
  return inner.parent === outer.id || isAround(plan, outer, plan.byId.get(inner.parent) ?? inner);
}

export const spotOf = (layout: object, id: string): Spot => readSpot(fieldsOf(fieldsOf(fieldsOf(layout).steps)[id]));

function readSpot(fields: Fields): Spot {
  const number = (key: 'x' | 'y' | 'width' | 'height') => {
    const value = fields[key];
    return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6 ? { [key]: value } : {};
  };
  return {
    ...number('x'),
    ...number('y'),
    ...number('width'),
    ...number('height'),
    ...(fields.collapsed === true ? { collapsed: true } : {}),
  };
}

function makePlan(tree: ProcedureTree, layout: object): MapPlan {
  const begins = beginnings(tree);
  const boxes: MapBox[] = [];
  const stages = tree.elements.filter(({ kind }) => kind === 'stage');
  const numbered = new Map(stages.map(({ id }, index) => [id, index + 1]));

  /** A box with everything inside, at nought; its place is the business of what is around it. */
  const build = (element: TreeElement, parent: string | undefined): readonly MapBox[] => {
    const spot = spotOf(layout, element.id);
    const common = { id: element.id, element, parent, x: 0, y: 0, begins: begins.has(element.id) };
    if (element.kind !== 'stage' && element.kind !== 'tracks' && element.children.length === 0) {
      const top = cardHead(element) + (hasWho(element) ? whoHeight : 0);
      const rows = rowsFrom(top, drawnRows(element));
      return [{ ...common, kind: element.kind, ...cardSize(element), rows, head: 0, foot: 0, folded: false }];
    }
    const isTracks = element.kind === 'tracks';
    const number = numbered.get(element.id);
    const title = parent === undefined && !isTracks ? stageHead : innerHead;
    const atAnyTime = element.rows.filter(({ via }) => via !== 'onDone');
    const atTheEnd = element.rows.filter(({ via }) => via === 'onDone');
    const head = title + rowsHeight(atAnyTime);
    const folded = spot.collapsed === true;
    const inner = folded ? [] : element.children.map((child) => build(child, element.id));
    const sized = inner.flatMap(([first]) => (first ? [{ box: first, spot: spotOf(layout, first.id) }] : []));
    const padding = isTracks ? 0 : stagePadding;
    const placed = stacked(sized, {
      x: padding,
      y: head + (isTracks ? 0 : gap - 8),
      gap: isTracks ? 0 : gap,
    });
    const bottom = Math.max(head, ...placed.map(({ y, height }) => y + height));
    const foot = rowsHeight(atTheEnd);
    const empty = head + foot + (folded ? 0 : isTracks ? 2 * rowHeight : addRoom);
    const least = {
      width: Math.max(cardWidth + 2 * stagePadding, ...placed.map((box) => box.x + box.width + padding)),
      height: Math.max(empty, bottom + (isTracks ? 0 : addRoom) + foot),
    };
    const width = Math.max(least.width, spot.width ?? 0);
    const height = folded ? head + foot : Math.max(least.height, spot.height ?? 0);
    const rows = [...rowsFrom(title, atAnyTime), ...rowsFrom(height - foot, atTheEnd)];
    const own: MapBox = {
      ...common,
      kind: isTracks ? 'tracks' : 'stage',
      width,
      height,
      rows,
      head,
      foot,
      folded,
      ...(isTracks || folded || (parent !== undefined && tree.byId.get(parent)?.kind === 'tracks') ? {} : { least }),
      ...(number === undefined ? {} : { number }),
    };
    const inside = inner.flatMap((list) =>
      list.map((box, index) => (index > 0 ? box : movedTo(box, placed, isTracks ? width : undefined))),
    );
    return [own, ...inside];
  };

  const anyTime: MapBox | undefined =
    tree.rows.length === 0
      ? undefined
      : {
          id: anyTimeId,
          kind: 'anyTime',
          parent: undefined,
          x: 0,
          y: 0,
          width: cardWidth,
          height: headHeight + rowsHeight(tree.rows) + 1,
          rows: rowsFrom(headHeight, tree.rows),
          head: 0,
          foot: 0,
          folded: false,
          begins: false,
        };
  const built = new Map(tree.elements.map((element) => [element.id, build(element, undefined)]));
  const columns: readonly Column[] = columnsOf(tree, anyTime?.id);
  const top: Sized[] = [...built.values()].flatMap(([box]) => (box ? [{ box, spot: spotOf(layout, box.id) }] : []));
  if (anyTime) top.push({ box: anyTime, spot: spotOf(layout, anyTime.id) });
  const placed = besidesOf(columns, new Map(top.map((sized) => [sized.box.id, sized])));
  for (const list of [...built.values(), ...(anyTime ? [[anyTime]] : [])])
    boxes.push(...list.map((box, index) => (index > 0 ? box : { ...box, ...(placed.get(box.id) ?? {}) })));
  const drawn = readyPlan(boxes, tree);
  const notes = notesOf(layout, obstaclesOf(drawn));
  return notes.length === 0 ? drawn : readyPlan([...boxes, ...notes], tree);
}

/** What no line goes through and no note lies on: cards, title bars and feet of what holds cards. */
export function obstaclesOf(plan: MapPlan): readonly Rect[] {
  return plan.boxes.flatMap((box) => {
    const rect = plan.rectOf(box.id);
    if (!rect) return [];
    if (box.kind !== 'stage' && box.kind !== 'tracks') return [rect];
    const head = { ...rect, height: box.head };
    const foot = { ...rect, y: rect.y + rect.height - box.foot, height: box.foot };
    return box.foot > 0 && !box.folded ? [head, foot] : [head];
  });
}

function movedTo(box: MapBox, placed: readonly Placed[], width: number | undefined): MapBox {
  const place = placed.find(({ id }) => id === box.id);
  return { ...box, ...(place ? { x: place.x, y: place.y } : {}), ...(width === undefined ? {} : { width }) };
}

/** Notes lie where somebody put them, or beside what came to lie there: they come back once it goes. */
function notesOf(layout: object, taken: readonly Rect[]): readonly MapBox[] {
  return Object.entries(fieldsOf(fieldsOf(layout).notes)).map(([id, value]) => {
    const note = fieldsOf(value);
    const { x = 0, y = -(noteSize.height + gap), width = noteSize.width, height = noteSize.height } = readSpot(note);
    return {
      id: `note:${id}`,
      kind: 'note',
      parent: undefined,
      note: typeof note.text === 'string' ? note.text : '',
      ...givenWay({ x, y, width, height }, taken),
      rows: [],
      head: 0,
      foot: 0,
      folded: false,
      begins: false,
    };
  });
}

function readyPlan(boxes: readonly MapBox[], tree: ProcedureTree): MapPlan {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const rects = new Map<string, Rect>();
  for (const box of boxes) {
    const around = box.parent === undefined ? undefined : rects.get(box.parent);
    rects.set(box.id, { x: box.x + (around?.x ?? 0), y: box.y + (around?.y ?? 0), width: box.width, height: box.height });
  }
  const shown = (id: string): MapBox | undefined => {
    const box = byId.get(id);
    const element = tree.byId.get(id);
    return box ?? (element && element.parent !== '' ? shown(element.parent) : undefined);
  };
  return { boxes, byId, rectOf: (id) => rects.get(id), shown };
}

/** Where a case begins, down to the step; and where a stage begins that something leads to. */
function beginnings(tree: ProcedureTree): ReadonlySet<string> {
  const found = new Set<string>();
  const enter = (element: TreeElement | undefined): void => {
    if (!element) return;
    const first = element.children.filter(({ isStart }) => isStart);
    const into = element.kind === 'tracks' ? element.children : first;
    if (element.kind !== 'stage' && element.kind !== 'tracks') found.add(element.id);
    into.forEach(enter);
  };
  enter(tree.byId.get(tree.start ?? ''));
  for (const row of [...tree.rows, ...[...tree.byId.values()].flatMap(({ rows }) => rows)])
    for (const to of row.to) {
      const target = tree.byId.get(to);
      if (target?.kind === 'stage' || target?.kind === 'tracks') enter(target);
    }
  return found;
}
