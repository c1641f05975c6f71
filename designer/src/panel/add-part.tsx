import { Plus } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { languageAmong } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';

/** The words with which a new role, form, letter … is added; `children` asks what is needed to begin it. */
export function AddPart({ words, children }: { readonly words: string; readonly children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button kind="link" icon={Plus} onPress={() => setOpen(true)}>
        {words}
      </Button>
      {isOpen && children(() => setOpen(false))}
    </div>
  );
}

/** A new part begins with its name, in the reader's language where the procedure has it; the rest is said at the part itself. */
export function NewPartDialog({
  definition,
  title,
  nameLabel,
  children,
  isAnswered = true,
  onAdd,
  onClose,
}: Pick<PanelProps, 'definition'> & {
  readonly title: string;
  readonly nameLabel?: string;
  /** What is asked beside the name. */
  readonly children?: ReactNode;
  /** Where something beside the name still has to be answered, it says so itself. */
  readonly isAnswered?: boolean;
  readonly onAdd: (title: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const form = useId();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languageAmong(languages, language);
  const nameless = name.trim() === '';
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form}>
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.newPart}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (nameless || !isAnswered) return;
          onClose();
          onAdd({ [written]: name.trim() });
        }}
      >
        <TextField
          label={nameLabel ?? say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
        {children}
      </form>
    </Dialog>
  );
}
