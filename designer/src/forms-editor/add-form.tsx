import { useWords } from '../language/words.tsx';
import { AddPart, NewPartDialog } from '../panel/add-part.tsx';
import type { PanelProps } from '../panel/draft-panel.tsx';

/** A new form begins with its name; what it asks is added next. `onMade` gets its id. */
export function AddForm({ definition, act, onMade }: Pick<PanelProps, 'definition' | 'act'> & { readonly onMade: (form: string) => void }) {
  const say = useWords();
  return (
    <AddPart words={say('forms.new')}>
      {(close) => (
        <NewPartDialog
          definition={definition}
          title={say('forms.new')}
          onClose={close}
          onAdd={(title) => {
            const [made] = act({ name: 'form.add', payload: { title } }) ?? [];
            if (made !== undefined) onMade(made.slice('form:'.length));
          }}
        />
      )}
    </AddPart>
  );
}
