import type { ReactNode } from 'react';
import unseen from '../base/unseen.module.css';
import { useWords } from '../language/words.tsx';
import { MarkBadge } from '../map/mark-badge.tsx';
import type { Change } from './change.ts';
import styles from './change-item.module.css';
import { changeWords } from './change-words.ts';
import { NamedWords } from './named-words.tsx';
import { useComparing } from './use-comparing.ts';

/** A change as an entry of a list: what became of it, what it is in words; pressed, it is shown where it stands. */
export function ChangeItem({
  change,
  before,
  after,
  isChosen,
  note,
  onChoose,
}: {
  readonly change: Change;
  readonly before: object;
  readonly after: object;
  readonly isChosen: boolean;
  /** Who did it, for instance. */
  readonly note?: ReactNode;
  readonly onChoose: (element: string, change: Change) => void;
}) {
  const say = useWords();
  const { head, lines } = changeWords(change, useComparing(before, after));
  return (
    <li className={styles.entry} data-chosen={isChosen || undefined}>
      <MarkBadge mark={change.kind} />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.head}
          data-entry={`${change.kind} ${change.element}`}
          aria-current={isChosen || undefined}
          onClick={() => onChoose(change.element, change)}
        >
          <bdi>
            <NamedWords words={head} />
          </bdi>{' '}
          <span className={unseen.unseen}>{say(`compare.mark.${change.kind}`)}</span>
        </button>
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>
                <bdi>
                  <NamedWords words={line} />
                </bdi>
              </li>
            ))}
          </ul>
        )}
        {note && <p>{note}</p>}
      </div>
    </li>
  );
}
