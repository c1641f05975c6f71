import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';

/** A new form begins with its name; what it asks is added next. `onMade` gets its id. */
export function AddForm({ definition, act, onMade }: Pick<PanelProps, 'definition' | 'act'> & { readonly onMade: (form: string) => void }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button kind="link" icon={Plus} onPress={() => setOpen(true)}>
        {say('forms.new')}
      </Button>
      {isOpen && (
        <NewFormDialog
          definition={definition}
          onClose={() => setOpen(false)}
          onAdd={(title) => {
            setOpen(false);
            const [made] = act({ name: 'form.add', payload: { title } }) ?? [];
            if (made !== undefined) onMade(made.slice('form:'.length));
          }}
        />
      )}
    </div>
  );
}

function NewFormDialog({
  definition,
  onAdd,
  onClose,
}: {
  readonly definition: object;
  readonly onAdd: (title: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languages.includes(language) ? language : (languages[0] ?? language);
  const nameless = name.trim() === '';
  return (
    <Dialog
      title={say('forms.new')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-form">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameless) onAdd({ [written]: name.trim() });
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
      </form>
    </Dialog>
  );
}
