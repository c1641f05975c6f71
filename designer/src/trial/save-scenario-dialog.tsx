import type { Script } from '@redress/engine';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';

/** A story is kept under a name, with how it stands now as what must be so again. */
export function SaveScenarioDialog({
  name,
  isKept,
  script,
  onSave,
  onClose,
}: {
  readonly name: string;
  /** It was opened from a scenario: that one is written anew, unless another is asked for. */
  readonly isKept: boolean;
  readonly script: (title: string) => Script;
  readonly onSave: (script: Script, anew: boolean) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [title, setTitle] = useState(name);
  const [tried, setTried] = useState(false);
  const isNamed = title.trim() !== '';
  const save = (anew: boolean) => {
    setTried(true);
    if (isNamed) onSave(script(title.trim()), anew);
  };
  return (
    <Dialog
      title={say('trial.save')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="save-scenario">
            {say('trial.keep')}
          </Button>
          {isKept && <Button onPress={() => save(true)}>{say('trial.keep-another')}</Button>}
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="save-scenario"
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <TextField
          label={say('outline.name')}
          hint={say('trial.save-hint')}
          value={title}
          onChange={setTitle}
          autoFocus
          maxLength={200}
          {...(tried && !isNamed ? { problem: say('outline.name-missing') } : {})}
        />
      </form>
    </Dialog>
  );
}
