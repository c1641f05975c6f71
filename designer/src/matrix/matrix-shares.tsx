import type { Verdict } from '@redress/definitions';
import look from '../check/check.module.css';
import { summaryOf, verdicts } from '../check/check-groups.ts';
import type { CheckAnswer } from '../check/checked-draft.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords, Words } from '../language/words.tsx';
import styles from './matrix.module.css';
import { countInOperation, countSignatures, type MatrixRow } from './matrix-rows.ts';

const signatures = ['valid', 'soon', 'lapsed', 'none'] as const;

/** How much holds, and how much is signed, as bars and in words. */
export function MatrixShares({
  answer,
  rows,
  today,
  isUsed,
}: {
  readonly answer: CheckAnswer;
  readonly rows: readonly MatrixRow[];
  readonly today: string;
  /** Cases run on it: what they show stands beside the drawing. */
  readonly isUsed: boolean;
}) {
  const say = useWords();
  const { counts } = summaryOf(answer);
  const cases = countInOperation(rows);
  const signed = countSignatures(rows, today);
  const all = signatures.reduce((sum, one) => sum + signed[one], 0);
  return (
    <dl className={styles.shares}>
      <VerdictShare
        title={say('matrix.share-design')}
        parts={verdicts
          .filter((verdict) => counts[verdict] > 0)
          .map((verdict) => ({ verdict, count: counts[verdict], words: `check.count.${verdict}` }))}
      />
      {isUsed && (
        <VerdictShare
          title={say('matrix.share-operation')}
          parts={inOperation.map((verdict) => ({ verdict, count: cases[verdict], words: `matrix.operation-count.${verdict}` }))}
        />
      )}
      {all > 0 && (
        <div>
          <dt>{say('matrix.share-signed')}</dt>
          <dd>
            <p className={look.counts}>
              <span>{say('matrix.signed-counts', { valid: signed.valid + signed.soon, all })}</span>
              {signed.soon > 0 && <span>{say('matrix.soon-counts', { count: signed.soon })}</span>}
            </p>
            <div className={look.share} aria-hidden="true">
              {signatures.flatMap((one) =>
                signed[one] === 0 ? [] : <i key={one} data-verdict={shareLooks[one]} style={{ flexGrow: signed[one] }} />,
              )}
            </div>
          </dd>
        </div>
      )}
    </dl>
  );
}
const shareLooks = { valid: 'holds', soon: 'not-decided', lapsed: 'fails', none: 'vacuous' } as const;

const inOperation = ['fails', 'holds', 'vacuous'] as const;

/** How many of each, in words and as a bar. */
function VerdictShare({
  title,
  parts,
}: {
  readonly title: string;
  readonly parts: readonly { readonly verdict: Verdict; readonly count: number; readonly words: MessageId }[];
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <ul className={look.counts}>
          {parts.map(({ verdict, count, words }) => (
            <li key={verdict} data-verdict={verdict}>
              <Words id={words} facts={{ count }} />
            </li>
          ))}
        </ul>
        <div className={look.share} aria-hidden="true">
          {parts.map(({ verdict, count }) => (
            <i key={verdict} data-verdict={verdict} style={{ flexGrow: count }} />
          ))}
        </div>
      </dd>
    </div>
  );
}
