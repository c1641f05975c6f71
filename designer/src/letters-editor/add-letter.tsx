import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { partsOf } from '../panel/parts.ts';
import styles from './letters.module.css';

/** A new letter begins with its name and who receives it; it is chosen at once, and what it says is written there. */
export function AddLetter({ definition, act, onChoose }: Pick<PanelProps, 'definition' | 'act' | 'onChoose'>) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button kind="link" icon={Plus} onPress={() => setOpen(true)}>
        {say('letters.new')}
      </Button>
      {isOpen && (
        <NewLetterDialog
          definition={definition}
          onClose={() => setOpen(false)}
          onAdd={(wish) => {
            setOpen(false);
            const [made] = act({ name: 'letter.add', payload: wish }) ?? [];
            if (made !== undefined) onChoose(made);
          }}
        />
      )}
    </div>
  );
}

function NewLetterDialog({
  definition,
  onAdd,
  onClose,
}: {
  readonly definition: object;
  readonly onAdd: (wish: { readonly title: Readonly<Record<string, string>>; readonly to: readonly string[] }) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const roles = partsOf(definition, 'role', text);
  const outside = roles.find(({ id }) => fieldsOf(fieldsOf(fieldsOf(definition).roles)[id]).party === 'complainant');
  const [name, setName] = useState('');
  const [role, setRole] = useState((outside ?? roles[0])?.id);
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languages.includes(language) ? language : (languages[0] ?? language);
  const nameless = name.trim() === '';
  return (
    <Dialog
      title={say('letters.new')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-letter">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-letter"
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameless) onAdd({ title: { [written]: name.trim() }, to: role === undefined ? [] : [role] });
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
        {roles.length > 0 && <Select label={say('letters.to')} options={roles} value={role} onChange={setRole} />}
      </form>
    </Dialog>
  );
}
