import { Check, CornerUpLeft, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Checkbox } from '../base/checkbox.tsx';
import { Note } from '../base/note.tsx';
import { PasswordField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import type { DraftFacts } from '../draft/draft-link.ts';
import type { OpenDraft } from '../draft/use-draft.ts';
import { isolated } from '../language/isolated.ts';
import { useWords } from '../language/words.tsx';
import { approveDraft, returnDraft, submitDraft } from '../server/procedures.ts';
import type { Answer } from '../server/request.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';
import said from './comments.module.css';
import { ContentHash } from './content-hash.tsx';
import { drewIn } from './drew-in.ts';
import { PublishForm } from './publish-form.tsx';
import styles from './review.module.css';

export interface DecisionProps {
  readonly draft: OpenDraft;
  readonly facts: DraftFacts;
  /** The number it would get. */
  readonly next: number;
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

/** What the reader can do with the draft now, and who comes next. */
export function Decision(props: DecisionProps) {
  const { state } = props.facts;
  return (
    <div className={styles.decision}>
      <Past facts={props.facts} />
      {state === 'draft' && <Sending {...props} />}
      {state === 'submitted' && <Approval {...props} />}
      {state === 'approved' && <Publication {...props} />}
    </div>
  );
}

/** Who sent, approved or sent it back, when and in which words. */
function Past({ facts }: { readonly facts: DraftFacts }) {
  const say = useWords();
  const dates = useDates();
  const { submittedBy, submittedAt, why, approvedBy, approvedAt, returned, hash } = facts;
  const nobody = say('review.person-unknown');
  if (returned)
    return (
      <Note tone="time" icon={CornerUpLeft}>
        <p>{say('review.returned', { name: isolated(returned.by?.name ?? nobody), at: dates.moment(returned.at) })}</p>
        {returned.why !== undefined && <p dir="auto">{returned.why}</p>}
      </Note>
    );
  return (
    <>
      {submittedAt !== undefined && (
        <div className={said.said}>
          <p>{say('review.sent-by', { name: isolated(submittedBy?.name ?? nobody), at: dates.moment(submittedAt) })}</p>
          {why !== undefined && <p dir="auto">{why}</p>}
        </div>
      )}
      {approvedBy && (
        <Note tone="good">
          <p>{say('review.approved-by', { name: isolated(approvedBy.name) })}</p>
          {approvedAt !== undefined && <p>{dates.moment(approvedAt)}</p>}
          {hash !== undefined && (
            <p>
              <ContentHash hash={hash} />
            </p>
          )}
        </Note>
      )}
    </>
  );
}

/** One step of the draft's life: done on what the reader looked at; the window hears of it like everybody else. */
function useStep<Value>({ draft, facts }: Pick<DecisionProps, 'draft' | 'facts'>, told: string) {
  return async (send: (id: string, revision: number) => Promise<Answer<Value>>) => {
    await draft.link.send();
    const revision = draft.link.store.getState().facts?.revision ?? facts.revision;
    const answer = await send(draft.id, revision);
    await draft.link.hear();
    if (!answer.ok) return answer.problem;
    confirm(told);
    return undefined;
  };
}

function Sending({ draft, facts, problems }: DecisionProps) {
  const say = useWords();
  const owns = holdsRight(useSession(), 'process-owner');
  const [asking, setAsking] = useState(false);
  const step = useStep({ draft, facts }, say('review.sent'));
  if (!owns) return <p className={styles.quiet}>{say('draft.only-look')}</p>;
  return (
    <>
      {problems > 0 && <Note tone="bad">{say('review.problems-first', { count: problems })}</Note>}
      <Button kind="primary" icon={Send} isDisabled={problems > 0} onPress={() => setAsking(true)}>
        {say('review.send')}
      </Button>
      {asking && (
        <ReasonDialog
          title={say('review.send')}
          words={say('review.send-words')}
          label={say('review.why')}
          act={say('review.send')}
          keep={say('review.keep')}
          onAct={(why) => step((id, revision) => submitDraft(id, why, revision))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Approval(props: DecisionProps) {
  const { draft, facts, openComments, allows } = props;
  const say = useWords();
  const session = useSession();
  const [seen, setSeen] = useState(false);
  const [returning, setReturning] = useState(false);
  const step = useStep({ draft, facts }, say('review.returned-done'));
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const approving = useCommand(
    () => approveDraft(draft.id, password, facts.revision),
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
        <Button icon={CornerUpLeft} turn onPress={() => setReturning(true)}>
          {say('review.return')}
        </Button>
      </div>
      {returning && (
        <ReasonDialog
          title={say('review.return')}
          words={say('review.return-words')}
          label={say('review.why-back')}
          act={say('review.return')}
          keep={say('review.keep')}
          onAct={(why) => step((id, revision) => returnDraft(id, why, revision))}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
}

/** Whoever owns the procedure may draw again at any time; what was approved is not approved any more. */
function TakeBack({ draft, facts }: DecisionProps) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const step = useStep({ draft, facts }, say('review.returned-done'));
  if (!holdsRight(useSession(), 'process-owner')) return null;
  return (
    <>
      <div>
        <Button icon={Undo2} turn onPress={() => setAsking(true)}>
          {say('review.take-back')}
        </Button>
      </div>
      {asking && (
        <ReasonDialog
          title={say('review.take-back')}
          words={say('review.take-back-words')}
          label={say('review.why-back')}
          act={say('review.take-back')}
          keep={say('review.keep')}
          onAct={(why) => step((id, revision) => returnDraft(id, why, revision))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Publication(props: DecisionProps) {
  const { draft, facts, next, openFindings, onPublished } = props;
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
