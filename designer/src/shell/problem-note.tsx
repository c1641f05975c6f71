import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useProblemWords } from '../language/problem-words.ts';
import { useWords } from '../language/words.tsx';
import type { Problem } from '../server/shapes/basics.ts';

/** What went wrong and how to repair it, beside its cause. Read out when it appears. */
export function ProblemNote({ problem, onRetry }: { readonly problem: Problem | undefined; readonly onRetry?: () => void }) {
  const say = useWords();
  const words = useProblemWords();
  if (!problem) return null;
  return (
    <Note tone="bad" live {...(onRetry ? { actions: <Button onPress={onRetry}>{say('page-failed.again')}</Button> } : {})}>
      {words(problem)}
    </Note>
  );
}
