import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import styles from './form.module.css';
import type { Draft } from './use-draft.ts';

/** "Draft kept 09:38", beside the buttons of a form. Says so, too, when keeping failed. */
export function DraftTime({ draft }: { readonly draft: Draft }) {
  const say = useWords();
  const dates = useDates();
  const words = draft.state === 'failed' ? say('draft.failed') : draft.keptAt && say('draft.kept', { time: dates.time(draft.keptAt) });
  return <span className={styles.kept}>{words}</span>;
}
