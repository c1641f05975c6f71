import { Archive } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { confirm } from '../base/toast.tsx';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import { useWords } from '../language/words.tsx';
import { useRetirement } from '../procedures/retirement.ts';
import { retireProcedure } from '../server/procedures.ts';
import type { RunningCases, VersionRow } from '../server/shapes/definitions.ts';
import { StayingCases } from './staying-cases.tsx';

/** Takes a procedure out of force, also one that is still to come; what it does is said before it is done, and why stands in its history. */
export function RetireButton({
  procedure,
  versions,
  running,
}: {
  readonly procedure: string;
  readonly versions: readonly VersionRow[];
  readonly running: RunningCases | undefined;
}) {
  const say = useWords();
  const retirement = useRetirement();
  const [asking, setAsking] = useState(false);
  const [newest] = versions;
  const isOver = versions.every(({ state }) => state !== 'published');
  return (
    <>
      {!isOver && (
        <Button kind="quiet" icon={Archive} onPress={() => setAsking(true)}>
          {say('review.retire')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={say('review.retire')}
          words={say('review.retire-words')}
          label={say('review.retire-why')}
          hint={say('review.retire-why-hint')}
          act={say('review.retire')}
          keep={say('review.keep')}
          isDanger
          {...(isOver && newest ? { late: <Note live>{retirement(newest)}</Note> } : {})}
          onAct={async (why) => {
            const answer = await retireProcedure(procedure, why);
            if (!answer.ok) return answer.problem;
            confirm(say('review.retire-done'));
            return undefined;
          }}
          onClose={() => setAsking(false)}
        >
          <StayingCases running={running} />
        </ReasonDialog>
      )}
    </>
  );
}
