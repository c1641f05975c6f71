import { type ReactNode, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextArea } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import type { Problem } from '../server/shapes/basics.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** What it does and cannot undo, before it is done. */
  readonly words: string;
  /** Instead of "Reason", which the journal keeps. */
  readonly label?: string;
  readonly hint?: string;
  /** Said where nothing was written, instead of asking for a reason. */
  readonly missing?: string;
  readonly act: string;
  readonly keep: string;
  readonly isDanger?: boolean;
  /** Where something beside the reason still has to be answered, it says so itself. */
  readonly isAnswered?: boolean;
  /** It cannot be done any more: what happened instead. What was written stays, to be copied. */
  readonly late?: ReactNode;
  readonly children?: ReactNode;
  /** Answers with the problem, or nothing when it is done. */
  readonly onAct: (reason: string) => Promise<Problem | undefined>;
  readonly onClose: () => void;
}

/** An act that asks for a reason: the reason is kept in the journal. What was written stays when the server refuses. */
export function ReasonDialog({
  title,
  words,
  label,
  hint,
  missing,
  act,
  keep,
  isDanger = false,
  isAnswered = true,
  late,
  children,
  onAct,
  onClose,
}: ReasonDialogProps) {
  const say = useWords();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const told = hint ?? (label === undefined ? say('case.reason-hint') : undefined);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const isLate = late !== undefined && !isBusy; // What changes while it is sent may be its own work.
  const run = async () => {
    if (reason.trim() === '') return setMissing(true);
    if (!isAnswered) return;
    setBusy(true);
    const refused = await onAct(reason.trim());
    setBusy(false);
    setProblem(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      isBusy={isBusy}
      onClose={onClose}
      actions={
        <>
          {!isLate && (
            <Button kind={isDanger ? 'danger' : 'primary'} isPending={isBusy} onPress={() => void run()}>
              {act}
            </Button>
          )}
          <Button kind="quiet" onPress={onClose}>
            {isLate ? say('dialog.close') : keep}
          </Button>
        </>
      }
    >
      {isLate ? late : <p>{words}</p>}
      {children}
      <TextArea
        label={label ?? say('case.reason')}
        hint={told}
        value={reason}
        maxLength={2000}
        isRequired
        problem={isMissing && reason.trim() === '' ? (missing ?? say('case.reason-missing')) : undefined}
        onChange={setReason}
      />
      <ProblemNote problem={isLate ? undefined : problem} />
    </Dialog>
  );
}
