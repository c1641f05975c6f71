import { lazy, Suspense, useContext, useId, useRef } from 'react';
import fields from '../base/field.module.css';
import { OnlyLooking } from '../base/looking.ts';
import { directionOf, isLanguage } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { FindingList } from '../panel/finding-list.tsx';
import { InsertField } from './insert-field.tsx';
import styles from './letters.module.css';
import type { Placeholder } from './placeholder-names.ts';

const ChipText = lazy(() => import('./chip-text.tsx').then((part) => ({ default: part.ChipText })));

/** A text of a letter in one language, and how it is written. */
export interface WrittenText {
  readonly text: string;
  readonly language: string;
  readonly oneLine: boolean;
  readonly placeholders: readonly Placeholder[];
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly isProblem: boolean;
  /** Whether it was kept: who may only look changes nothing. */
  readonly onWrite: (text: string) => boolean;
  /** Hands over what puts a field at the caret. */
  readonly onInserter: (insert: (field: string) => void) => void;
}

/** The same words in each language of the procedure, beside each other where there is room, each in its own direction. */
export function LetterTexts({
  definition,
  what,
  words,
  at,
  oneLine = false,
  placeholders,
  findings,
  onWrite,
}: {
  readonly definition: object;
  /** What is written: “Subject”. */
  readonly what: string;
  readonly words: Readonly<Record<string, string>>;
  /** Where it is written, from the letter on: a problem leads to the language. */
  readonly at: string;
  readonly oneLine?: boolean;
  readonly placeholders: readonly Placeholder[];
  readonly findings: readonly ElementFinding[];
  readonly onWrite: (language: string, words: string) => boolean;
}) {
  const say = useWords();
  const reader = useLanguage();
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const here = findings.filter(({ field }) => field.join('/').startsWith(at));
  const languages = wordsOf(fieldsOf(definition).languages);
  const ofAll = here.filter(({ field, facts }) => field.join('/') === at && facts.language === undefined);
  return (
    <div className={styles.languages} data-field={at}>
      {languages.map((language) => (
        <LetterText
          key={language}
          definition={definition}
          label={say('panel.words-in', { what, language: names.of(language) ?? language })}
          at={`${at}/${language}`}
          findings={here.filter(({ field, facts }) => field.join('/') === `${at}/${language}` || facts.language === language)}
          text={words[language] ?? ''}
          {...{ language, oneLine, placeholders }}
          onWrite={(written) => onWrite(language, written)}
        />
      ))}
      {ofAll.length > 0 && (
        <div className={styles.problems}>
          <FindingList definition={definition} findings={ofAll} />
        </div>
      )}
    </div>
  );
}

function LetterText({
  definition,
  label,
  at,
  findings,
  ...written
}: Pick<WrittenText, 'text' | 'language' | 'oneLine' | 'placeholders' | 'onWrite'> & {
  readonly definition: object;
  readonly label: string;
  readonly at: string;
  readonly findings: readonly ElementFinding[];
}) {
  const labelledBy = useId();
  const describedBy = useId();
  const insert = useRef<(field: string) => void>(undefined);
  const hadFocus = useRef(false);
  const isReadOnly = useContext(OnlyLooking);
  const { language, text, placeholders } = written;
  const direction = isLanguage(language) ? directionOf[language] : 'auto';
  return (
    <div className={styles.text} data-field={at}>
      <span id={labelledBy} className={`${fields.label} ${styles.label}`}>
        {label}
      </span>
      <div className={styles.box} data-invalid={findings.length > 0 || undefined} data-readonly={isReadOnly || undefined}>
        <Suspense
          fallback={
            // Who comes here before the editor is there waits in its place, and then writes on.
            // biome-ignore lint/a11y/useSemanticElements: what follows it is no textarea either.
            <div
              role="textbox"
              aria-labelledby={labelledBy}
              aria-readonly
              tabIndex={0}
              lang={language}
              dir={direction}
              className={styles.waiting}
              onFocus={() => {
                hadFocus.current = true;
              }}
              onBlur={() => {
                hadFocus.current = false;
              }}
            >
              {text}
            </div>
          }
        >
          <ChipText
            key={placeholders.map(({ id, name }) => `${id} ${name}`).join()}
            {...written}
            {...{ labelledBy, describedBy }}
            isProblem={findings.length > 0}
            {...{ isReadOnly }}
            takesFocus={hadFocus}
            onInserter={(inserter) => {
              insert.current = inserter;
            }}
          />
        </Suspense>
      </div>
      <InsertField where={label} placeholders={placeholders} onInsert={(field) => insert.current?.(field)} />
      <div id={describedBy} className={styles.problems}>
        <FindingList definition={definition} findings={findings} />
      </div>
    </div>
  );
}
