import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import type { Invitation } from '../server/shapes/people.ts';
import styles from './pages.module.css';

/** A code or token, shown this once. */
export function SecretOnce({ secret, words }: { readonly secret: string; readonly words: string }) {
  const say = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <>
      <Note tone="time" live>
        {words}
      </Note>
      <div className={styles.secret}>
        <code>{secret}</code>
        {/* Only where the browser lets a page write to the clipboard: over https or on this machine. */}
        {'clipboard' in navigator && (
          <Button icon={copied ? Check : Copy} onPress={() => void copy()}>
            {say(copied ? 'secret.copied' : 'secret.copy')}
          </Button>
        )}
      </div>
    </>
  );
}

/** A one-time code, with the place where it is typed and until when it holds. */
export function CodeOnce({ code, endsAt }: Invitation) {
  const say = useWords();
  const dates = useDates();
  const address = isolated(new URL('/join', window.location.href).href);
  return <SecretOnce secret={code} words={say('people.code-once', { address, moment: dates.moment(endsAt) })} />;
}
