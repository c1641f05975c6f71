import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Dialog } from '../base/dialog.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { TextArea } from '../base/text-field.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { languageAmong } from '../language/language.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { fieldsOf, listOf, textOf, wordsOf } from '../model/loose-json.ts';
import type { TableInput } from '../model/table-column-commands.ts';
import { TitleFields } from '../panel/title-fields.tsx';
import styles from './tables.module.css';
import type { ColumnWish, TableView } from './use-table.ts';

/** What a column asks (data of the case, or a formula) or sets (data of the case). */
export function ColumnDialog({
  view,
  wish: { list, column },
  onAct,
  onClose,
}: {
  readonly view: TableView;
  readonly wish: ColumnWish;
  readonly onAct: (command: Command) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { definition, table } = view;
  const here = column === undefined ? undefined : (list === 'when' ? table.inputs : table.outputs)[column];
  const written = fieldsOf(listOf(fieldsOf(fieldsOf(fieldsOf(definition).decisions)[table.id]).inputs)[column ?? -1]);
  const languages = wordsOf(fieldsOf(definition).languages);
  const mine = languageAmong(languages, language);
  const [asks, setAsks] = useState(here?.feel === undefined ? 'field' : 'formula');
  const [field, setField] = useState(here?.id || undefined);
  const [title, setTitle] = useState(list === 'when' ? textOf(written.title) : {});
  const [feel, setFeel] = useState(here?.feel ?? '');
  const [tried, setTried] = useState(false);
  const taken = list === 'then' ? table.outputs.map(({ id }) => id).filter((id) => id !== here?.id) : [];
  const options = caseFields(definition, text).filter(({ id }) => !taken.includes(id));
  const isFormula = list === 'when' && asks === 'formula';
  const missing = isFormula ? !title[mine]?.trim() || feel.trim() === '' : field === undefined;
  const decision = table.id;
  const command = (): Command | undefined => {
    const input: TableInput = isFormula ? { title: trimmed(title), feel: feel.trim() } : { field: field ?? '' };
    if (list === 'when') {
      if (column === undefined) return { name: 'table.input-add', payload: { decision, input } };
      return { name: 'table.input-set', payload: { decision, column, input } };
    }
    if (field === here?.id) return undefined;
    if (column === undefined) return { name: 'table.output-add', payload: { decision, field: field ?? '' } };
    return { name: 'table.output-set', payload: { decision, column, field: field ?? '' } };
  };
  return (
    <Dialog
      title={say(column !== undefined ? 'tables.column-change' : list === 'when' ? 'tables.add-input' : 'tables.add-output')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="table-column">
            {say(column === undefined ? 'outline.add' : 'tables.take')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="table-column"
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (missing) return;
          const wished = command();
          onClose();
          if (wished) onAct(wished);
        }}
      >
        {list === 'when' && (
          <RadioCards
            label={say('tables.asks')}
            cards={[
              { id: 'field', name: say('tables.asks-field') },
              { id: 'formula', name: say('tables.formula') },
            ]}
            value={asks}
            onChange={setAsks}
          />
        )}
        {isFormula ? (
          <>
            <TitleFields
              definition={definition}
              words={title}
              at="title"
              about={say('tables.formula-name')}
              problems={tried && !title[mine]?.trim() ? { [mine]: say('outline.name-missing') } : {}}
              onWrite={(inLanguage, words) => setTitle((was) => ({ ...was, [inLanguage]: words }))}
            />
            <TextArea
              label={say('tables.formula')}
              latin
              value={feel}
              onChange={setFeel}
              {...(tried && feel.trim() === '' ? { problem: say('tables.formula-missing') } : {})}
            />
          </>
        ) : (
          <ComboBox
            label={say('condition.field')}
            options={options}
            value={field}
            none={say('condition.no-field')}
            onChange={setField}
            {...(tried && field === undefined ? { problem: say('tables.field-missing') } : {})}
          />
        )}
      </form>
    </Dialog>
  );
}

/** A language without words is none. */
const trimmed = (title: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(title).flatMap(([language, words]) => (words.trim() === '' ? [] : [[language, words.trim()]])));
