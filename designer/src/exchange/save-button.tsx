import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Note } from '../base/note.tsx';
import type { MessageId } from '../language/messages.ts';
import { useLanguage, useText, useTimeZone, useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import styles from './exchange.module.css';
import type { FileKind, MadeFile } from './made-file.ts';

const kinds: readonly { readonly kind: FileKind; readonly name: MessageId; readonly note: MessageId }[] = [
  { kind: 'procedure', name: 'exchange.procedure', note: 'exchange.procedure-note' },
  { kind: 'picture', name: 'exchange.picture', note: 'exchange.picture-note' },
  { kind: 'xstate', name: 'exchange.xstate', note: 'exchange.xstate-note' },
  { kind: 'module', name: 'exchange.module', note: 'exchange.module-note' },
];

/** Whoever may read a draft may take it away: to open it elsewhere, or to run it in another system. */
export function SaveButton({ document }: { readonly document: DesignDocument }) {
  const say = useWords();
  const reader = { say, text: useText(), language: useLanguage(), timeZone: useTimeZone() };
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<{ readonly file: MadeFile | undefined }>();
  const save = async (kind: FileKind) => {
    const { madeFile } = await import('./made-file.ts');
    const file = await madeFile(document, kind, reader);
    if (file) download(file);
    setTold({ file });
  };
  return (
    <>
      <Button
        icon={Download}
        kind="quiet"
        label={say('exchange.save')}
        onPress={() => {
          setTold(undefined);
          setOpen(true);
        }}
      />
      <Dialog title={say('exchange.save')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ul className={styles.kinds}>
          {kinds.map(({ kind, name, note }) => (
            <li key={kind}>
              <div>
                <strong>{say(name)}</strong>
                <p id={`exchange-${kind}`}>{say(note)}</p>
              </div>
              <Button label={say('exchange.save-as', { what: say(name) })} describedBy={`exchange-${kind}`} onPress={() => void save(kind)}>
                {say('exchange.download')}
              </Button>
            </li>
          ))}
        </ul>
        {told && (
          <Note tone={told.file ? 'good' : 'bad'} live>
            {told.file ? say('exchange.saved', { file: told.file.name }) : say('exchange.not-yet')}
          </Note>
        )}
      </Dialog>
    </>
  );
}

function download({ name, type, text }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = window.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
