import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheckBig, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { DueLabel } from '../base/due-label.tsx';
import { EmptyState } from '../base/empty-state.tsx';
import { Icon } from '../base/icon.tsx';
import { SeverityBars } from '../base/severity-bars.tsx';
import { SidePanel, SidePanelBody, SidePanelHead } from '../base/side-panel.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { matterOf } from '../case/matter.ts';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { DeliveredEvent } from '../server/shapes/cases.ts';
import type { OfferView, TaskView } from '../server/shapes/work.ts';
import { useLive } from '../server/use-live.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { CaseBrief } from './case-brief.tsx';
import { LostRace, lostRaceCodes } from './lost-race.tsx';
import styles from './task-panel.module.css';
import { readTask } from './task-requests.ts';
import { type TaskMove, TaskWork } from './task-work.tsx';
import { useTaskName } from './use-task-name.ts';

interface TaskPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onNext: () => void;
  readonly onMoved: (how: TaskMove) => void;
}

/** The chosen task beside the list: what it is about, and the work itself. */
export function TaskPanel({ id, onClose, onNext, onMoved }: TaskPanelProps) {
  const say = useWords();
  const client = useQueryClient();
  const place = useKeptFocus<HTMLElement>();
  const [done, setDone] = useState<{ readonly task: TaskView; readonly offer: OfferView; readonly delivered: DeliveredEvent }>();
  const query = useQuery({ queryKey: keys.task(id), queryFn: async () => answerOf(await readTask(id)), enabled: !done });
  const refill = () => void client.invalidateQueries({ queryKey: keys.task(id) });
  useLive(query.data && !done ? `case:${query.data.caseId}` : undefined, { hint: refill, refill });
  const moved = (how: TaskMove) => {
    refill();
    onMoved(how);
  };
  return (
    <SidePanel ref={place} label={say('task.panel')}>
      {done ? (
        <Done {...done} onNext={onNext} />
      ) : query.data ? (
        <>
          <About task={query.data} onClose={onClose} />
          <SidePanelBody>
            <TaskWork
              key={query.data.id}
              task={query.data}
              leads
              sticky
              onMoved={moved}
              onDone={(offer, delivered) => query.data && setDone({ task: query.data, offer, delivered })}
            />
          </SidePanelBody>
        </>
      ) : query.error ? (
        <Gone error={query.error} onClose={onClose} onRetry={refill} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </SidePanel>
  );
}

function About({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const say = useWords();
  const name = useTaskName(task);
  const session = useSession();
  // In hand, the account stands in the form.
  const mine = task.assignee?.id === session.person.id && task.form !== undefined;
  return (
    <SidePanelHead
      meta={
        <>
          <ButtonLink kind="link" to="/cases/$caseId" params={{ caseId: task.caseId }}>
            {task.origin?.number === undefined ? null : <bdi className={styles.number}>{task.origin.number}</bdi>}
            <bdi className={styles.number}>{task.number ?? say('case.no-number')}</bdi>
          </ButtonLink>
          {task.severity === undefined ? null : <SeverityBars severity={task.severity} />}
        </>
      }
      onClose={onClose}
    >
      <h2>
        <bdi>{matterOf(task.title)}</bdi>
      </h2>
      <CaseBrief caseId={task.caseId} quoted={!mine} />
      <p className={styles.stepLine}>
        <Icon of={UserRound} />
        <b>{name}</b>
        {task.dueAt === undefined ? null : <DueLabel at={task.dueAt} form="full" />}
      </p>
    </SidePanelHead>
  );
}

/** After the outcome: what was said and where the case is now. */
function Done({
  task,
  offer,
  delivered,
  onNext,
}: {
  readonly task: TaskView;
  readonly offer: OfferView;
  readonly delivered: DeliveredEvent;
  readonly onNext: () => void;
}) {
  const say = useWords();
  const text = useText();
  const step = delivered.steps.at(-1);
  return (
    <div role="status">
      <EmptyState
        icon={CircleCheckBig}
        title={say('task.done', { outcome: text(offer.label) })}
        action={
          <span className={styles.ways}>
            <Button kind="primary" onPress={onNext}>
              {say('task.next')}
            </Button>
            <ButtonLink kind="quiet" to="/cases/$caseId" params={{ caseId: task.caseId }}>
              {say('work.open-case')}
            </ButtonLink>
          </span>
        }
      >
        {step && delivered.status === 'active' ? say('task.goes-on', { step: text(step.title) }) : say('task.case-ended')}
      </EmptyState>
    </div>
  );
}

function Gone({ error, onClose, onRetry }: { readonly error: unknown; readonly onClose: () => void; readonly onRetry: () => void }) {
  const say = useWords();
  const problem = problemOf(error);
  const { caseId } = problem.facts ?? {};
  if (lostRaceCodes.includes(problem.code) && typeof caseId === 'string')
    return <LostRace problem={problem} caseId={caseId} state={undefined} onGoOn={onClose} />;
  return (
    <SidePanelBody>
      <ProblemNote problem={problem} onRetry={onRetry} />
      <p>
        <Button kind="quiet" onPress={onClose}>
          {say('work.close')}
        </Button>
      </p>
    </SidePanelBody>
  );
}
