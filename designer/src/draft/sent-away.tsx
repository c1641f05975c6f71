import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import type { DraftLink } from './draft-link.ts';

/** A draft that went to somebody else's desk: who sent or approved it, and what of the reader's own did not go with it. */
export function SentAway({ link, isTold }: { readonly link: DraftLink; readonly isTold: boolean }) {
  const say = useWords();
  const dates = useDates();
  const [asking, setAsking] = useState(false);
  const facts = useStore(link.store, (state) => state.facts);
  // Nothing is drawn now, and whatever is saved or taken back passes by here.
  const count = useStore(link.store, ({ saved }) => (saved === 'saved' ? 0 : link.mine()));
  const { state, submittedBy, submittedAt, approvedBy } = facts ?? {};
  return (
    <>
      {!isTold && state === 'submitted' && submittedBy && submittedAt !== undefined && (
        <span>{say('review.sent-by', { name: isolated(submittedBy.name), at: dates.moment(submittedAt) })}</span>
      )}
      {!isTold && state === 'approved' && approvedBy && <span>{say('review.approved-by', { name: isolated(approvedBy.name) })}</span>}
      {count > 0 && (
        <>
          <b>{say('draft.held', { count })}</b>
          <Button kind="link" onPress={() => setAsking(true)}>
            {say('draft.held-drop')}
          </Button>
        </>
      )}
      <Dialog
        title={say('draft.held-drop')}
        kind="alertdialog"
        isOpen={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              kind="danger"
              onPress={() => {
                setAsking(false);
                link.giveUp();
              }}
            >
              {say('draft.held-drop')}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {say('draft.held-keep')}
            </Button>
          </>
        }
      >
        <p>{say('draft.held-drop-lead', { file: say('exchange.save') })}</p>
      </Dialog>
    </>
  );
}
