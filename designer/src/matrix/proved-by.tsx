import { Link } from '@tanstack/react-router';
import { Button } from '../base/button.tsx';
import { boundWords, elementName } from '../check/check-item.tsx';
import type { CheckedRule } from '../check/checked-draft.ts';
import { addressIn, type SpeakingOfDraft } from '../check/speaking.ts';
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
  const { say, tree } = speaking;
  const { verdict, failures, proved } = rule;
  const [first] = failures;
  if (verdict === 'needs-person')
    return <span className={styles.quiet}>{say(proved === 'records' ? 'check.person.records' : 'check.person.attestation')}</span>;
  if (verdict === 'not-decided') return <span className={styles.quiet}>{boundWords(rule.bound ?? '', speaking)}</span>;
  if (verdict === 'vacuous') return <span className={styles.quiet}>{say('check.vacuous-why')}</span>;
  if (first)
    return (
      <Button kind="link" isExpanded={isOpened} onPress={onOpen}>
        {first.path.length > 0 ? say('matrix.breaks', { count: first.path.length }) : say('matrix.breaks-at')}
      </Button>
    );
  const places = [...new Map(rule.proof.map((element) => [addressIn(tree, element), element] as const))].filter(([at]) => at !== '');
  if (places.length === 0) return <span className={styles.quiet}>{say('matrix.whole')}</span>;
  return (
    <ul className={styles.places}>
      {places.slice(0, shownMost).map(([at, element]) => (
        <li key={at}>
          {isDraft ? (
            <Link to="/procedures/$procedure/outline" params={{ procedure: id }} search={{ at }}>
              {elementName(element, at, speaking)}
            </Link>
          ) : (
            elementName(element, at, speaking)
          )}
        </li>
      ))}
      {places.length > shownMost && <li className={styles.quiet}>{say('check.proof-more', { count: places.length - shownMost })}</li>}
    </ul>
  );
}
