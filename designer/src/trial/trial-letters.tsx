import type { Rehearsal } from '@redress/engine';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import styles from './trial.module.css';
import { letterWords, personWords, stepsWords } from './trial-words.ts';

/** Letters that would go, in their order. */
export function TrialLetters({
  rehearsal,
  definitions,
  onClose,
}: {
  readonly rehearsal: Rehearsal;
  readonly definitions: readonly object[];
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const speaking = { definitions, say, text };
  return (
    <Dialog
      title={say('trial.letters', { count: rehearsal.letters.length })}
      isOpen
      wide
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('dialog.close')}</Button>}
    >
      {rehearsal.letters.length === 0 && <p>{say('trial.no-letters')}</p>}
      <ol className={styles.letters}>
        {rehearsal.letters.map(({ at, caseId, process, letter, to, step }, index) => (
          // A letter can go twice, to the same person, at the same moment.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${caseId} ${index}`}>
            <b dir="auto">{letterWords(speaking, process, letter)}</b>
            <small>
              {say('trial.letter-at', {
                to: personWords(speaking, to),
                at: dates.moment(at),
                step: stepsWords(speaking, process, [step]),
              })}
            </small>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
