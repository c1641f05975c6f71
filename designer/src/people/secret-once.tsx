import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useWords } from '../language/words.tsx';
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
