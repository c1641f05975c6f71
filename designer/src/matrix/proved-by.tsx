import { Link } from '@tanstack/react-router';
import { Button } from '../base/button.tsx';
import { openWords, provingPlaces } from '../check/because.ts';
import type { CheckedRule } from '../check/checked-draft.ts';
import type { SpeakingOfDraft } from '../check/speaking.ts';
import styles from './matrix.module.css';

const shownMost = 4;

/** What shows the verdict: the elements that prove it, the run that breaks it, a bound, or where else the proof comes from. */
export function ProvedBy({
  id,
  rule,
  isDraft,
  isOpened,
  onOpen,
  speaking,
}: {
  readonly id: string;
  readonly rule: CheckedRule;
  readonly isDraft: boolean;
  readonly isOpened: boolean;
  readonly onOpen: () => void;
  readonly speaking: SpeakingOfDraft;
}) {
  const { say } = speaking;
  const [first] = rule.failures;
  const why = openWords(rule, speaking);
  if (why !== undefined) return <span className={styles.quiet}>{why}</span>;
  if (first)
    return (
      <Button kind="link" isExpanded={isOpened} onPress={onOpen}>
        {first.path.length > 0 ? say('matrix.breaks', { count: first.path.length }) : say('matrix.breaks-at')}
      </Button>
    );
  const places = provingPlaces(rule, speaking);
  if (places.length === 0) return <span className={styles.quiet}>{say('matrix.whole')}</span>;
  return (
    <ul className={styles.places}>
      {places.slice(0, shownMost).map(({ at, name }) => (
        <li key={at}>
          {isDraft ? (
            <Link to="/procedures/$procedure/map" params={{ procedure: id }} search={{ at }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </li>
      ))}
      {places.length > shownMost && <li className={styles.quiet}>{say('check.proof-more', { count: places.length - shownMost })}</li>}
    </ul>
  );
}
