import { letterWords } from '@redress/definitions';
import { renderLetter } from '@redress/engine';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Note } from '../base/note.tsx';
import { TryFreely } from '../base/only-look.tsx';
import { Select } from '../base/select.tsx';
import { Tabs } from '../base/tabs.tsx';
import { directionOf, isLanguage, languageAmong, ownNames } from '../language/language.ts';
import { useLanguage, useText, useTimeZone, useWords } from '../language/words.tsx';
import { fieldsOf, listOf, textOf, wordsOf } from '../model/loose-json.ts';
import styles from './letters.module.css';
import { placeholdersFor } from './placeholder-names.ts';
import { decidedBlocks } from './sample-decision.ts';
import { type TrickyData, trickyLetter, type WordsUsed, writtenAt } from './tricky-letter.ts';
import { WordsDecided } from './words-decided.tsx';

/** The letter as it arrives, in each language, with data that are hard to write: by the very code that writes it on the server. */
export function LetterPreview({
  definition,
  letter: id,
  onClose,
}: {
  readonly definition: object;
  readonly letter: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const mine = useLanguage();
  const timeZone = useTimeZone();
  const languages = wordsOf(fieldsOf(definition).languages);
  const [chosen, setChosen] = useState<string>(languageAmong(languages, mine));
  const [data, setData] = useState<TrickyData>('full');
  const [used, setUsed] = useState<Readonly<Record<number, WordsUsed>>>({});
  const written = fieldsOf(fieldsOf(fieldsOf(definition).letters)[id]);
  const decided = decidedBlocks(definition, id, data);
  const words = decided.map((one, at) => used[at] ?? one.words);
  const { letters, effect, late, stops } = trickyLetter(definition, id, { data, used: words });
  const placeholders = placeholdersFor(definition, say, text);
  const names = new Intl.DisplayNames(mine, { type: 'language' });
  return (
    <Dialog
      title={say('letters.preview-of', { name: text(textOf(written.title)) || id })}
      isOpen
      wide
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('dialog.close')}</Button>}
    >
      <TryFreely>
        <div className={styles.parts}>
          <Select
            label={say('letters.preview-data')}
            hint={say('letters.preview-invented')}
            options={(['full', 'sparse'] as const).map((sort) => ({ id: sort, name: say(`letters.preview.${sort}`) }))}
            value={data}
            onChange={(sort) => setData(sort === 'sparse' ? 'sparse' : 'full')}
          />
          <div className={styles.choices}>
            {listOf(written.blocks).map((block, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no names of their own.
              <WordsChoice key={at} block={block} at={at} used={used[at]} onUse={(chosen) => setUsed(withChosen(used, at, chosen))} />
            ))}
          </div>
          <WordsDecided {...{ definition, data, decided }} chosen={used} />
          {stops.map(({ block, placeholder }) => (
            <Note key={`${block} ${placeholder}`} tone="bad">
              {say('letters.preview-stops', {
                number: block + 1,
                name: placeholders.find((one) => one.id === placeholder)?.name ?? placeholder,
              })}
            </Note>
          ))}
          <Tabs
            label={say('forms.preview-languages')}
            chosen={chosen}
            onChoose={setChosen}
            tabs={languages.map((language) => {
              const reading = { language, fallback: languages[0] ?? language, timeZone, at: writtenAt, words: letterWords };
              const { subject, body } = renderLetter({ letters }, effect, late, reading);
              return {
                id: language,
                name: isLanguage(language) ? ownNames[language] : (names.of(language) ?? language),
                children: (
                  <article lang={language} dir={isLanguage(language) ? directionOf[language] : 'auto'} className={styles.arrived}>
                    <h3>{subject}</h3>
                    <p>{body}</p>
                  </article>
                ),
              };
            })}
          />
        </div>
      </TryFreely>
    </Dialog>
  );
}

/** A list of choices has no empty id. */
const byData = 'by-data';

function withChosen(
  used: Readonly<Record<number, WordsUsed>>,
  at: number,
  words: WordsUsed | undefined,
): Readonly<Record<number, WordsUsed>> {
  const { [at]: _before, ...others } = used;
  return words === undefined ? others : { ...others, [at]: words };
}

/** Of a paragraph that is not always the same: which words are used. The data decide, until somebody wants to see others. */
function WordsChoice({
  block,
  at,
  used,
  onUse,
}: {
  readonly block: unknown;
  readonly at: number;
  readonly used: WordsUsed | undefined;
  readonly onUse: (words: WordsUsed | undefined) => void;
}) {
  const say = useWords();
  const { when, variants } = fieldsOf(block);
  const others = listOf(variants);
  if (when === undefined && others.length === 0) return null;
  return (
    <Select
      label={say('panel.words-in', { what: say('letters.paragraph', { number: at + 1 }), language: say('letters.preview-words') })}
      options={[
        { id: byData, name: say('letters.preview-as-decided') },
        { id: 'text', name: say('letters.preview-else') },
        ...others.map((_, index) => ({ id: String(index), name: say('letters.variant', { number: index + 1 }) })),
        ...(when === undefined ? [] : [{ id: 'out', name: say('letters.preview-left-out') }]),
      ]}
      value={String(used ?? byData)}
      onChange={(id) => onUse(id === byData ? undefined : id === 'text' || id === 'out' ? id : Number(id))}
    />
  );
}
