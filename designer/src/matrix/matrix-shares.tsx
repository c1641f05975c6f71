import look from '../check/check.module.css';
import { summaryOf, verdicts } from '../check/check-groups.ts';
import type { CheckAnswer } from '../check/checked-draft.ts';
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
  const found = verdicts.filter((verdict) => counts[verdict] > 0);
  const signed = countSignatures(rows, today);
  const all = signatures.reduce((sum, one) => sum + signed[one], 0);
  return (
    <dl className={styles.shares}>
      <div>
        <dt>{say('matrix.share-design')}</dt>
        <dd>
          <ul className={look.counts}>
            {found.map((verdict) => (
              <li key={verdict} data-verdict={verdict}>
                <Words id={`check.count.${verdict}`} facts={{ count: counts[verdict] }} />
              </li>
            ))}
          </ul>
          <div className={look.share} aria-hidden="true">
            {found.map((verdict) => (
              <i key={verdict} data-verdict={verdict} style={{ flexGrow: counts[verdict] }} />
            ))}
          </div>
        </dd>
      </div>
      {isUsed && <OperationShare rows={rows} />}
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

function OperationShare({ rows }: { readonly rows: readonly MatrixRow[] }) {
  const say = useWords();
  const counts = countInOperation(rows);
  return (
    <div>
      <dt>{say('matrix.share-operation')}</dt>
      <dd>
        <ul className={look.counts}>
          {inOperation.map((verdict) => (
            <li key={verdict} data-verdict={verdict}>
              <Words id={`matrix.operation-count.${verdict}`} facts={{ count: counts[verdict] }} />
            </li>
          ))}
        </ul>
        <div className={look.share} aria-hidden="true">
          {inOperation.map((verdict) => (
            <i key={verdict} data-verdict={verdict} style={{ flexGrow: counts[verdict] }} />
          ))}
        </div>
      </dd>
    </div>
  );
}
