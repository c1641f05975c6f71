import { Plus } from 'lucide-react';
import { Avatar } from '../base/avatar.tsx';
import { DueLabel } from '../base/due-label.tsx';
import { Icon } from '../base/icon.tsx';
import { SeverityBars } from '../base/severity-bars.tsx';
import { matterOf } from '../case/matter.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { TaskRow as Task } from '../server/shapes/work.ts';
import { useSession } from '../shell/session.tsx';
import { pressingWord } from './priority.ts';
import type { RowMark } from './steady-rows.ts';
import type { TaskMove } from './task-work.tsx';
import styles from './tasks.module.css';
import { useTaskName } from './use-task-name.ts';

const goneWords: Readonly<Record<TaskMove, MessageId>> = {
  taken: 'work.yours',
  'put-back': 'work.given-back',
  done: 'work.done',
  lost: 'work.gone',
};

interface TaskRowProps {
  readonly task: Task;
  readonly mark: RowMark | undefined;
  /** What the reader himself did with it, where it is gone from the list. */
  readonly move: TaskMove | undefined;
  readonly chosen: boolean;
  /** The one row in the tab order. */
  readonly reached: boolean;
  readonly me: string;
  readonly onChoose: () => void;
}

/** Due, what, how serious, who: four columns and nothing else. */
export function TaskRow({ task, mark, move, chosen, reached, me, onChoose }: TaskRowProps) {
  const say = useWords();
  const text = useText();
  const session = useSession();
  const name = useTaskName(task);
  const taken = mark === 'gone' && move === 'taken';
  const pressing = pressingWord(task.priority);
  return (
    <li>
      <button
        type="button"
        data-task={task.id}
        data-mark={taken ? undefined : mark}
        className={styles.row}
        tabIndex={reached ? 0 : -1}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles.due}>
          {task.dueAt === undefined ? <span className={styles.undated}>{say('work.no-date')}</span> : <DueLabel at={task.dueAt} />}
        </span>
        <span className={styles.what}>
          <span className={styles.matter}>
            {mark === 'new' ? <span className={styles.new}>{say('work.new')}</span> : null}
            <bdi dir="auto">{matterOf(task.title)}</bdi>
          </span>
          <span className={styles.step}>
            <span className={styles.stepName}>{name}</span>
            {pressing === undefined ? null : <span className={styles.pressing}>{say(pressing)}</span>}
            {task.origin?.number === undefined ? null : <CaseNumber of={task.origin.number} />}
            {task.number === undefined ? null : <CaseNumber of={task.number} />}
            <span>{mark === 'gone' ? say(goneWords[move ?? 'lost']) : text(task.roleTitle)}</span>
          </span>
        </span>
        <span className={styles.severity}>{task.severity === undefined ? null : <SeverityBars severity={task.severity} />}</span>
        <span className={styles.who}>
          {taken ? (
            <Avatar name={session.person.name} me labelled />
          ) : task.assignee ? (
            <Avatar name={task.assignee.name} me={task.assignee.id === me} labelled />
          ) : (
            <span className={styles.nobody} role="img" aria-label={say('work.nobody')} title={say('work.nobody')}>
              <Icon of={Plus} size={14} />
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

/** The number runs from left to right; what parts it from its neighbours stands around it, in the direction of the page. */
const CaseNumber = ({ of }: { readonly of: string }) => (
  <span>
    <bdi className={styles.number}>{of}</bdi>
  </span>
);
