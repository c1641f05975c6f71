import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { useLeaving } from './use-leaving.ts';

/** Whoever leaves a page with something typed that is not saved is asked first, whatever way he goes. */
export function LeavingQuestion({
  isWritten,
  words,
}: {
  readonly isWritten: boolean;
  /** What is asked, what happens then, and both answers. */
  readonly words: { readonly title: MessageId; readonly lead: MessageId; readonly leave: MessageId; readonly stay: MessageId };
}) {
  const say = useWords();
  const { isAsked, answer } = useLeaving({
    isWritten: () => isWritten,
    isLeft: ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
    isOn: isWritten,
  });
  return (
    <Dialog
      title={say(words.title)}
      kind="alertdialog"
      isOpen={isAsked}
      onClose={() => answer(true)}
      actions={
        <>
          <Button kind="primary" onPress={() => answer(true)}>
            {say(words.stay)}
          </Button>
          <Button kind="quiet" onPress={() => answer(false)}>
            {say(words.leave)}
          </Button>
        </>
      }
    >
      <p>{say(words.lead)}</p>
    </Dialog>
  );
}
