import { Link } from '@tanstack/react-router';
import { useWords } from '../language/words.tsx';
import { useRunning } from '../review/use-review.ts';
import type { OperationView } from '../server/shapes/operation.ts';
import styles from './matrix.module.css';

/** Of which version cases are counted, and the way to others on which some run: each has figures of its own, of the latest cases where there are many. */
export function CountedVersion({
  id,
  version,
  operation,
}: {
  readonly id: string;
  readonly version: number;
  readonly operation: Pick<OperationView, 'cases' | 'capped'> | undefined;
}) {
  const say = useWords();
  const running = useRunning(id, true);
  const others = running.data?.versions.filter((one) => one.version !== version && one.cases > 0) ?? [];
  if (others.length === 0 && !operation?.capped) return null;
  return (
    <p className={styles.quiet}>
      {operation?.capped ? say('matrix.counted-latest', { count: operation.cases, version }) : say('matrix.counted', { version })}
      {others.map((one) => (
        <span key={one.version}>
          {' '}
          <Link to="/procedures/$procedure/proof" params={{ procedure: id }} search={{ of: `${one.version}` }}>
            {say('matrix.counted-elsewhere', { count: one.cases, version: one.version })}
          </Link>
        </span>
      ))}
    </p>
  );
}
