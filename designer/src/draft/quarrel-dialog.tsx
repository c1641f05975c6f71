import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useText, useWords } from '../language/words.tsx';
import { editWords } from '../model/edit-words.ts';
import styles from './draft.module.css';
import type { DraftLink } from './draft-link.ts';

/** Two people changed the same: the second one sees both and chooses. Nothing of his goes before he has. */
export function QuarrelDialog({ link }: { readonly link: DraftLink }) {
  const say = useWords();
  const text = useText();
  const quarrels = useStore(link.store, (state) => state.quarrels);
  const person = quarrels.find((quarrel) => quarrel.person !== undefined)?.person ?? say('draft.somebody');
  const mine = new Map(quarrels.flatMap((quarrel) => quarrel.mine.map((entry) => [entry.id, entry] as const)));
  return (
    <Dialog
      kind="alertdialog"
      title={say('draft.quarrel', { person })}
      isOpen={quarrels.length > 0}
      onClose={() => undefined}
      actions={
        <>
          <Button kind="primary" onPress={() => void link.choose('mine')}>
            {say('draft.mine')}
          </Button>
          <Button onPress={() => void link.choose('theirs')}>{say('draft.theirs', { person })}</Button>
          {'clipboard' in navigator && (
            <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(JSON.stringify([...mine.values()], null, 2))}>
              {say('draft.copy-mine')}
            </Button>
          )}
        </>
      }
    >
      <p>{say('draft.quarrel-lead')}</p>
      <div className={styles.sides}>
        <section>
          <h3>{say('draft.yours')}</h3>
          <ul>
            {[...mine.values()].map((entry) => (
              <li key={entry.id}>{editWords(entry.words, say, text)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3 dir="auto">{person}</h3>
          <ul>
            {quarrels.map(({ theirs }) => (
              <li key={theirs.id}>{editWords(theirs.words, say, text)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
