import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import { bringBack } from './bring-back.ts';
import { type Dispute, disputesOf } from './disputes.ts';
import styles from './draft.module.css';
import type { Choice } from './draft-link.ts';
import { QuarrelCard, type Whose } from './quarrel-card.tsx';
import type { OpenDraft } from './use-draft.ts';

/** Two people changed the same: the second one sees both, as it was and as each wants it, and chooses by element. Nothing of his goes before he has. */
export function QuarrelQuestion({ draft }: { readonly draft: OpenDraft }) {
  const quarrels = useStore(draft.link.store, (state) => state.quarrels);
  const disputes = disputesOf(quarrels);
  return <Question draft={draft} disputes={disputes} before={quarrels[0]?.before} />;
}

function Question({
  draft,
  disputes,
  before,
}: {
  readonly draft: OpenDraft;
  readonly disputes: readonly Dispute[];
  readonly before: DesignDocument | undefined;
}) {
  const say = useWords();
  const { link } = draft;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Whose>>(new Map());
  const people = [...new Set(disputes.flatMap((dispute) => dispute.people))];
  const person = people.length > 0 ? people.join(say('list.separator')) : say('draft.somebody');
  const several = disputes.length > 1;
  const open = disputes.filter(({ key }) => !chosen.has(key)).length;
  const of = (whose: Whose) => disputes.filter(({ key }) => chosen.get(key) === whose).flatMap(({ mine }) => mine.map(({ id }) => id));
  const end = (choice: Choice) => {
    setChosen(new Map());
    // What the others removed comes back with what stands; then it is sent with it.
    const stands = ({ key }: Dispute) => choice === 'mine' || (choice !== 'theirs' && chosen.get(key) === 'mine');
    for (const dispute of disputes.filter(stands))
      for (const command of before ? bringBack(before, draft.editor.store.getState().document, dispute) : [])
        draft.editor.transact([command], { id: 'edit.bring-back', facts: {} });
    void link.choose(choice);
  };
  return (
    <Dialog
      kind="alertdialog"
      title={say('draft.quarrel', { person })}
      isOpen={disputes.length > 0}
      onClose={() => undefined}
      wide
      actions={
        <>
          {several && (
            <Button kind="primary" isDisabled={open > 0} onPress={() => end({ stand: of('mine'), goBack: of('theirs') })}>
              {say('quarrel.use')}
            </Button>
          )}
          <Button kind={several ? 'plain' : 'primary'} onPress={() => end('mine')}>
            {say(several ? 'quarrel.mine-all' : 'draft.mine')}
          </Button>
          <Button onPress={() => end('theirs')}>{several ? say('quarrel.theirs-all') : say('draft.theirs', { person })}</Button>
          <CopyMine disputes={disputes} />
        </>
      }
    >
      <p>{say('draft.quarrel-lead')}</p>
      <div className={styles.disputes}>
        {disputes.map((dispute) => (
          <QuarrelCard
            key={dispute.key}
            dispute={dispute}
            editor={draft.editor}
            before={before}
            {...(several
              ? { chosen: chosen.get(dispute.key), onChoose: (whose: Whose) => setChosen(new Map(chosen).set(dispute.key, whose)) }
              : {})}
          />
        ))}
      </div>
      {several && (
        <p role="status" className={styles.left}>
          {say('quarrel.left', { count: open })}
        </p>
      )}
    </Dialog>
  );
}

/** What goes back is not lost: it can be taken along as text. */
function CopyMine({ disputes }: { readonly disputes: readonly Dispute[] }) {
  const say = useWords();
  if (!('clipboard' in navigator)) return null;
  const text = () =>
    JSON.stringify(
      disputes.flatMap(({ mine }) => mine),
      null,
      2,
    );
  return (
    <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(text())}>
      {say('draft.copy-mine')}
    </Button>
  );
}
