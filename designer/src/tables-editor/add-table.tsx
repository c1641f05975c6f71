import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { TablePayloads } from '../model/table-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import styles from './tables.module.css';

/** A new decision table: its name, what it asks first and what it sets first; more of both is added in the table. */
export function AddTable({ definition, act, onChoose }: Pick<PanelProps, 'definition' | 'act' | 'onChoose'>) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button kind="link" icon={Plus} onPress={() => setAsking(true)}>
        {say('tables.add')}
      </Button>
      {asking && (
        <NewTableDialog
          definition={definition}
          onClose={() => setAsking(false)}
          onAdd={(payload) => {
            setAsking(false);
            const [chosen] = act({ name: 'decision.add', payload }) ?? [];
            if (chosen !== undefined) onChoose(chosen);
          }}
        />
      )}
    </div>
  );
}

function NewTableDialog({
  definition,
  onAdd,
  onClose,
}: {
  readonly definition: object;
  readonly onAdd: (payload: TablePayloads['decision.add']) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [input, setInput] = useState<string>();
  const [output, setOutput] = useState<string>();
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languages.includes(language) ? language : (languages[0] ?? language);
  const fields = caseFields(definition, text);
  const nameless = name.trim() === '';
  return (
    <Dialog
      title={say('tables.add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-table">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-table"
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameless)
            onAdd({
              title: { [written]: name.trim() },
              ...(input === undefined ? {} : { input }),
              ...(output === undefined ? {} : { output }),
            });
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
        <ComboBox
          label={say('tables.first-input')}
          options={fields}
          value={input}
          none={say('condition.no-field')}
          isOptional
          onChange={setInput}
        />
        <ComboBox
          label={say('tables.first-output')}
          options={fields}
          value={output}
          none={say('condition.no-field')}
          isOptional
          onChange={setOutput}
        />
      </form>
    </Dialog>
  );
}
