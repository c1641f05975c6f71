import { Eye, Trash2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { ChosenList } from '../base/chosen-list.tsx';
import { Note } from '../base/note.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { Uses } from '../forms-editor/uses.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, textOf, wordsOf } from '../model/loose-json.ts';
import { usesOf } from '../model/uses.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { partsOf } from '../panel/parts.ts';
import { BlockList } from './block-list.tsx';
import { LetterTexts } from './letter-text.tsx';
import { LetterUpkeep } from './letter-upkeep.tsx';
import styles from './letters.module.css';
import { placeholdersFor } from './placeholder-names.ts';

const LetterPreview = lazy(() => import('./letter-preview.tsx').then((part) => ({ default: part.LetterPreview })));

/** A letter: who receives it, its subject and what it says in each language; each change at once. */
export function LetterPart({ letter: id, ...panel }: PanelProps & { readonly letter: string }) {
  const say = useWords();
  const text = useText();
  const place = useKeptFocus<HTMLDivElement>();
  const uses = useRef<HTMLDivElement>(null);
  const [previewed, setPreviewed] = useState(false);
  const [refused, setRefused] = useState(false);
  const { definition, act, findings } = panel;
  const letter = fieldsOf(fieldsOf(fieldsOf(definition).letters)[id]);
  const placeholders = placeholdersFor(definition, say, text);
  const receivers = wordsOf(letter.to);
  const roles = partsOf(definition, 'role', text);
  const roleName = (role: string) => roles.find((one) => one.id === role)?.name ?? role;
  const remove = () => {
    if (usesOf(definition, 'letter', id).length === 0) return void act({ name: 'letter.remove', payload: { letter: id } });
    setRefused(true);
    uses.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className={styles.parts}>
      <div>
        <Button forReaders icon={Eye} onPress={() => setPreviewed(true)}>
          {say('letters.preview')}
        </Button>
      </div>
      <ChosenList
        label={say('letters.to')}
        field="to"
        empty={say('letters.to-empty')}
        chosen={receivers.map((role) => ({ id: role, name: roleName(role) }))}
        options={roles.filter((role) => !receivers.includes(role.id))}
        addLabel={say('letters.to-add')}
        none={say('letters.no-role')}
        locked={say('letters.locked')}
        removeName={(name) => say('letters.take-out', { name })}
        onAdd={(role) => act({ name: 'letter.to', payload: { letter: id, roles: [...receivers, role] } })}
        onRemove={(role) => act({ name: 'letter.to', payload: { letter: id, roles: receivers.filter((one) => one !== role) } })}
      />
      <section className={styles.parts}>
        <h3>{say('letters.subject')}</h3>
        <LetterTexts
          {...{ definition, placeholders, findings }}
          what={say('letters.subject')}
          words={textOf(letter.subject)}
          at="subject"
          oneLine
          onWrite={(language, words) => act({ name: 'letter.subject', payload: { letter: id, language, words } }) !== undefined}
        />
      </section>
      <BlockList {...panel} letter={id} blocks={letter.blocks} placeholders={placeholders} />
      <LetterUpkeep {...panel} letter={id} written={letter} />
      <div ref={uses} tabIndex={-1}>
        {refused && <Note tone="bad">{say('letters.in-use')}</Note>}
        <Uses {...panel} kind="letter" name={id} />
      </div>
      <div>
        <Button icon={Trash2} onPress={remove}>
          {say('letters.remove')}
        </Button>
      </div>
      {previewed && (
        <Suspense>
          <LetterPreview definition={definition} letter={id} onClose={() => setPreviewed(false)} />
        </Suspense>
      )}
    </div>
  );
}
