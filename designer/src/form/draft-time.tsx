import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import styles from './form.module.css';
import type { Draft } from './use-draft.ts';

/** "Draft kept 09:38", beside the buttons of a form. Says so, too, when keeping failed. */
export function DraftTime({ draft }: { readonly draft: Draft }) {
  const say = useWords();
  const dates = useDates();
  if (draft.state === 'failed') return <span className={styles.kept}>{say('draft.failed')}</span>;
  if (draft.state === 'too-large') return <span className={styles.kept}>{say('problem.body-too-large')}</span>;
  return <span className={styles.kept}>{draft.keptAt && say('draft.kept', { time: dates.time(draft.keptAt) })}</span>;
}
