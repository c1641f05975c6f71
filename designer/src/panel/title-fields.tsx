import { TextArea, TextField } from '../base/text-field.tsx';
import type { MessageId } from '../language/messages.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import styles from './panel.module.css';

const names: Readonly<Record<string, MessageId>> = { en: 'outline.title.en', fa: 'outline.title.fa', pl: 'outline.title.pl' };

/** The same words in each language of the procedure, each in its own direction. */
export function TitleFields({
  definition,
  words,
  at,
  about,
  isProse = false,
  problems = {},
  onWrite,
}: {
  readonly definition: object;
  readonly words: Readonly<Record<string, string>>;
  /** Where it is written, from the element: a problem there leads into the field. */
  readonly at: string;
  /** What the words are, where they are no name. */
  readonly about?: string;
  /** Sentences, not a name: there is room for them. */
  readonly isProse?: boolean;
  /** What is wrong with the words, by their language. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly onWrite: (language: string, words: string) => void;
}) {
  const say = useWords();
  const reader = useLanguage();
  const languageName = (language: string) => new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
  const named = (language: string) => {
    const name = names[language];
    return name ? say(name) : say('outline.title.other', { language: languageName(language) });
  };
  const languages = wordsOf(fieldsOf(definition).languages);
  const Field = isProse ? TextArea : TextField;
  return (
    <div className={styles.titles} data-field={at}>
      {languages.map((language) => (
        <div key={language} data-field={`${at}/${language}`}>
          <Field
            label={about === undefined ? named(language) : say('panel.words-in', { what: about, language: languageName(language) })}
            language={language}
            value={words[language] ?? ''}
            {...(problems[language] === undefined ? {} : { problem: problems[language] })}
            onChange={(written) => onWrite(language, written)}
          />
        </div>
      ))}
    </div>
  );
}
