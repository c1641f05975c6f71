import type { Node } from 'reactflow';
import type { ChartLayout } from './chart-layout.ts';
import type { ChartLine, LineLook } from './chart-line.tsx';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';

const layers = { column: 0, frame: 1, line: 10, card: 20, walked: 15 } as const;
/** The library's own English words for screen readers are taken away: cards speak for themselves, and lines are told with the card they leave. */
const unspoken = { 'aria-roledescription': undefined };
/** A line without a label gets an English one, unless it is null; the library's types know only text. */
const unlabelled: object = { ariaLabel: null };
const still = {
  draggable: false,
  selectable: false,
  focusable: false,
  connectable: false,
  deletable: false,
  domAttributes: unspoken,
} as const;

/** Nodes for the canvas: columns, frames, then cards; sizes come from the layout and are never measured. */
export function chartNodes(model: ChartModel, layout: ChartLayout): Node[] {
  const place = (id: string, box: { x: number; y: number; width: number; height: number }) => ({
    id,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    ...still,
  });
  return [
    ...model.columns.flatMap((column) => {
      const box = layout.columns.get(column.id);
      return box ? [{ ...place(`column:${column.id}`, box), type: 'column', zIndex: layers.column, data: { title: column.title } }] : [];
    }),
    ...[...layout.frames].map(([id, box]) => ({ ...place(`frame:${id}`, box), type: 'frame', zIndex: layers.frame, data: {} })),
    ...[...layout.cards].map(([id, box]) => ({ ...place(id, box), type: 'card', zIndex: layers.card, data: {} })),
  ];
}

/** Lines for the canvas; the way taken lies above the others. */
export function chartLines(model: ChartModel, layout: ChartLayout, walked: WalkedPath, selected: string | undefined): ChartLine[] {
  const ways = [
    ...model.edges.map((edge) => ({ ...edge, taken: walked.edges.has(edge.id) })),
    ...walked.beside.map((way) => ({ ...way, kind: 'person' as const, taken: true })),
  ];
  const look = (way: (typeof ways)[number]): LineLook => {
    if (way.taken) return 'walked';
    if (selected !== undefined && (way.from === selected || way.to === selected)) return 'chosen';
    return walked.now.has(way.from) ? 'open' : 'quiet';
  };
  return ways.flatMap((way) => {
    const points = layout.routes.get(way.id);
    if (!points) return [];
    return [
      {
        id: way.id,
        source: way.from,
        target: way.to,
        type: 'line' as const,
        zIndex: way.taken ? layers.walked : layers.line,
        selectable: false,
        focusable: false,
        ...unlabelled,
        domAttributes: { ...unspoken, 'aria-hidden': true },
        data: { points, kind: way.kind, look: look(way) },
      },
    ];
  });
}
