import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextArea } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';

/** The words of a note. */
export function NoteDialog({
  text,
  onWrite,
  onClose,
}: {
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [words, setWords] = useState(text);
  return (
    <Dialog
      title={say('map.note')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={words.trim() === ''} onPress={() => onWrite(words.trim())}>
            {say('map.note-keep')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <TextArea label={say('map.note-text')} value={words} onChange={setWords} autoFocus />
    </Dialog>
  );
}
