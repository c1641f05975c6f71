import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Note } from '../base/note.tsx';
import { useNow } from '../calendar/now.tsx';
import { DefinitionForm } from '../form/definition-form.tsx';
import { DraftTime } from '../form/draft-time.tsx';
import { useForm } from '../form/use-form.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import type { Problem, Values } from '../server/shapes/basics.ts';
import type { FormView, OfferView, Submission } from '../server/shapes/work.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { RaceNote } from './lost-race.tsx';
import { OnBehalfFields, type Spoken } from './on-behalf-fields.tsx';
import { useParty } from './use-party.ts';

export interface OutcomeDialogProps {
  readonly offer: OfferView;
  readonly definition: string;
  /** The form that this event asks for itself, where it has one. */
  readonly form: FormView | undefined;
  /** Answers of the task's form, already checked, where the event takes them along. */
  readonly values: Values | undefined;
  /** Names the draft of the event's own form. */
  readonly draftKey: string;
  /** It can be sent no more: what happened instead. What was written stays, to be copied. */
  readonly lost?: Problem | undefined;
  /** Answers with the problem, or nothing when it was taken. */
  readonly onSend: (submission: Submission) => Promise<Problem | undefined>;
  readonly onClose: () => void;
}

const noForm: FormView = { form: 'none', title: {}, sections: [], values: {} };

/** Before an event is sent: what it asks for, for whom it is recorded, and the question whether one is sure. Nothing typed is lost on the way. */
export function OutcomeDialog({ offer, definition, form, values, draftKey, lost, onSend, onClose }: OutcomeDialogProps) {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const party = useParty(definition, offer.by);
  const state = useForm({ form: form ?? noForm, ...(form ? { draftKey } : {}) });
  const [typed, setSpoken] = useState<Spoken>();
  const [opened] = useState(() => new Date(now).toISOString());
  const spoken = typed ?? { channel: 'phone', saidAt: opened, evidence: '', ...(offer.speaker ? { person: offer.speaker } : {}) };
  const [personMissing, setPersonMissing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  const send = async () => {
    const answers = form ? state.check() : values;
    const nobody = offer.onBehalf && !spoken.person;
    setPersonMissing(nobody);
    if (nobody || (form && !answers)) return;
    setBusy(true);
    const refused = await onSend(submissionOf(offer, answers, spoken));
    setBusy(false);
    setProblem(refused && form && state.accept(refused) ? undefined : refused);
    if (refused) return;
    if (form) await state.finish();
    onClose();
  };
  return (
    <Dialog
      title={text(offer.label)}
      isOpen
      isBusy={isBusy}
      wide={form !== undefined || offer.onBehalf}
      kind={form === undefined && !offer.onBehalf ? 'alertdialog' : 'dialog'}
      onClose={onClose}
      actions={
        <>
          {lost ? null : (
            <Button kind={offer.style === 'danger' ? 'danger' : 'primary'} isPending={isBusy} onPress={() => void send()}>
              {text(offer.label)}
            </Button>
          )}
          <Button kind="quiet" onPress={onClose}>
            {say(lost ? 'dialog.close' : 'outcome.not-yet')}
          </Button>
          {form ? <DraftTime draft={state.draft} /> : null}
        </>
      }
    >
      {lost?.status === 403 ? <ProblemNote problem={lost} /> : lost ? <RaceNote problem={lost} /> : null}
      {offer.confirm ? <p>{text(offer.confirm)}</p> : null}
      {form ? <DefinitionForm state={state} /> : null}
      {offer.onBehalf ? <OnBehalfFields party={party} value={spoken} onChange={setSpoken} personMissing={personMissing} /> : null}
      {offer.leadsTo ? (
        <Note tone="accent">
          <Words id="outcome.leads-to" facts={{ outcome: text(offer.label), step: text(offer.leadsTo) }} />
        </Note>
      ) : null}
      <ProblemNote problem={lost ? undefined : problem} />
    </Dialog>
  );
}

export function submissionOf(offer: OfferView, values: Values | undefined, spoken: Spoken): Submission {
  return {
    event: offer.event,
    ...(values ? { values } : {}),
    ...(offer.onBehalf && spoken.person
      ? {
          onBehalfOf: spoken.person.id,
          recorded: {
            channel: spoken.channel,
            saidAt: spoken.saidAt,
            ...(spoken.evidence.trim() === '' ? {} : { evidence: spoken.evidence.trim() }),
          },
        }
      : {}),
  };
}
