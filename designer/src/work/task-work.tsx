import { Hand, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { DefinitionForm } from '../form/definition-form.tsx';
import { DraftTime } from '../form/draft-time.tsx';
import { type FormState, useForm } from '../form/use-form.ts';
import { useText, useWords, Words } from '../language/words.tsx';
import type { Problem, Values } from '../server/shapes/basics.ts';
import type { DeliveredEvent } from '../server/shapes/cases.ts';
import type { FormView, OfferView, Submission, TaskView } from '../server/shapes/work.ts';
import { useEarly } from '../shell/late.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { AskedOutcome, maybeAsked } from './asked-outcome.tsx';
import { useIntentKey } from './intent-key.ts';
import { LostRace, lostRaceCodes, overtaken } from './lost-race.tsx';
import styles from './outcome.module.css';
import { OutcomeBar } from './outcome-bar.tsx';
import { PrintWork } from './print-work.tsx';
import { claimTask, completeTask, releaseTask } from './task-requests.ts';

/** What the reader did with a task. `lost`: somebody else was faster. */
export type TaskMove = 'taken' | 'put-back' | 'done' | 'lost';

interface TaskWorkProps {
  readonly task: TaskView;
  /** Whether this task carries the one primary button of the view. */
  readonly leads: boolean;
  /** Why the task is there no more, while answers to it were being typed. */
  readonly gone?: Problem | undefined;
  /** Whether there are typed answers that were not sent. */
  readonly onTyped?: (isTyped: boolean) => void;
  /** Whether the outcomes stay in sight while the form scrolls. */
  readonly sticky?: boolean;
  /** The task was taken, put back or ended: lists and case look again. */
  readonly onMoved: (how: TaskMove) => void;
  /** It was ended, with this outcome. */
  readonly onDone: (offer: OfferView, delivered: DeliveredEvent) => void;
}

/** The one outcome of a letter that people print and post: the server knows it by its kind. */
const printed: OfferView = { event: 'letter.sent', label: {}, from: '', possible: true, by: [], onBehalf: false };
const noForm: FormView = { form: 'none', title: {}, sections: [], values: {} };

/** The form of a task and its outcomes: take it, fill it in, say the outcome. Half-typed answers are kept on the server. */
export function TaskWork({ task, gone, leads, sticky = false, onTyped, onMoved, onDone }: TaskWorkProps) {
  const text = useText();
  const session = useSession();
  const intent = useIntentKey();
  useEarly(maybeAsked);
  const known = useRef(task.form);
  known.current = task.form ?? known.current; // Whoever lost the task is not sent its form any more.
  const form = known.current;
  const state = useForm({ form: form ?? noForm, ...(form ? { draftKey: draftKeyOf(task) } : {}) });
  const [asked, setAsked] = useState<{ readonly offer: OfferView; readonly values: Values | undefined }>();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const sending = useRef(false);
  const sent = useRef(false);
  const mine = task.assignee?.id === session.person.id;
  // Whoever may do it himself takes it first, although some outcomes are for others to say.
  const spoken = task.mayClaim ? [] : task.offers.filter((offer) => offer.possible && offer.onBehalf);
  const forSomebody = spoken.length > 0;
  const works = mine || (!task.assignee && forSomebody);
  const [isAt, setAt] = useState(works);
  const [worked, setWorked] = useState(works);
  if (works !== worked) {
    setWorked(works);
    if (works) setAt(true);
  }
  const isTyped = isAt && (state.isDirty || asked !== undefined || Object.keys(state.draft.found ?? {}).length > 0);
  useEffect(() => onTyped?.(isTyped), [isTyped, onTyped]);
  // Given to another, or ended by one, under the hands of the reader: what was typed stays in sight.
  const [wasOpen] = useState(task.state === undefined);
  const byMe = task.doneBy?.id === session.person.id;
  const over =
    task.state === undefined ? undefined : overtaken({ by: byMe ? undefined : task.doneBy, at: task.doneAt, event: task.doneEvent });
  const taken = over ?? (works ? undefined : takenBy(task));
  const lost = busy !== undefined || sent.current ? undefined : isTyped ? (gone ?? taken) : wasOpen && !byMe ? over : undefined;

  const send = async (offer: OfferView, submission: Submission): Promise<Problem | undefined> => {
    if (sending.current) return undefined;
    sending.current = true;
    setBusy(offer.event);
    const answer = await completeTask(task.id, submission, intent.keyOf({ task: task.id, ...submission }));
    sending.current = false;
    setBusy(undefined);
    if (!answer.ok) return answer.problem;
    sent.current = true;
    intent.done();
    await state.finish();
    onMoved('done');
    onDone(offer, answer.value);
    return undefined;
  };
  const press = async (offer: OfferView) => {
    const own = ownForm(offer, task);
    const values = own || !task.form ? undefined : state.check();
    if (!own && task.form && !values) return;
    if (own || offer.confirm || offer.onBehalf) return setAsked({ offer, values });
    const refused = await send(offer, { event: offer.event, ...(values ? { values } : {}) });
    setProblem(refused && state.accept(refused) ? undefined : refused);
  };
  const race = problem && lostRaceCodes.includes(problem.code) ? problem : lost;
  const goOn = () => {
    setProblem(undefined);
    setAt(false);
    state.draft.flush();
    onMoved('lost');
  };
  return (
    <>
      {race ? (
        <LostRace problem={race} caseId={task.caseId} state={form ? state : undefined} onGoOn={goOn} />
      ) : (
        <div className={styles.work}>
          {task.help ? <p className={styles.help}>{text(task.help)}</p> : null}
          <Holding task={task} works={works} spoken={spoken} leads={leads} onMoved={onMoved} />
          {works && task.kind === 'print' ? (
            <PrintWork
              task={task}
              leads={leads}
              isBusy={busy !== undefined}
              onSent={(sent) => send(printed, { event: printed.event, values: sent })}
            />
          ) : null}
          {works && task.kind === 'work' ? (
            <>
              {task.form && (mine || spoken.some((offer) => !ownForm(offer, task))) ? <DefinitionForm state={state} /> : null}
              <ProblemNote problem={problem} />
              <OutcomeBar offers={task.offers} busy={busy} leads={leads} sticky={sticky} onPress={(offer) => void press(offer)}>
                {mine ? (
                  <PutBack
                    task={task}
                    onMoved={(how) => {
                      setAt(false);
                      onMoved(how);
                    }}
                  />
                ) : null}
                {task.form ? <DraftTime draft={state.draft} /> : null}
              </OutcomeBar>
            </>
          ) : null}
        </div>
      )}
      {asked && (!race || asksMore(asked.offer, task)) ? (
        <AskedOutcome
          offer={asked.offer}
          definition={task.definition}
          form={ownForm(asked.offer, task)}
          values={asked.values}
          draftKey={`${draftKeyOf(task)}:${asked.offer.event}`}
          lost={race}
          onClose={() => setAsked(undefined)}
          onSend={async (submission) => {
            const refused = await send(asked.offer, submission);
            if (refused && lostRaceCodes.includes(refused.code)) setProblem(refused);
            else if (refused && acceptedBehind(refused, asked.offer, task, state)) setAsked(undefined);
            return refused;
          }}
        />
      ) : null}
    </>
  );
}

const takenBy = ({ assignee }: TaskView): Problem => ({
  type: 'about:blank',
  status: 409,
  code: 'task-claimed',
  ...(assignee ? { facts: { person: assignee } } : {}),
});

const draftKeyOf = (task: TaskView): string => `task:${task.caseId}:${task.id}`;

/** The form that the event asks instead of the task's. */
const ownForm = (offer: OfferView, task: TaskView): FormView | undefined =>
  offer.form && offer.form.form !== task.form?.form ? offer.form : undefined;

/** Whether something is written in the question before it, which would be lost with it. */
const asksMore = (offer: OfferView, task: TaskView): boolean => offer.onBehalf || ownForm(offer, task) !== undefined;

/** A refusal about the task's own form belongs there, not into the dialog in front of it. */
function acceptedBehind(refused: Problem, offer: OfferView, task: TaskView, state: FormState): boolean {
  return ownForm(offer, task) === undefined && state.accept(refused);
}

/** Who holds the task, and how to take it. */
function Holding({
  task,
  works,
  spoken,
  leads,
  onMoved,
}: {
  readonly task: TaskView;
  readonly works: boolean;
  /** What may be recorded for somebody. */
  readonly spoken: readonly OfferView[];
  readonly leads: boolean;
  readonly onMoved: TaskWorkProps['onMoved'];
}) {
  const say = useWords();
  const text = useText();
  const intent = useIntentKey();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const answer = await claimTask(task.id, intent.keyOf({ claim: task.id, revision: task.revision }));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onMoved('taken');
  };
  const role = text(task.roleTitle);
  if (works && spoken.length === 0) return null;
  if (spoken.some(({ by }) => by.includes(task.role))) return <Note>{say('task.for-somebody', { role })}</Note>;
  if (task.assignee) {
    return (
      <Note>
        <Words id="task.held-by" facts={{ who: task.assignee.name }} />
      </Note>
    );
  }
  if (!task.mayClaim) {
    const isKeptAway = [task, ...task.offers].some(({ because }) => because === 'excluded');
    return <Note>{say(isKeptAway ? 'task.kept-away' : 'task.of-role', { role })}</Note>;
  }
  return (
    <>
      <ProblemNote problem={problem} />
      <Note
        icon={Hand}
        actions={
          <Button kind={leads ? 'primary' : 'plain'} isPending={isBusy} onPress={() => void take()}>
            {say('task.take')}
          </Button>
        }
      >
        {say('task.nobody', { role })}
      </Note>
    </>
  );
}

function PutBack({ task, onMoved }: { readonly task: TaskView; readonly onMoved: TaskWorkProps['onMoved'] }) {
  const say = useWords();
  const intent = useIntentKey();
  const [isBusy, setBusy] = useState(false);
  const put = async () => {
    setBusy(true);
    const answer = await releaseTask(task.id, intent.keyOf({ release: task.id, revision: task.revision }));
    setBusy(false);
    if (answer.ok) onMoved('put-back');
  };
  return (
    <Button kind="quiet" icon={Undo2} turn isPending={isBusy} onPress={() => void put()}>
      {say('task.put-back')}
    </Button>
  );
}
