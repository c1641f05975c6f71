import { Check, X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

interface Confirmation {
  readonly words: string;
  readonly action?: { readonly name: string; readonly run: () => void } | undefined;
}

/** A quiet confirmation of something done. What went wrong belongs beside its cause, never here. */
export function confirm(words: string, action?: Confirmation['action']): void {
  // With an action it stays until it is answered: nobody is hurried.
  queue.add({ words, ...(action ? { action } : {}) }, action ? {} : { timeout: 6_000 });
}

export function Toasts() {
  const say = useWords();
  return (
    <ToastRegion queue={queue} className={styles.region ?? ''}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''}>
          <Icon of={Check} />
          <ToastContent>
            <Text slot="title">{toast.content.words}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              kind="link"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.name}
            </Button>
          )}
          <Button kind="quiet" slot="close" icon={X} label={say('dialog.close')} />
        </Toast>
      )}
    </ToastRegion>
  );
}

const queue = new ToastQueue<Confirmation>({ maxVisibleToasts: 3 });
