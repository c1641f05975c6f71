import { useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { ChosenFields } from './chosen-fields.tsx';

/** What the procedure that began this one gets back from it. */
export function ReturnedFields({ definition, act }: Pick<PanelProps, 'definition' | 'act'>) {
  const say = useWords();
  return (
    <ChosenFields
      definition={definition}
      fields={fieldsOf(definition).returns}
      field="returns"
      label={say('forms.returns')}
      hint={say('forms.returns-hint')}
      empty={say('forms.returns-none')}
      addLabel={say('forms.returns-add')}
      onWrite={(fields) => act({ name: 'returns.set', payload: { fields } })}
    />
  );
}
