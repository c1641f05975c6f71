import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import unseen from '../base/unseen.module.css';
import { useWords } from '../language/words.tsx';
import type { WireEvent } from '../server/shapes/inspection.ts';
import styles from './event-panel.module.css';
import { readable } from './inspected.ts';

/** The event as JSON, from left to right in every language; copied as it came over the wire. */
export function JsonText({ event }: { readonly event: WireEvent }) {
  const say = useWords();
  const [copied, setCopied] = useState('');
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(event));
    setCopied(event.id);
  };
  const done = copied === event.id;
  return (
    <div className={styles.json}>
      <header>
        <h3 id="json-title">{say('inspect.json')}</h3>
        {/* Only where the browser lets a page write to the clipboard: over https or on this machine. */}
        {'clipboard' in navigator && (
          <Button kind="quiet" icon={done ? Check : Copy} onPress={() => void copy()}>
            {say(done ? 'secret.copied' : 'secret.copy')}
          </Button>
        )}
      </header>
      <span role="status" className={unseen.unseen}>
        {done ? say('secret.copied') : ''}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section tabIndex={0} aria-labelledby="json-title">
        <pre lang="en" dir="ltr" translate="no">
          {readable(event)}
        </pre>
      </section>
    </div>
  );
}
