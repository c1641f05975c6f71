import { Download, Mail } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import type { LetterView, TimelineLine } from '../server/shapes/cases.ts';
import { letterFile } from './case-requests.ts';
import { letterState } from './letter-states.ts';
import { useSentBy } from './letter-ways.ts';
import styles from './letters.module.css';
import { SentDialog } from './sent-dialog.tsx';

interface LetterLineProps {
  readonly caseId: string;
  readonly line: TimelineLine['letters'][number];
  /** The letter itself, for those who may read it. */
  readonly letter: LetterView | undefined;
}

/** A letter under what caused it: to whom, how it stands, and what a person can do when it was written and not sent. */
export function LetterLine({ caseId, line, letter }: LetterLineProps) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const sentBy = useSentBy();
  const [asking, setAsking] = useState(false);
  const state = letterState(letter?.state ?? line.state);
  return (
    <div className={styles.line}>
      <p>
        <Icon of={Mail} size={13} />
        <span>{say('letter.to', { letter: text(line.title), person: letter?.to.name ?? text(line.toTitle) })}</span>
      </p>
      <p className={styles.state}>
        <Chip tone={state.tone}>{say(state.word)}</Chip>
        {letter?.sent && letter.state !== 'inbox' ? (
          <span>
            {say('letter.sent-how', { how: sentBy(letter.sent.how), at: dates.moment(letter.sent.at), who: letter.sent.by?.name ?? '' })}
          </span>
        ) : null}
        {letter && state.byHand ? <ByHand caseId={caseId} letter={letter} onAsk={() => setAsking(true)} /> : null}
      </p>
      {letter && asking ? <SentDialog caseId={caseId} letter={letter} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

export function ByHand({ caseId, letter, onAsk }: { readonly caseId: string; readonly letter: LetterView; readonly onAsk: () => void }) {
  const say = useWords();
  return (
    <>
      <a className={buttonClass({ kind: 'link' })} href={letterFile(caseId, letter.key)} download>
        <Icon of={Download} size={14} />
        {say('letter.download')}
      </a>
      <Button kind="link" onPress={onAsk}>
        {say('letter.i-sent-it')}
      </Button>
    </>
  );
}
