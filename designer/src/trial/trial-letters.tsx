import { letterWords as wordsOfLetters } from '@redress/definitions';
import { type Definition, type Rehearsal, type RehearsedLetter, renderLetter } from '@redress/engine';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Select } from '../base/select.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { directionOf, isLanguage, languages, ownNames } from '../language/language.ts';
import { useLanguage, useText, useTimeZone, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { useSession } from '../shell/session.tsx';
import styles from './trial.module.css';
import { definitionOf, letterWords, personWords, stepsWords } from './trial-words.ts';

const fates = {
  sent: undefined,
  bounced: 'trial.fate.bounced',
  'to print': 'trial.fate.to-print',
  posted: 'trial.fate.posted',
} as const;

/** Letters that would go, in their order, as they would arrive: written by the very code that writes them on the server. */
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
  const [language, setLanguage] = useState<string>(useLanguage());
  const speaking = { definitions, say, text };
  return (
    <Dialog
      title={say('trial.letters', { count: rehearsal.letters.length })}
      isOpen
      wide
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('dialog.close')}</Button>}
    >
      {rehearsal.letters.length === 0 ? (
        <p>{say('trial.no-letters')}</p>
      ) : (
        <Select
          label={say('person-menu.language')}
          options={languages.map((id) => ({ id, name: ownNames[id], lang: id }))}
          value={language}
          onChange={setLanguage}
        />
      )}
      <ol className={styles.letters}>
        {rehearsal.letters.map((letter, index) => {
          const { at, process, to, step, became } = letter;
          const fate = fates[became];
          return (
            // A letter can go twice, to the same person, at the same moment.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <details>
                <summary>
                  <b dir="auto">{letterWords(speaking, process, letter.letter)}</b> {fate && <Chip tone="line">{say(fate)}</Chip>}
                  <small>
                    {say('trial.letter-at', {
                      to: personWords(speaking, to),
                      at: dates.moment(at),
                      step: stepsWords(speaking, process, [step]),
                    })}
                  </small>
                </summary>
                <Arrived letter={letter} definition={definitionOf(speaking, process)} language={language} />
              </details>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}

/** The number, the organisation and the receiver are those of the one who tries it out: a draft has none. */
function Arrived({
  letter,
  definition,
  language,
}: {
  readonly letter: RehearsedLetter;
  readonly definition: object;
  readonly language: string;
}) {
  const say = useWords();
  const text = useText();
  const timeZone = useTimeZone();
  const { organisation } = useSession();
  const late = {
    'case.number': say('trial.sample-number'),
    'organisation.name': organisation.name,
    'organisation.contact': organisation.contact,
    'organisation.externalBody': organisation.externalBody,
    'organisation.externalTimeLimit': organisation.externalTimeLimit,
    'recipient.name': personWords({ definitions: [definition], say, text }, letter.to),
    'link.case': '',
  };
  const [fallback = language] = wordsOf(fieldsOf(definition).languages);
  const { subject, body } = renderLetter(definition as Definition, { ...letter, kind: 'letter' }, late, {
    language,
    fallback,
    timeZone,
    at: letter.at,
    words: wordsOfLetters,
  });
  return (
    <article lang={language} dir={isLanguage(language) ? directionOf[language] : 'auto'}>
      <h3>{subject}</h3>
      <p>{body}</p>
    </article>
  );
}
