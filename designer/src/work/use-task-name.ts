import { useText, useWords } from '../language/words.tsx';
import type { TaskRow } from '../server/shapes/work.ts';

/** What is to be done: the step, or the letter to print. */
export function useTaskName({ letter, stepTitle }: Pick<TaskRow, 'letter' | 'stepTitle'>): string {
  const say = useWords();
  const text = useText();
  return letter ? say('work.print', { letter: text(letter.title) }) : text(stepTitle);
}
