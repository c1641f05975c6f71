import { Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import { usesOf } from '../model/uses.ts';
import panelStyles from '../panel/panel.module.css';
import type { FormsPanel } from './form-part.tsx';

/** A form goes only when nothing uses it any more; its fields stay with the case. */
export function RemoveForm({ definition, act, onChoose, form }: FormsPanel & { readonly form: string }) {
  const say = useWords();
  const isUsed = usesOf(definition, 'form', form).length > 0;
  return (
    <div>
      <Button
        icon={Trash2}
        isDisabled={isUsed}
        onPress={() => {
          if (act({ name: 'form.remove', payload: { form } })) onChoose('');
        }}
      >
        {say('forms.remove')}
      </Button>
      {isUsed && <p className={panelStyles.quiet}>{say('forms.remove-used')}</p>}
    </div>
  );
}
