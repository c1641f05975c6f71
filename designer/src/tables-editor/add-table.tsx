import { useState } from 'react';
import { ComboBox } from '../base/combo-box.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { useText, useWords } from '../language/words.tsx';
import { AddPart, NewPartDialog } from '../panel/add-part.tsx';
import type { PanelProps } from '../panel/draft-panel.tsx';

type Adding = Pick<PanelProps, 'definition' | 'act' | 'onChoose'>;

/** A new decision table: its name, what it asks first and what it sets first; more of both is added in the table. */
export function AddTable(panel: Adding) {
  const say = useWords();
  return <AddPart words={say('tables.add')}>{(close) => <NewTableDialog {...panel} onClose={close} />}</AddPart>;
}

function NewTableDialog({ definition, act, onChoose, onClose }: Adding & { readonly onClose: () => void }) {
  const say = useWords();
  const text = useText();
  const [input, setInput] = useState<string>();
  const [output, setOutput] = useState<string>();
  const fields = caseFields(definition, text);
  return (
    <NewPartDialog
      definition={definition}
      title={say('tables.add')}
      onClose={onClose}
      onAdd={(title) => {
        const first = { ...(input === undefined ? {} : { input }), ...(output === undefined ? {} : { output }) };
        const [chosen] = act({ name: 'decision.add', payload: { title, ...first } }) ?? [];
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
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
    </NewPartDialog>
  );
}
