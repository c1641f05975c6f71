import { ShieldCheck } from 'lucide-react';
import { Button } from '../base/button.tsx';
import unseen from '../base/unseen.module.css';
import { useWords } from '../language/words.tsx';
import styles from './check-button.module.css';
import type { Check } from './use-check.ts';

/** Opens the check and puts it away, with the number of open points; it tells, now and then, how many there are. */
export function CheckButton({ check, chosen }: { readonly check: Check; readonly chosen: string | undefined }) {
  const say = useWords();
  const { open, place, go, told } = check;
  const isShown = place !== undefined && (chosen === undefined || chosen === '');
  return (
    <>
      <span className={styles.button} data-shown={isShown || undefined}>
        <Button
          forReaders
          icon={ShieldCheck}
          onPress={() => {
            check.call();
            go(isShown ? undefined : (place ?? {}));
          }}
        >
          {say('check.title')}
          {open !== undefined && open > 0 && (
            <span className={styles.count}>
              <span aria-hidden="true">{say('check.number', { number: open })}</span>
              <span className={unseen.unseen}>{say('check.button-open', { count: open })}</span>
            </span>
          )}
        </Button>
      </span>
      <span role="status" className={unseen.unseen}>
        {told === undefined ? '' : say('check.told', { count: told })}
      </span>
    </>
  );
}
