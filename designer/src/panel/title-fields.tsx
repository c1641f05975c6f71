import { TextField } from '../base/text-field.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import styles from './panel.module.css';

const names: Readonly<Record<string, MessageId>> = { en: 'outline.title.en', fa: 'outline.title.fa', pl: 'outline.title.pl' };

/** The same words in each language of the procedure, each in its own direction. */
export function TitleFields({
  definition,
  words,
  at,
  onWrite,
}: {
  readonly definition: object;
  readonly words: Readonly<Record<string, string>>;
  /** Where it is written, from the element: a problem there leads into the field. */
  readonly at: string;
  readonly onWrite: (language: string, words: string) => void;
}) {
  const say = useWords();
  const languages = wordsOf(fieldsOf(definition).languages);
  return (
    <div className={styles.titles} data-field={at}>
      {languages.map((language) => {
        const name = names[language];
        return (
          <div key={language} data-field={`${at}/${language}`}>
            <TextField
              label={name ? say(name) : say('outline.title.other', { language })}
              value={words[language] ?? ''}
              onChange={(written) => onWrite(language, written)}
            />
          </div>
        );
      })}
    </div>
  );
}
