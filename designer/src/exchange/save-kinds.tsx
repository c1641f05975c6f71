import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import type { MessageId } from '../language/messages.ts';
import { useLanguage, useText, useTimeZone, useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import styles from './exchange.module.css';
import { type FileKind, type MadeFile, madeFile } from './made-file.ts';
import { saveFile } from './save-file.ts';

const kinds: readonly { readonly kind: FileKind; readonly name: MessageId; readonly note: MessageId }[] = [
  { kind: 'procedure', name: 'exchange.procedure', note: 'exchange.procedure-note' },
  { kind: 'picture', name: 'exchange.picture', note: 'exchange.picture-note' },
  { kind: 'xstate', name: 'exchange.xstate', note: 'exchange.xstate-note' },
  { kind: 'module', name: 'exchange.module', note: 'exchange.module-note' },
];

/** The files that a draft can be taken away as, and what became of the last one. */
export function SaveKinds({ document }: { readonly document: DesignDocument }) {
  const say = useWords();
  const reader = { say, text: useText(), language: useLanguage(), timeZone: useTimeZone() };
  const [told, setTold] = useState<{ readonly file: MadeFile | undefined }>();
  const save = async (kind: FileKind) => {
    const file = await madeFile(document, kind, reader);
    if (file) saveFile(file.name, new Blob([file.text], { type: file.type }));
    setTold({ file });
  };
  return (
    <>
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
    </>
  );
}
