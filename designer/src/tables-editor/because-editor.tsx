import { useState } from 'react';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';

/** Why a row says so, in each language of the procedure. */
export function BecauseEditor({
  definition,
  because,
  onWrite,
}: {
  readonly definition: object;
  readonly because: Readonly<Record<string, string>>;
  readonly onWrite: (because: Readonly<Record<string, string>>) => void;
}) {
  const say = useWords();
  const reader = useLanguage();
  const [words, setWords] = useState(because);
  const languages = wordsOf(fieldsOf(definition).languages);
  const name = (language: string) => new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;
  return [...languages.filter((language) => language === reader), ...languages.filter((language) => language !== reader)].map(
    (language) => (
      <TextField
        key={language}
        label={say('panel.words-in', { what: say('tables.why'), language: name(language) })}
        language={language}
        value={words[language] ?? ''}
        onChange={(written) => {
          const next = { ...words, [language]: written };
          setWords(next);
          onWrite(next);
        }}
      />
    ),
  );
}
