import { useCallback, useEffect, useMemo, useState } from 'react';
import { applyNodeChanges, type Node, type NodeChange } from 'reactflow';
import { type Guide, snapped } from './map-guides.ts';
import { type Direction, mirroredRect } from './map-mirror.ts';
import type { MapPlan, Rect } from './map-plan.ts';
import type { Point } from './map-route.ts';
import { nodesOf } from './map-scene.ts';
import type { MapWays } from './map-ways.ts';

export interface MapNodes {
  readonly nodes: Node[];
  readonly onNodesChange: (changes: NodeChange[]) => void;
  /** Where a dragged box comes to lie, as lines over the map. */
  readonly guides: readonly Guide[];
  readonly letGo: () => void;
}

/** The boxes on the canvas. While one is dragged its place is the canvas's alone; the document hears of it when it is let go. */
export function useMapNodes(
  plan: MapPlan,
  ways: MapWays,
  direction: Direction,
  chosen: ReadonlySet<string>,
  onSelect: (ids: readonly string[]) => void,
): MapNodes {
  const derived = useMemo(() => nodesOf(plan, ways, direction, chosen), [plan, ways, direction, chosen]);
  const [nodes, setNodes] = useState(derived);
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  useEffect(() => setNodes(derived), [derived]);

  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length > 0) {
        const next = new Set(chosen);
        for (const pick of picks) pick.selected ? next.add(pick.id) : next.delete(pick.id);
        if (next.size !== chosen.size || [...next].some((id) => !chosen.has(id))) onSelect([...next]);
      }
      const sizes = changes.filter((change) => change.type === 'dimensions' && change.resizing === true);
      const moves = changes.filter((change) => change.type === 'position' && change.position !== undefined);
      if (moves.length + sizes.length === 0) return;
      const [only] = moves;
      let lines: readonly Guide[] = [];
      const settled = moves.map((move) => {
        if (moves.length > 1 || sizes.length > 0 || move !== only || move.type !== 'position' || !move.position || !move.dragging)
          return move;
        const result = snappedMove(plan, direction, move.id, move.position);
        lines = result.guides;
        return { ...move, position: result.at };
      });
      setGuides(lines);
      setNodes((now) => applyNodeChanges([...settled, ...sizes], now));
    },
    [plan, direction, chosen, onSelect],
  );
  const letGo = useCallback(() => {
    setGuides([]);
    setNodes(derived);
  }, [derived]);
  return { nodes, onNodesChange, guides, letGo };
}

/** Snaps to what stands in the same stage; positions are relative to the box around it, guides absolute. */
function snappedMove(plan: MapPlan, direction: Direction, id: string, at: Point) {
  const box = plan.byId.get(id);
  const around = box?.parent === undefined ? undefined : plan.rectOf(box.parent);
  const corner = around ? mirroredRect(around, direction) : { x: 0, y: 0 };
  const here: Rect = { x: at.x + corner.x, y: at.y + corner.y, width: box?.width ?? 0, height: box?.height ?? 0 };
  const neighbours = plan.boxes.flatMap((other) => {
    const rect = other.id === id || other.parent !== box?.parent ? undefined : plan.rectOf(other.id);
    return rect ? [mirroredRect(rect, direction)] : [];
  });
  const { at: settled, guides } = snapped(here, neighbours);
  return { at: { x: settled.x - corner.x, y: settled.y - corner.y }, guides };
}
