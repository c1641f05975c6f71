import { FormChoice } from '../forms-editor/form-choice.tsx';
import { useWords } from '../language/words.tsx';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from './draft-panel.tsx';

/** What somebody fills in at a step. */
export function DataTab({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  return (
    <FormChoice
      {...panel}
      label={say('outline.form')}
      none={say('forms.no-form')}
      field="invoke/input/form"
      form={element.form}
      onForm={(form) => panel.act({ name: 'form.set', payload: { step: element.id, ...(form === undefined ? {} : { form }) } })}
    />
  );
}
