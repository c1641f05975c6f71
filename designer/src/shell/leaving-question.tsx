import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';

interface Move {
  readonly currentLocation: { readonly pathname: string };
  readonly nextLocation: { readonly pathname: string };
}

/** Whoever leaves a page with something typed that is not saved is asked first, whatever way he goes; who closes the window is asked by the browser. */
export function LeavingQuestion({
  isWritten,
  words,
}: {
  readonly isWritten: boolean;
  /** What is asked, what happens then, and both answers. */
  readonly words: { readonly title: MessageId; readonly lead: MessageId; readonly leave: MessageId; readonly stay: MessageId };
}) {
  const say = useWords();
  const { history } = useRouter();
  const [answer, setAnswer] = useState<(stays: boolean) => void>();
  useEffect(() => {
    if (!isWritten) return undefined;
    return history.block({
      enableBeforeUnload: true,
      blockerFn: async ({ currentLocation, nextLocation }: Move) =>
        currentLocation.pathname !== nextLocation.pathname && (await new Promise<boolean>((answered) => setAnswer(() => answered))),
    });
  }, [history, isWritten]);
  const choose = (stays: boolean) => {
    setAnswer(undefined);
    answer?.(stays);
  };
  return (
    <Dialog
      title={say(words.title)}
      kind="alertdialog"
      isOpen={answer !== undefined}
      onClose={() => choose(true)}
      actions={
        <>
          <Button kind="primary" onPress={() => choose(true)}>
            {say(words.stay)}
          </Button>
          <Button kind="quiet" onPress={() => choose(false)}>
            {say(words.leave)}
          </Button>
        </>
      }
    >
      <p>{say(words.lead)}</p>
    </Dialog>
  );
}
