import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { ChartModel } from './chart-model.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
/**
 * Where everything lies, in pixels, counted from the reading side: the same layout serves left-to-right and right-to-left readers,
 * the latter through `mirrored`. Routes are polylines with right angles.
 */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly cards: ReadonlyMap<string, Box>;
  readonly columns: ReadonlyMap<string, Box>;
  /** Frames around tracks that run at the same time. */
  readonly frames: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}
export interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}
export type Layouter = Pick<ELK, 'layout'>;

export const cardWidth = 146;
const between = 14;
const columnPadding = 12;
const headHeight = 34;
const gutter = 54;
const frameMargin = 5;

/**
 * Lays out a chart: columns and the order inside them are the definition's, never changed; ELK spreads the cards so that lines between
 * columns find their lanes, and draws those lines. Lines inside a column are ours: straight down, or along its side.
 */
export async function layoutChart(
  model: ChartModel,
  besideWays: readonly Way[],
  heightOf: (card: string) => number,
  elk: Layouter,
): Promise<ChartLayout> {
  const first = stacked(model, heightOf);
  const ways: readonly Way[] = [...model.edges, ...besideWays].filter((way) => way.from !== way.to);
  const columnOf = new Map(model.cards.map((card) => [card.id, card.column]));
  const across = ways.filter((way) => columnOf.get(way.from) !== columnOf.get(way.to));
  const answer = await elk.layout(graphOf(first, across));
  const placed = new Map((answer.children ?? []).map((child) => [child.id, boxOf(child)]));
  const routes = new Map((answer.edges ?? []).map((edge) => [edge.id, routeOf(edge)]));
  return finished(model, placed, routes, ways);
}

/** The same without ELK: for when its worker cannot run. Lines between columns are plain elbows. */
export function plainLayout(model: ChartModel, besideWays: readonly Way[], heightOf: (card: string) => number): ChartLayout {
  const placed = stacked(model, heightOf);
  const ways: readonly Way[] = [...model.edges, ...besideWays].filter((way) => way.from !== way.to);
  const routes = new Map<string, readonly Point[]>();
  for (const way of ways) {
    const from = placed.get(way.from);
    const to = placed.get(way.to);
    if (!from || !to || from.x === to.x) continue;
    const start = { x: from.x + from.width, y: from.y + from.height / 2 };
    const end = { x: to.x, y: to.y + to.height / 2 };
    const lane = end.x - gutter / 2;
    routes.set(way.id, [start, { x: lane, y: start.y }, { x: lane, y: end.y }, end]);
  }
  return finished(model, placed, routes, ways);
}

/** As right-to-left readers see it: every box and bend through a mirror. */
export function mirrored(layout: ChartLayout): ChartLayout {
  const flip = (boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> =>
    new Map([...boxes].map(([id, box]) => [id, { ...box, x: layout.width - box.x - box.width }]));
  const routes = new Map(
    [...layout.routes].map(([id, points]) => [id, points.map((point) => ({ x: layout.width - point.x, y: point.y }))]),
  );
  return {
    ...layout,
    cards: flip(layout.cards),
    columns: flip(layout.columns),
    frames: flip(layout.frames),
    routes,
  };
}

function stacked(model: ChartModel, heightOf: (card: string) => number): ReadonlyMap<string, Box> {
  const placed = new Map<string, Box>();
  model.columns.forEach((column, index) => {
    let y = 0;
    for (const card of column.cards) {
      const height = heightOf(card);
      placed.set(card, {
        x: index * (cardWidth + gutter),
        y,
        width: cardWidth,
        height,
      });
      y += height + between;
    }
  });
  return placed;
}

function graphOf(placed: ReadonlyMap<string, Box>, across: readonly Way[]): ElkNode {
  return {
    id: 'chart',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.separateConnectedComponents': 'false',
      // Columns and order are given: every phase keeps what it finds.
      'elk.layered.layering.strategy': 'INTERACTIVE',
      'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
      'elk.layered.crossingMinimization.strategy': 'INTERACTIVE',
      'elk.layered.nodePlacement.strategy': 'INTERACTIVE',
      'elk.layered.mergeEdges': 'true',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(gutter),
      'elk.layered.spacing.edgeNodeBetweenLayers': '17',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '7',
      'elk.spacing.edgeEdge': '7',
      'elk.spacing.edgeNode': '9',
      'elk.spacing.nodeNode': String(between),
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    },
    children: [...placed].map(([id, box]) => ({ id, ...box })),
    edges: across.map((way) => ({
      id: way.id,
      sources: [way.from],
      targets: [way.to],
    })),
  };
}

const boxOf = (node: ElkNode): Box => ({
  x: node.x ?? 0,
  y: node.y ?? 0,
  width: node.width ?? cardWidth,
  height: node.height ?? 0,
});

function routeOf(edge: ElkExtendedEdge): readonly Point[] {
  const section = edge.sections?.[0];
  return section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
}

/** Shifts everything below the titles and into the columns' padding, and adds columns, frames and the lines inside columns. */
function finished(
  model: ChartModel,
  placed: ReadonlyMap<string, Box>,
  across: ReadonlyMap<string, readonly Point[]>,
  ways: readonly Way[],
): ChartLayout {
  const bends = [...across.values()].flat();
  const leftmost = Math.min(0, ...bends.map((bend) => bend.x + columnPadding - 4));
  const topmost = Math.min(0, ...bends.map((bend) => bend.y));
  const shift = { x: columnPadding - leftmost, y: headHeight - topmost };
  const moved = <Place extends Point>(place: Place): Place => ({
    ...place,
    x: place.x + shift.x,
    y: place.y + shift.y,
  });
  const cards = new Map([...placed].map(([id, box]) => [id, moved(box)]));
  const boxes = [...cards.values()];
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height), ...bends.map((bend) => bend.y + shift.y)) + columnPadding;
  const width = Math.max(0, ...boxes.map((box) => box.x + box.width + columnPadding), ...bends.map((bend) => bend.x + shift.x + 4));
  const columns = new Map<string, Box>();
  for (const column of model.columns) {
    const first = cards.get(column.cards[0] ?? '');
    if (first)
      columns.set(column.id, {
        x: first.x - columnPadding,
        y: 0,
        width: cardWidth + 2 * columnPadding,
        height: bottom,
      });
  }
  const routes = new Map<string, readonly Point[]>([...across].map(([id, points]) => [id, points.map(moved)]));
  for (const way of ways) {
    const inside = routes.has(way.id) ? undefined : routeInside(model, cards, way);
    if (inside) routes.set(way.id, inside);
  }
  return {
    width,
    height: bottom,
    cards,
    columns,
    frames: framesOf(model, cards),
    routes,
  };
}

/** Neighbours are joined straight down; other lines run along the side: forward on the far side, back on the near one. */
function routeInside(model: ChartModel, cards: ReadonlyMap<string, Box>, way: Way): readonly Point[] | undefined {
  const from = cards.get(way.from);
  const to = cards.get(way.to);
  const column = model.columns.find((each) => each.cards.includes(way.from));
  if (!from || !to || !column) return undefined;
  const distance = column.cards.indexOf(way.to) - column.cards.indexOf(way.from);
  if (distance === 1) {
    const x = from.x + from.width / 2;
    return [
      { x, y: from.y + from.height },
      { x, y: to.y },
    ];
  }
  const side = distance > 0 ? from.x + from.width : from.x;
  const lane = distance > 0 ? side + 7 : side - 7;
  const start = from.y + from.height * (distance > 0 ? 0.7 : 0.3);
  const end = to.y + to.height * (distance > 0 ? 0.3 : 0.7);
  return [
    { x: side, y: start },
    { x: lane, y: start },
    { x: lane, y: end },
    { x: side, y: end },
  ];
}

function framesOf(model: ChartModel, cards: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const frames = new Map<string, Box>();
  for (const card of model.cards) {
    const box = cards.get(card.id);
    if (!card.track || !box) continue;
    const before = frames.get(card.track.frame);
    const top = Math.min(before?.y ?? Number.POSITIVE_INFINITY, box.y - frameMargin);
    const end = Math.max(before ? before.y + before.height : 0, box.y + box.height + frameMargin);
    frames.set(card.track.frame, {
      x: box.x - frameMargin,
      y: top,
      width: box.width + 2 * frameMargin,
      height: end - top,
    });
  }
  return frames;
}
