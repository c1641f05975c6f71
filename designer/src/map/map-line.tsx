import { memo } from 'react';
import type { EdgeProps } from 'reactflow';
import { routePath } from '../chart/route-path.ts';
import styles from './line.module.css';
import { mirroredRect } from './map-mirror.ts';
import { elbow, type Point } from './map-route.ts';
import type { WayLine } from './map-scene.ts';
import { headHeight } from './map-sizes.ts';
import { useMapView } from './map-view.ts';
import { lookOf } from './map-wishes.ts';

/** A way between two boxes. While one of them is dragged it follows as a plain elbow; where it goes is settled when the box is let go. */
export const Line = memo(function Line({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<WayLine>) {
  const { plan, direction, marks } = useMapView();
  if (!data) return null;
  const to = plan.rectOf(data.way.to);
  const box = to && mirroredRect(to, direction);
  const [first, second] = data.points;
  const isMoved =
    (first && far(first, { x: sourceX, y: sourceY })) || (box && far({ x: box.x + box.width / 2, y: box.y }, { x: targetX, y: targetY }));
  const points =
    isMoved && box
      ? elbow({
          from: { x: sourceX, y: sourceY },
          out: first && second && second.x < first.x ? -1 : 1,
          to: { ...box, x: targetX - box.width / 2, y: targetY },
          entry: targetY + headHeight / 2,
        })
      : data.points;
  const { line, head } = routePath(points);
  return (
    <g
      className={styles.line}
      data-kind={lookOf(data.way.row)}
      data-chosen={data.chosen || undefined}
      data-mark={marks?.rows.get(data.way.row.address)}
    >
      <path d={line} className={styles.touch} />
      <path d={line} />
      <path d={head} className={styles.arrow} />
    </g>
  );
});

/** The canvas counts a port from the far side of its ring. */
const far = (one: Point, other: Point): boolean => Math.abs(one.x - other.x) > 8 || Math.abs(one.y - other.y) > 8;
