import { Check, CornerUpLeft, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Checkbox } from '../base/checkbox.tsx';
import { Note } from '../base/note.tsx';
import { PasswordField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import type { DraftFacts } from '../draft/draft-link.ts';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useWords } from '../language/words.tsx';
import { approveDraft } from '../server/procedures.ts';
import type { Answer } from '../server/request.ts';
import type { VersionRow } from '../server/shapes/definitions.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';
import { type AskedStep, StepDialog, TooLate } from './asked-step.tsx';
import { drewIn } from './drew-in.ts';
import { Past } from './past.tsx';
import { PublishForm } from './publish-form.tsx';
import styles from './review.module.css';

export interface DecisionProps {
  readonly draft: OpenDraft;
  readonly facts: DraftFacts;
  /** The number it would get. */
  readonly next: number;
  readonly newest?: VersionRow | undefined;
  /** What stops it from being sent, counted. */
  readonly problems: number;
  readonly openComments: number;
  /** Of these what officers found. */
  readonly openFindings: number;
  /** Whether the draft allows more than what is in force. */
  readonly allows: boolean;
  /** The draft is no more: what it was is a version now. */
  readonly onPublished: () => void;
}

interface StepProps extends DecisionProps {
  readonly onAsk: (step: AskedStep) => void;
  /** Passes an answer on; where somebody was faster the window hears at once how it stands now. */
  readonly onRefused: <Value>(answer: Answer<Value>) => Promise<Answer<Value>>;
}

/** Somebody else took a step with the draft meanwhile, or published it. */
const overtaken: ReadonlySet<string> = new Set(['draft-state', 'changed-meanwhile', 'definition-not-found']);

/** What the reader can do with the draft now, and who comes next. */
export function Decision(props: DecisionProps) {
  const { draft, facts, newest } = props;
  const { state } = facts;
  const [asked, setAsked] = useState<AskedStep>();
  const [refusedIn, setRefusedIn] = useState<string>();
  const onRefused: StepProps['onRefused'] = async (answer) => {
    if (!answer.ok && overtaken.has(answer.problem.code)) {
      await draft.link.hear();
      setRefusedIn(state);
    }
    return answer;
  };
  const step = { ...props, onAsk: setAsked, onRefused };
  const past = { procedure: draft.id, facts, newest };
  return (
    <div className={styles.decision}>
      {refusedIn === undefined || refusedIn === state ? <Past {...past} /> : <TooLate {...past} />}
      {state === 'draft' && <Sending {...step} />}
      {state === 'submitted' && <Approval {...step} />}
      {state === 'approved' && <Publication {...step} />}
      {asked && <StepDialog key={asked} asked={asked} draft={draft} facts={facts} newest={newest} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

function Sending({ problems, onAsk }: StepProps) {
  const say = useWords();
  const owns = holdsRight(useSession(), 'process-owner');
  if (!owns) return <p className={styles.quiet}>{say('draft.only-look')}</p>;
  return (
    <>
      {problems > 0 && <Note tone="bad">{say('review.problems-first', { count: problems })}</Note>}
      <Button kind="primary" icon={Send} isDisabled={problems > 0} onPress={() => onAsk('send')}>
        {say('review.send')}
      </Button>
    </>
  );
}

function Approval(props: StepProps) {
  const { draft, facts, openComments, allows, onAsk, onRefused } = props;
  const say = useWords();
  const session = useSession();
  const [seen, setSeen] = useState(false);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const approving = useCommand(
    async () => await onRefused(await approveDraft(draft.id, password, facts.revision)),
    () => void draft.link.hear(),
  );
  const approve = () => {
    setTried(true);
    if (password !== '') void approving.run();
  };
  const mayApprove = holdsRight(session, 'compliance');
  const drew = drewIn(facts, session.person.id);
  if (!mayApprove || drew)
    return (
      <>
        <p className={styles.quiet}>{say(mayApprove ? 'review.approve-own' : 'review.approve-waits')}</p>
        <TakeBack {...props} />
      </>
    );
  return (
    <>
      {openComments > 0 && <Note tone="time">{say('review.settled-first', { count: openComments })}</Note>}
      {allows && <Checkbox label={say('review.allowed-seen')} value={seen} onChange={setSeen} />}
      <PasswordField
        label={say('review.password')}
        hint={say('review.password-hint')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        problem={tried && password === '' ? say('sign-in.password-missing') : undefined}
      />
      <ProblemNote problem={approving.problem} />
      <div className={styles.acts}>
        <Button
          kind="primary"
          icon={Check}
          isPending={approving.isBusy}
          isDisabled={openComments > 0 || (allows && !seen)}
          onPress={approve}
        >
          {say('review.approve')}
        </Button>
        <Button icon={CornerUpLeft} turn onPress={() => onAsk('return')}>
          {say('review.return')}
        </Button>
      </div>
    </>
  );
}

/** Whoever owns the procedure may draw again at any time; what was approved is not approved any more. */
function TakeBack({ onAsk }: StepProps) {
  const say = useWords();
  if (!holdsRight(useSession(), 'process-owner')) return null;
  return (
    <div>
      <Button icon={Undo2} turn onPress={() => onAsk('take-back')}>
        {say('review.take-back')}
      </Button>
    </div>
  );
}

function Publication(props: StepProps) {
  const { draft, facts, next, openFindings, onPublished, onRefused } = props;
  const say = useWords();
  const owns = holdsRight(useSession(), 'process-owner');
  if (openFindings === 0 && !owns) return <p className={styles.quiet}>{say('review.publish-waits')}</p>;
  return (
    <>
      {openFindings > 0 ? (
        <Note tone="time">{say('review.found-since')}</Note>
      ) : (
        <PublishForm
          procedure={draft.id}
          revision={facts.revision}
          next={next}
          onRefused={onRefused}
          onPublished={(version) => {
            confirm(say('review.published', { version }));
            onPublished();
          }}
        />
      )}
      <TakeBack {...props} />
    </>
  );
}
