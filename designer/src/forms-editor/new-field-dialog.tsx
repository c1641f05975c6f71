import type { Text } from '@redress/engine';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Select } from '../base/select.tsx';
import { TextArea, TextField } from '../base/text-field.tsx';
import { languageAmong } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { type FieldSort, isChoice } from '../model/field-sort.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import styles from './forms.module.css';
import { sortNamed, sortOptions } from './sort-words.ts';

/** Name and type of a new field, with the answers to choose from; the other languages are written at the field. */
export function NewFieldDialog({
  definition,
  onAdd,
  onClose,
}: {
  readonly definition: object;
  readonly onAdd: (wish: { readonly title: Text; readonly sort: FieldSort; readonly options: readonly Text[] }) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [sort, setSort] = useState<FieldSort>('line');
  const [answers, setAnswers] = useState('');
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languageAmong(languages, language);
  const said = [...new Set(answers.split('\n').map((answer) => answer.trim()))].filter((answer) => answer !== '');
  const nameless = name.trim() === '';
  const answerless = isChoice(sort) && said.length === 0;
  return (
    <Dialog
      title={say('forms.new-field')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-field">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-field"
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (nameless || answerless) return;
          onAdd({ title: { [written]: name.trim() }, sort, options: isChoice(sort) ? said.map((answer) => ({ [written]: answer })) : [] });
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
        <Select label={say('forms.sort')} options={sortOptions(say)} value={sort} onChange={(id) => setSort(sortNamed(id) ?? 'line')} />
        {isChoice(sort) && (
          <TextArea
            label={say('forms.answers')}
            hint={say('forms.answers-hint')}
            value={answers}
            onChange={setAnswers}
            {...(tried && answerless ? { problem: say('forms.answers-missing') } : {})}
          />
        )}
      </form>
    </Dialog>
  );
}
