import look from '../check/check.module.css';
import { VerdictChip } from '../check/verdict-chip.tsx';
import { useWords } from '../language/words.tsx';
import type { RuleInOperation } from '../server/shapes/operation.ts';
import { CaseLink } from './case-link.tsx';
import styles from './matrix.module.css';

/** Whether cases kept a rule: in how many of those that are over, and which ones did not. Nothing where no case can show it. */
export function OperationCell({
  operation,
  isAlone = true,
}: {
  readonly operation: RuleInOperation | undefined;
  /** Nothing else is told of it. */
  readonly isAlone?: boolean;
}) {
  const say = useWords();
  if (!operation) return null;
  const { kept, broken, open, places } = operation;
  const over = kept + broken;
  if (over === 0 && open === 0 && !isAlone) return null;
  if (over === 0)
    return <span className={styles.quiet}>{say(open > 0 ? 'matrix.operation-open' : 'matrix.operation-none', { count: open })}</span>;
  return (
    <>
      <p className={styles.caption}>{say('matrix.column-operation')}</p>
      <VerdictChip verdict={broken > 0 ? 'fails' : 'holds'} />
      <p className={styles.measured}>{say('matrix.operation-kept', { kept, over })}</p>
      <div className={look.share} aria-hidden="true">
        <i data-verdict="holds" style={{ flexGrow: kept }} />
        {broken > 0 && <i data-verdict="fails" style={{ flexGrow: broken }} />}
      </div>
      {places.length > 0 && (
        <ul className={styles.places}>
          {places.map((place) => (
            <li key={place.case.id}>
              <CaseLink place={place} />
            </li>
          ))}
          {broken > places.length && <li className={styles.quiet}>{say('matrix.operation-more', { count: broken - places.length })}</li>}
        </ul>
      )}
    </>
  );
}
