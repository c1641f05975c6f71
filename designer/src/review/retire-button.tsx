import { Archive } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { confirm } from '../base/toast.tsx';
import { useWords } from '../language/words.tsx';
import { retireProcedure } from '../server/procedures.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

/** Takes a procedure out of force; what it does is said before it is done. */
export function RetireButton({ procedure }: { readonly procedure: string }) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const retiring = useCommand(retireProcedure, () => {
    setAsking(false);
    confirm(say('review.retire-done'));
  });
  return (
    <>
      <Button kind="quiet" icon={Archive} onPress={() => setAsking(true)}>
        {say('review.retire')}
      </Button>
      <Dialog
        title={say('review.retire')}
        kind="alertdialog"
        isOpen={asking}
        isBusy={retiring.isBusy}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" isPending={retiring.isBusy} onPress={() => void retiring.run(procedure)}>
              {say('review.retire')}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {say('review.keep')}
            </Button>
          </>
        }
      >
        <p>{say('review.retire-words')}</p>
        <ProblemNote problem={retiring.problem} />
      </Dialog>
    </>
  );
}
