import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { type Option, Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { languageAmong } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { ElementKind } from '../model/step-kind.ts';
import styles from '../panel/panel.module.css';
import { elementKinds } from './outline-words.ts';

/** A list of choices has no empty id. */
const none = '(none)';
const kinds: readonly ElementKind[] = ['task', 'wait', 'decision', 'letter', 'sub', 'outcome', 'stage'];

/** Name and kind of a new step, or the name of a new way: the rest is said in the panel. */
export function NewStepDialog({
  what,
  definition,
  kind: wished = 'task',
  ways,
  onAdd,
  onClose,
}: {
  readonly what: 'step' | 'way' | 'deadline';
  readonly definition: object;
  /** What it probably is. */
  readonly kind?: ElementKind;
  /** Ways that lead to a step of this kind, and the one that is probably meant. */
  readonly ways?: (kind: ElementKind) => { readonly options: readonly Option[]; readonly likely: string | undefined };
  /** `through`: the way it stands in, empty for none; nothing where it was not asked. */
  readonly onAdd: (wish: {
    readonly title: Readonly<Record<string, string>>;
    readonly kind: ElementKind;
    readonly through?: string;
  }) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ElementKind>(wished);
  const [way, setWay] = useState<string>();
  const [tried, setTried] = useState(false);
  const { options = [], likely } = ways?.(kind) ?? {};
  const through = options.some(({ id }) => id === way) || way === none ? way : (likely ?? none);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languageAmong(languages, language);
  const empty = name.trim() === '';
  return (
    <Dialog
      title={say(what === 'step' ? 'outline.new-step' : what === 'way' ? 'outline.add-way' : 'outline.add-deadline')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-step">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-step"
        className={styles.newPart}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!empty)
            onAdd({
              title: { [written]: name.trim() },
              kind,
              ...(options.length === 0 ? {} : { through: through === none ? '' : (through ?? '') }),
            });
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && empty ? { problem: say('outline.name-missing') } : {})}
        />
        {what === 'step' && (
          <Select
            label={say('outline.kind')}
            options={kinds.map((id) => ({ id, name: say(elementKinds[id].word) }))}
            value={kind}
            onChange={(id) => setKind(kinds.find((each) => each === id) ?? 'task')}
          />
        )}
        {options.length > 0 && (
          <Select
            label={say('outline.reached-by')}
            options={[...options, { id: none, name: say('outline.reached-later') }]}
            value={through}
            onChange={setWay}
          />
        )}
      </form>
    </Dialog>
  );
}
