import { Dialog } from '../base/dialog.tsx';
import { useWords } from '../language/words.tsx';
import { StayOrLeave } from './stay-or-leave.tsx';
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
      actions={<StayOrLeave stay={say('leaving.stay')} leave={say('leaving.leave')} onAnswer={answer} />}
    >
      <p>{say('leaving.lead')}</p>
    </Dialog>
  );
}
