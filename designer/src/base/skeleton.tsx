import { useWords } from '../language/words.tsx';
import styles from './skeleton.module.css';

/** Loading keeps the shape: rows as high as those that will come, so that nothing jumps. */
export function SkeletonRows({ rows = 6, height = 54 }: { readonly rows?: number; readonly height?: number }) {
  const say = useWords();
  return (
    <div role="status" aria-label={say('page.loading')} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={styles.row} style={{ blockSize: `${height / 16}rem` }}>
          <i className={styles.short} />
          <span>
            <i style={{ inlineSize: `${62 - ((row * 13) % 27)}%` }} />
            <i style={{ inlineSize: `${34 - ((row * 7) % 15)}%` }} />
          </span>
          <i className={styles.end} />
        </div>
      ))}
    </div>
  );
}

/** A single grey block, e.g. for a field or a chart. Pixels beside text of usual size. */
export function Skeleton({ height, width }: { readonly height: number; readonly width?: number | string }) {
  return <span className={styles.block} style={{ blockSize: `${height / 16}rem`, inlineSize: width ?? '100%' }} aria-hidden="true" />;
}
