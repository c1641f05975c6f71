import { Check, X } from 'lucide-react';
import { useEffect } from 'react';
import {
  UNSTABLE_ToastRegion as Region,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';
import { type Confirmation, takeConfirmations } from './toast.tsx';

/** Confirmations as they come: quiet, and gone by themselves unless they ask something. */
export function ToastRegion({ said }: { readonly said: number }) {
  const say = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more was said, so there is one to take.
  useEffect(() => {
    // With an action it stays until it is answered: nobody is hurried.
    for (const one of takeConfirmations()) queue.add(one, one.action ? {} : { timeout: 6_000 });
  }, [said]);
  return (
    <Region queue={queue} className={styles.region ?? ''}>
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
    </Region>
  );
}

const queue = new ToastQueue<Confirmation>({ maxVisibleToasts: 3 });
