import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { languageAmong } from '../language/language.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { type FieldSort, isChoice } from '../model/field-sort.ts';
import { type Fields, fieldsOf, listOf, textOf, wordsOf } from '../model/loose-json.ts';
import { TitleFields } from '../panel/title-fields.tsx';
import type { FormsPanel } from './form-part.tsx';
import styles from './forms.module.css';

/** The answers to choose from, each in every language of the procedure. */
export function FieldAnswers({
  definition,
  act,
  field,
  written,
  sort,
}: FormsPanel & { readonly field: string; readonly written: Fields; readonly sort: FieldSort | undefined }) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const options = listOf(written.options).map(fieldsOf);
  if (options.length === 0 && !isChoice(sort)) return null;
  const languages = wordsOf(fieldsOf(definition).languages);
  const mine = languageAmong(languages, language);
  return (
    <section className={styles.parts} data-field="options">
      <h3>{say('forms.answers-list')}</h3>
      {options.map((option, at) => {
        const name = text(textOf(option.title)) || String(option.value);
        return (
          // The value of an answer never changes and tells it from the others.
          <fieldset key={String(option.value)} className={styles.section}>
            <legend>
              <bdi>{name}</bdi>
            </legend>
            <TitleFields
              definition={definition}
              words={textOf(option.title)}
              at={`options/${at}/title`}
              onWrite={(written, words) => act({ name: 'option.title', payload: { field, option: at, language: written, words } })}
            />
            {isChoice(sort) && options.length > 1 && (
              <div>
                <Button
                  kind="quiet"
                  icon={Trash2}
                  label={say('forms.remove-answer', { name })}
                  onPress={() => act({ name: 'option.remove', payload: { field, option: at } })}
                />
              </div>
            )}
          </fieldset>
        );
      })}
      {isChoice(sort) && (
        <div>
          <Button
            kind="link"
            icon={Plus}
            onPress={() => act({ name: 'option.add', payload: { field, title: { [mine]: say('forms.new-answer') } } })}
          >
            {say('forms.add-answer')}
          </Button>
        </div>
      )}
    </section>
  );
}
