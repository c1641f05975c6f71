import { Unplug } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../base/button.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { useProblemWords } from '../language/problem-words.ts';
import { useWords } from '../language/words.tsx';
import { connection, useLostSince } from '../server/connection.ts';
import { problemOf, RefusedRead } from '../server/problem.ts';
import { readSession } from '../server/session.ts';
import { PageMissing } from './late-page.ts';
import { reload } from './surroundings.ts';

/**
 * A page that broke or could not be read. The rest of the window goes on; trying again draws the page anew. What did not come as a whole is loaded anew
 * as soon as the server answers: a browser keeps that a part was missing.
 */
export function PageFailed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const say = useWords();
  const words = useProblemWords();
  const isRead = error instanceof RefusedRead;
  useLostSince(isRead ? reset : reload);
  useEffect(() => {
    if (error instanceof PageMissing) void reloadIfAnswered(); // By now somebody may answer.
  }, [error]);
  return (
    <EmptyState
      icon={Unplug}
      level={1}
      title={say('page-failed.title')}
      action={<Button onPress={isRead ? reset : reloadIfAnswered}>{say('page-failed.again')}</Button>}
    >
      <p>{words(problemOf(error))}</p>
    </EmptyState>
  );
}

async function reloadIfAnswered(): Promise<void> {
  await readSession();
  if (connection.lostSince() === undefined) reload();
}
