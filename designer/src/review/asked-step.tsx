import { Note } from '../base/note.tsx';
import { confirm } from '../base/toast.tsx';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { returnDraft, submitDraft } from '../server/procedures.ts';
import type { DefinitionState } from '../server/shapes/definitions.ts';
import { Past, type PastProps } from './past.tsx';

interface Step {
  readonly title: MessageId;
  readonly words: MessageId;
  readonly label: MessageId;
  readonly told: MessageId;
  /** From where it can be taken. */
  readonly from: readonly DefinitionState[];
  readonly send: typeof submitDraft;
}
const back = { label: 'review.why-back', told: 'review.returned-done', send: returnDraft } as const;
const steps = {
  send: { title: 'review.send', words: 'review.send-words', label: 'review.why', told: 'review.sent', from: ['draft'], send: submitDraft },
  return: { ...back, title: 'review.return', words: 'review.return-words', from: ['submitted'] },
  'take-back': { ...back, title: 'review.take-back', words: 'review.take-back-words', from: ['submitted', 'approved'] },
} as const satisfies Readonly<Record<string, Step>>;

export type AskedStep = keyof typeof steps;

/**
 * One step of the draft's life, with its reason: done on what the reader looked at; the window hears of it like everybody else. Where somebody else took a step
 * meanwhile it says who, and what was written stays there to be copied.
 */
export function StepDialog({
  asked,
  draft,
  onClose,
  ...past
}: Omit<PastProps, 'procedure'> & {
  readonly asked: AskedStep;
  readonly draft: OpenDraft;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { title, words, label, told, from, send }: Step = steps[asked];
  const { facts } = past;
  const act = async (why: string) => {
    await draft.link.send();
    const answer = await send(draft.id, why, draft.link.store.getState().facts?.revision ?? facts.revision);
    await draft.link.hear();
    if (!answer.ok) return answer.problem;
    confirm(say(told));
    return undefined;
  };
  const isLate = !from.includes(facts.state);
  return (
    <ReasonDialog
      title={say(title)}
      words={say(words)}
      label={say(label)}
      act={say(title)}
      keep={say('review.keep')}
      {...(isLate ? { late: <TooLate {...past} procedure={draft.id} /> } : {})}
      onAct={act}
      onClose={onClose}
    />
  );
}

/** Nothing was done; how it stands now, and who saw to that. */
export function TooLate(past: PastProps) {
  const say = useWords();
  return (
    <>
      <Note tone="time" live>
        {say('review.too-late')}
      </Note>
      <Past {...past} />
    </>
  );
}
