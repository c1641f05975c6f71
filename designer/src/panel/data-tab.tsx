import { Pencil } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from './draft-panel.tsx';
import { partsOf } from './parts.ts';

/** What somebody fills in at a step. */
export function DataTab({ element, definition, act, onChoose }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const forms = partsOf(definition, 'form', text);
  return (
    <div data-field="invoke/input/form">
      <Select
        label={say('outline.form')}
        options={forms}
        value={element.form}
        onChange={(form) => act({ name: 'form.set', payload: { step: element.id, form } })}
      />
      {forms.some(({ id }) => id === element.form) && (
        <Button kind="link" icon={Pencil} onPress={() => onChoose(`form:${element.form}`)}>
          {say('forms.edit')}
        </Button>
      )}
    </div>
  );
}
