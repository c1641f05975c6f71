import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '../base/icon.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { CaseView, LetterView } from '../server/shapes/cases.ts';
import styles from './case.module.css';
import { ByHand } from './letter-line.tsx';
import { letterState } from './letter-states.ts';
import { SentDialog } from './sent-dialog.tsx';
import { useReceiver } from './use-receiver.ts';

/** Letters that were written and not sent: nothing goes on by itself until a person has sent them and said so. */
export function LettersToSend({ found, letters }: { readonly found: CaseView; readonly letters: readonly LetterView[] }) {
  const say = useWords();
  const text = useText();
  const receiver = useReceiver(found);
  const [asked, setAsked] = useState<LetterView>();
  const waiting = letters.filter((letter) => letterState(letter.state).byHand);
  if (waiting.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="case-letters">
      <header>
        <Icon of={Mail} className={styles.waiting} />
        <h2 id="case-letters">{say('letter.to-send', { count: waiting.length })}</h2>
      </header>
      <ul className={styles.body}>
        {waiting.map((letter) => (
          <li key={letter.key} className={styles.letter}>
            <span>{say('letter.to', { letter: text(letter.title), person: receiver(letter) })}</span>
            <span className={styles.buttons}>
              <ByHand caseId={found.id} letter={letter} onAsk={() => setAsked(letter)} />
            </span>
          </li>
        ))}
      </ul>
      {asked ? <SentDialog caseId={found.id} letter={asked} onClose={() => setAsked(undefined)} /> : null}
    </section>
  );
}
