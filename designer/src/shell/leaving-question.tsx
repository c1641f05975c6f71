import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useWords } from '../language/words.tsx';
import { useLeaving } from './use-leaving.ts';

/** Whoever leaves a page with something typed that is not saved is asked first, whatever way he goes. */
export function LeavingQuestion({ isWritten }: { readonly isWritten: boolean }) {
  const say = useWords();
  const { isAsked, answer } = useLeaving({
    isWritten: () => isWritten,
    isLeft: ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
    isOn: isWritten,
  });
  return (
    <Dialog
      title={say('leaving.title')}
      kind="alertdialog"
      isOpen={isAsked}
      onClose={() => answer(true)}
      actions={
        <>
          <Button kind="primary" onPress={() => answer(true)}>
            {say('leaving.stay')}
          </Button>
          <Button kind="quiet" onPress={() => answer(false)}>
            {say('leaving.leave')}
          </Button>
        </>
      }
    >
      <p>{say('leaving.lead')}</p>
    </Dialog>
  );
}
