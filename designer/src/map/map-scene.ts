import { type Edge, type Node, Position } from 'reactflow';
import type { Direction } from './map-mirror.ts';
import type { MapBox, MapPlan } from './map-plan.ts';
import type { Point } from './map-route.ts';
import type { MapWays } from './map-ways.ts';
import type { MapWay, Side } from './map-wishes.ts';

export type WayLine = Edge<{ readonly way: MapWay; readonly points: readonly Point[]; readonly chosen: boolean }, 'way'>;

const layers = { stage: 0, tracks: 1, line: 10, chosen: 15, card: 20, note: 25 } as const;
/** The library's own English words for screen readers are taken away: cards and ways speak for themselves. */
const unspoken = { 'aria-roledescription': undefined };
const unlabelled: object = { ariaLabel: null };
export const inHandle = 'in';

/** A box as the canvas wants it: from the left, inside the one around it. Right-to-left readers see everything through a mirror. */
export function placeOf(plan: MapPlan, box: Pick<MapBox, 'parent' | 'x' | 'y' | 'width'>, direction: Direction): Point {
  if (direction === 'ltr') return { x: box.x, y: box.y };
  const around = box.parent === undefined ? 0 : (plan.byId.get(box.parent)?.width ?? 0);
  return { x: around - box.x - box.width, y: box.y };
}

const typeOf = (kind: MapBox['kind']): string => {
  if (kind === 'stage' || kind === 'tracks' || kind === 'note') return kind;
  return kind === 'outcome' || kind === 'history' ? 'pill' : 'card';
};

/** Nodes for the canvas, each after the one around it; sizes come from the plan and are never measured. */
export function nodesOf(plan: MapPlan, ways: MapWays, direction: Direction, chosen: ReadonlySet<string>): Node[] {
  return plan.boxes.map((box) => {
    const type = typeOf(box.kind);
    return {
      id: box.id,
      type,
      position: placeOf(plan, box, direction),
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      ...(box.parent === undefined ? {} : { parentId: box.parent }),
      zIndex: type === 'stage' ? layers.stage : type === 'tracks' ? layers.tracks : type === 'note' ? layers.note : layers.card,
      data: {},
      selected: chosen.has(box.id),
      selectable: box.kind !== 'anyTime',
      draggable: !isTrack(plan, box),
      focusable: false,
      deletable: false,
      ...(type === 'stage' || type === 'tracks' ? { dragHandle: '.map-grip' } : {}),
      domAttributes: unspoken,
      handles: handlesOf(box, ways.sides, direction),
    };
  });
}

/** Tracks stand beneath each other, nobody places them. */
export const isTrack = (plan: MapPlan, box: MapBox): boolean => box.parent !== undefined && plan.byId.get(box.parent)?.kind === 'tracks';

function handlesOf(box: MapBox, sides: ReadonlyMap<string, Side>, direction: Direction): NonNullable<Node['handles']> {
  return [
    { id: inHandle, type: 'target' as const, position: Position.Top, x: 0, y: 0, width: box.width, height: Math.max(box.head, 28) },
    ...box.rows.map(({ row, middle }) => {
      const isLeft = ((sides.get(row.address) ?? 'end') === 'start') === (direction === 'ltr');
      const position = isLeft ? Position.Left : Position.Right;
      return { id: row.address, type: 'source' as const, position, x: isLeft ? -5 : box.width - 5, y: middle - 5, width: 10, height: 10 };
    }),
  ];
}

/** Lines for the canvas; those of what is chosen lie above the others. */
export function linesOf({ ways }: MapWays, direction: Direction, chosen: string | undefined): WayLine[] {
  return ways.map((way) => {
    const isChosen = way.row.address === chosen || way.from === chosen;
    return {
      id: way.id,
      source: way.from,
      target: way.to,
      sourceHandle: way.row.address,
      targetHandle: inHandle,
      type: 'way' as const,
      zIndex: isChosen ? layers.chosen : layers.line,
      selectable: false,
      focusable: false,
      ...unlabelled,
      domAttributes: { ...unspoken, 'aria-hidden': true },
      data: {
        way,
        points: direction === 'ltr' ? way.points : way.points.map(({ x, y }) => ({ x: -x, y })),
        chosen: isChosen,
      },
    };
  });
}
