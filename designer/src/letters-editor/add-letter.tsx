import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { AddPart, NewPartDialog } from '../panel/add-part.tsx';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { partsOf } from '../panel/parts.ts';

type Adding = Pick<PanelProps, 'definition' | 'act' | 'onChoose'>;

/** A new letter begins with its name and who receives it; it is chosen at once, and what it says is written there. */
export function AddLetter(panel: Adding) {
  const say = useWords();
  return <AddPart words={say('letters.new')}>{(close) => <NewLetterDialog {...panel} onClose={close} />}</AddPart>;
}

function NewLetterDialog({ definition, act, onChoose, onClose }: Adding & { readonly onClose: () => void }) {
  const say = useWords();
  const text = useText();
  const roles = partsOf(definition, 'role', text);
  const outside = roles.find(({ id }) => fieldsOf(fieldsOf(fieldsOf(definition).roles)[id]).party === 'complainant');
  const [role, setRole] = useState((outside ?? roles[0])?.id);
  return (
    <NewPartDialog
      definition={definition}
      title={say('letters.new')}
      onClose={onClose}
      onAdd={(title) => {
        const [made] = act({ name: 'letter.add', payload: { title, to: role === undefined ? [] : [role] } }) ?? [];
        if (made !== undefined) onChoose(made);
      }}
    >
      {roles.length > 0 && <Select label={say('letters.to')} options={roles} value={role} onChange={setRole} />}
    </NewPartDialog>
  );
}
