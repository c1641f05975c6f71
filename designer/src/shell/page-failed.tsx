import { Unplug } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { useProblemWords } from '../language/problem-words.ts';
import { useWords } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';

/** A page that broke or could not be read. The rest of the window goes on; trying again draws the page anew. */
export function PageFailed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const say = useWords();
  const words = useProblemWords();
  return (
    <EmptyState
      icon={Unplug}
      level={1}
      title={say('page-failed.title')}
      action={<Button onPress={reset}>{say('page-failed.again')}</Button>}
    >
      <p>{words(problemOf(error))}</p>
    </EmptyState>
  );
}
