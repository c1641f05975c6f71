import { Link } from '@tanstack/react-router';
import { searchOf } from '../check/check-place.ts';
import type { CheckedRule } from '../check/checked-draft.ts';
import { messageWords } from '../check/message-words.ts';
import { stepWords, toldSoFar } from '../check/path-words.ts';
import { addressIn, type SpeakingOfDraft } from '../check/speaking.ts';
import styles from './matrix.module.css';

/** The shortest run that breaks a rule, each step a sentence with its day; in the draft it can be played. */
export function BreakingRun({
  id,
  rule,
  isDraft,
  speaking,
}: {
  readonly id: string;
  readonly rule: CheckedRule;
  readonly isDraft: boolean;
  readonly speaking: SpeakingOfDraft;
}) {
  const { say } = speaking;
  const [failure, ...others] = rule.failures;
  if (!failure) return null;
  const { path } = failure;
  return (
    <div className={styles.run}>
      {rule.verdict === 'possible' && <p className={styles.quiet}>{say('check.possible-why')}</p>}
      {path.length > 0 && (
        <ol>
          {path.map((step, index) => {
            const { what, beside } = stepWords(path, index, speaking);
            return (
              // A run may come to the same step twice: its place is what it is known by.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index}>
                <small>{say('check.path.day', { day: Math.floor(step.day) })}</small> {what}
                {beside.map((line) => (
                  <p key={line} className={styles.quiet}>
                    {line}
                  </p>
                ))}
              </li>
            );
          })}
        </ol>
      )}
      <p className={styles.message}>
        {path.length > 0 && <b>{say('check.path.breaks')}</b>} {messageWords(rule.words.message, failure, speaking)}{' '}
        {rule.isAboutTelling && path.length > 0 && toldSoFar(path, speaking)}
      </p>
      {others.length > 0 && <p className={styles.quiet}>{say('check.path.other-ways', { count: others.length })}</p>}
      {isDraft && (
        <Link
          to="/procedures/$procedure/outline"
          params={{ procedure: id }}
          search={
            path.length > 0
              ? searchOf({ rule: rule.rule, way: 0, step: 0 })
              : { at: addressIn(speaking.tree, failure.element), check: rule.rule }
          }
        >
          {say('matrix.open-draft')}
        </Link>
      )}
    </div>
  );
}
