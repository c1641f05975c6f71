import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import type { DialogProps } from './dialog.tsx';
import { OnlyLooking } from './looking.ts';

/** What stands in front of the page. */
export function DialogWindow({
  title,
  isOpen,
  onClose,
  children,
  actions,
  kind = 'dialog',
  wide = false,
  isBusy = false,
  isWritten = false,
}: DialogProps) {
  const say = useWords();
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && !isBusy && onClose()}
      isDismissable={kind === 'dialog' && !isBusy && !isWritten}
      isKeyboardDismissDisabled={isBusy || isWritten}
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
            <div className={styles.body}>{children}</div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </AriaDialog>
        </OnlyLooking.Provider>
      </Modal>
    </ModalOverlay>
  );
}
