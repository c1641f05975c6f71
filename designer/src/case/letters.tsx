import { MailOpen } from 'lucide-react';
import { useState } from 'react';
import { Chip } from '../base/chip.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import type { CaseView, LetterView } from '../server/shapes/cases.ts';
import { ByHand } from './letter-line.tsx';
import { letterState } from './letter-states.ts';
import { useSentBy } from './letter-ways.ts';
import styles from './letters.module.css';
import { SentDialog } from './sent-dialog.tsx';
import { useReceiver } from './use-receiver.ts';

/** Every letter of the case, as it was written, with its state. */
export function Letters({ found, letters }: { readonly found: CaseView; readonly letters: readonly LetterView[] }) {
  const say = useWords();
  if (letters.length === 0)
    return (
      <EmptyState icon={MailOpen} title={say('letter.none')}>
        {say('letter.none-words')}
      </EmptyState>
    );
  return (
    <ul className={styles.letters}>
      {[...letters]
        .sort((one, two) => two.at.localeCompare(one.at))
        .map((letter) => (
          <Letter key={letter.key} found={found} letter={letter} />
        ))}
    </ul>
  );
}

function Letter({ found, letter }: { readonly found: CaseView; readonly letter: LetterView }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const sentBy = useSentBy();
  const receiver = useReceiver(found);
  const [asking, setAsking] = useState(false);
  const state = letterState(letter.state);
  return (
    <li>
      <details>
        <summary>
          <b>{text(letter.title)}</b>
          <Chip tone={state.tone}>{say(state.word)}</Chip>
          <small>{say('letter.to-at', { person: receiver(letter), at: dates.moment(letter.at) })}</small>
        </summary>
        <article lang={letter.language} dir="auto">
          <h4>{letter.subject}</h4>
          <p>{letter.body}</p>
        </article>
      </details>
      {letter.sent && letter.state !== 'inbox' ? (
        <p className={styles.sent}>
          {say('letter.sent-how', { how: sentBy(letter.sent.how), at: dates.moment(letter.sent.at), who: letter.sent.by?.name ?? '' })}
        </p>
      ) : null}
      {state.byHand ? (
        <p className={styles.state}>
          <ByHand caseId={found.id} letter={letter} onAsk={() => setAsking(true)} />
        </p>
      ) : null}
      {asking ? <SentDialog caseId={found.id} letter={letter} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}
