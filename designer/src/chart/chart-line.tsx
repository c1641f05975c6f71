import { memo } from 'react';
import type { Edge, EdgeProps } from 'reactflow';
import type { EdgeKind } from '../model/rows.ts';
import styles from './chart.module.css';
import type { Point } from './chart-layout.ts';
import { routePath } from './route-path.ts';

/** How a line stands to the case: walked, a way out of where it is, of the card somebody looks at, or only there. */
export type LineLook = 'walked' | 'open' | 'chosen' | 'quiet';
export type ChartLine = Edge<{ points: readonly Point[]; kind: EdgeKind; look: LineLook }, 'line'>;

/** A line between two cards along the route of the layout. */
export const Line = memo(function Line({ data }: EdgeProps<ChartLine>) {
  if (!data) return null;
  const { line, head } = routePath(data.points);
  return (
    <g className={styles.line} data-kind={data.kind} data-look={data.look}>
      <path d={line} />
      <path d={head} className={styles.head} />
    </g>
  );
});
