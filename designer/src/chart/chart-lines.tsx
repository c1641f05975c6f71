import { memo } from 'react';
import type { EdgeKind } from '../model/rows.ts';
import styles from './chart.module.css';
import type { ChartLayout } from './chart-layout.ts';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';
import { routePath } from './route-path.ts';

/** How a line stands to the case: walked, a way out of where it is, of the card somebody looks at, or only there. */
type LineLook = 'walked' | 'open' | 'chosen' | 'quiet';

export interface ChartLinesProps {
  readonly model: ChartModel;
  readonly walked: WalkedPath;
  readonly layout: ChartLayout;
  readonly selected: string | undefined;
}

/** The lines between the cards along the routes of the layout; the way taken lies above the others. Each is told with the card it leaves. */
export const ChartLines = memo(function ChartLines({ model, walked, layout, selected }: ChartLinesProps) {
  const ways: readonly Way[] = [
    ...model.edges.map((edge) => ({ ...edge, taken: walked.edges.has(edge.id) })),
    ...walked.beside.map((way) => ({ ...way, kind: 'person' as const, taken: true })),
  ];
  return (
    <svg className={styles.lines} width={layout.width} height={layout.height} aria-hidden="true">
      {ways
        .toSorted((one, other) => Number(one.taken) - Number(other.taken))
        .map((way) => {
          const points = layout.routes.get(way.id);
          if (!points) return null;
          const { line, head } = routePath(points);
          return (
            <g key={way.id} className={styles.line} data-kind={way.kind} data-look={lookOf(way, walked, selected)}>
              <path d={line} />
              <path d={head} className={styles.head} />
            </g>
          );
        })}
    </svg>
  );
});

interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly taken: boolean;
}

function lookOf(way: Way, walked: WalkedPath, selected: string | undefined): LineLook {
  if (way.taken) return 'walked';
  if (selected !== undefined && (way.from === selected || way.to === selected)) return 'chosen';
  return walked.now.has(way.from) ? 'open' : 'quiet';
}
