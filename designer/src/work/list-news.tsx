import { Button } from '../base/button.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './list-news.module.css';

interface ListNewsProps {
  readonly query: { readonly isPending: boolean; readonly error: Error | null; readonly refetch: () => unknown };
  /** Rows that have changed or come since the list was shown, and the words that count them. */
  readonly waiting: number;
  readonly words: MessageId;
  readonly onShow: () => void;
  /** In a page with gaps nothing is announced in no room; else it stays in sight above the rows. */
  readonly look?: 'bar' | 'block';
}

/** Above a list: that it is coming, why it does not come, and what waits until its reader asks. The rows themselves never move under a reader. */
export function ListNews({ query, waiting, words, onShow, look = 'bar' }: ListNewsProps) {
  const say = useWords();
  return (
    <>
      {query.isPending ? <SkeletonRows /> : null}
      {query.error ? <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} /> : null}
      <div role="status" className={styles[look]}>
        {waiting > 0 ? (
          <Button kind="link" onPress={onShow}>
            {say(words, { count: waiting })}
          </Button>
        ) : null}
      </div>
    </>
  );
}
