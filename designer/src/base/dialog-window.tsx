import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import { StayOrLeave } from '../shell/stay-or-leave.tsx';
import { useLeaving } from '../shell/use-leaving.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import type { DialogProps } from './dialog.tsx';
import { OnlyLooking } from './looking.ts';
import { useTypedIn } from './typed-in.ts';

/** What stands in front of the page. Once somebody wrote in it, Escape, a click beside it, its cross and the way back ask before that is thrown away. */
export function DialogWindow(props: DialogProps) {
  const say = useWords();
  const { isOpen, isBusy = false, onClose } = props;
  const { watch, isTyped, goBack } = useTypedIn();
  const { isAsked, ask, answer } = useLeaving({
    isWritten: isTyped,
    isLeft: ({ action }) => action !== 'PUSH' && action !== 'REPLACE', // Where its own act leads nobody is asked.
    isOn: isOpen,
  });
  const close = async () => {
    if (isBusy) return;
    if (isTyped()) {
      goBack(); // A click beside took the caret away: whoever goes on writing finds it where it was.
      if (await ask()) return;
    }
    onClose();
  };
  return (
    <>
      <Window {...props} watch={watch} onClose={() => void close()} />
      <Window
        title={say('dialog.leave-title')}
        kind="alertdialog"
        isOpen={isOpen && isAsked}
        onClose={() => answer(true)}
        actions={<StayOrLeave stay={say('dialog.leave-no')} leave={say('dialog.leave')} onAnswer={answer} />}
      >
        <p>{say('dialog.leave-lead')}</p>
      </Window>
    </>
  );
}

function Window({
  title,
  isOpen,
  onClose,
  children,
  actions,
  kind = 'dialog',
  wide = false,
  isBusy = false,
  watch = {},
}: DialogProps & { readonly watch?: Partial<ReturnType<typeof useTypedIn>['watch']> }) {
  const say = useWords();
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={kind === 'dialog' && !isBusy}
      isKeyboardDismissDisabled={isBusy}
    >
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
        {/* Whoever may only look comes here to look, and has to get out again. */}
        <OnlyLooking.Provider value={false}>
          <AriaDialog className={styles.dialog ?? ''} role={kind}>
            <header className={styles.header}>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              {kind === 'dialog' && <Button kind="quiet" icon={X} label={say('dialog.close')} onPress={onClose} />}
            </header>
            <div className={styles.body} {...watch}>
              {children}
            </div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </AriaDialog>
        </OnlyLooking.Provider>
      </Modal>
    </ModalOverlay>
  );
}
