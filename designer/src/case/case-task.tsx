import { useQuery } from '@tanstack/react-query';
import { Mail, UserRound } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { Avatar } from '../base/avatar.tsx';
import { DueLabel } from '../base/due-label.tsx';
import { Icon } from '../base/icon.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { confirm } from '../base/toast.tsx';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { readTask } from '../work/task-requests.ts';
import { TaskWork } from '../work/task-work.tsx';
import { useTaskName } from '../work/use-task-name.ts';
import styles from './case.module.css';

interface CaseTaskProps {
  readonly task: CaseView['tasks'][number];
  readonly leads: boolean;
  /** The case has it no more, and answers to it were being typed here. */
  readonly isGone: boolean;
  readonly onTyped: (task: string, isTyped: boolean) => void;
  readonly onMoved: () => void;
}

/** An open task on the page of its case, with its form where the reader may work on it. */
export function CaseTask({ task, leads, isGone, onTyped, onMoved }: CaseTaskProps) {
  const say = useWords();
  const text = useText();
  const session = useSession();
  const query = useQuery({ queryKey: keys.task(task.id), queryFn: async () => answerOf(await readTask(task.id)) });
  const { refetch } = query;
  useEffect(() => {
    if (isGone) void refetch();
  }, [isGone, refetch]);
  const { id } = task;
  const typed = useCallback((isTyped: boolean) => onTyped(id, isTyped), [onTyped, id]);
  const name = useTaskName(task);
  return (
    <section className={styles.card} aria-label={name}>
      <header>
        <Icon of={task.kind === 'print' ? Mail : UserRound} className={styles.kind} />
        <h2>{name}</h2>
        <span className={styles.role}>{text(task.roleTitle)}</span>
        {task.assignee ? <Avatar name={task.assignee.name} me={task.assignee.id === session.person.id} labelled /> : null}
        {task.dueAt === undefined ? null : <DueLabel at={task.dueAt} form="full" />}
      </header>
      <div className={styles.body}>
        {query.data ? (
          <TaskWork
            task={query.data}
            gone={isGone && query.error ? problemOf(query.error) : undefined}
            leads={leads}
            onTyped={typed}
            onMoved={() => {
              void query.refetch();
              onMoved();
            }}
            onDone={(offer, delivered) => {
              const next = delivered.steps.at(-1);
              confirm(
                next
                  ? say('task.toast', { outcome: text(offer.label), step: text(next.title) })
                  : say('task.done', { outcome: text(offer.label) }),
              );
            }}
          />
        ) : query.error ? (
          <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height={120} />
        )}
      </div>
    </section>
  );
}
