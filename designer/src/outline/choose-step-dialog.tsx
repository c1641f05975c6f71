import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useWords } from '../language/words.tsx';

/** One step or stage out of many, found by typing: where a way leads, where a step goes. */
export function ChooseStepDialog({
  title,
  label,
  options,
  onChoose,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [chosen, setChosen] = useState<string>();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={chosen === undefined} onPress={() => chosen !== undefined && onChoose(chosen)}>
            {title}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <ComboBox label={label} options={options} value={chosen} onChange={setChosen} autoFocus none={say('outline.no-step')} />
    </Dialog>
  );
}
