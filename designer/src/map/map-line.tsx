import { memo } from 'react';
import type { EdgeProps } from 'reactflow';
import { routePath } from '../chart/route-path.ts';
import styles from './line.module.css';
import { elbow, type Point } from './map-route.ts';
import type { WayLine } from './map-scene.ts';
import { useMapView } from './map-view.ts';
import { lookOf } from './map-ways.ts';

/** A way between two boxes. While one of them is dragged it follows as a plain elbow; where it goes is settled when the box is let go. */
export const Line = memo(function Line({ data, sourceX, sourceY, targetX, targetY, source, target }: EdgeProps<WayLine>) {
  const { plan } = useMapView();
  if (!data) return null;
  const points = isMoved(data.points, { x: sourceX, y: sourceY })
    ? following(data.points, { x: sourceX, y: sourceY }, plan.byId.get(target)?.width ?? 0, { x: targetX, y: targetY })
    : data.points;
  const { line, head } = routePath(points);
  return (
    <g className={styles.line} data-kind={lookOf(data.way.row)} data-chosen={data.chosen || undefined} data-from={source}>
      <path d={line} className={styles.touch} />
      <path d={line} />
      <path d={head} className={styles.arrow} />
    </g>
  );
});

/** Whether the port is elsewhere than where the way was led from; the canvas counts from the middle of the port's far side. */
function isMoved(points: readonly Point[], port: Point): boolean {
  const [from] = points;
  return from !== undefined && (Math.abs(from.x - port.x) > 8 || Math.abs(from.y - port.y) > 8);
}

function following(points: readonly Point[], from: Point, width: number, top: Point): readonly Point[] {
  const [first, second] = points;
  const out = first && second && second.x < first.x ? -1 : 1;
  return elbow({ from, out, to: { x: top.x - width / 2, y: top.y, width, height: 34 }, entry: top.y + 17 });
}
