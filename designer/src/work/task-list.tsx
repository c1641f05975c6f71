import { type RefObject, useEffect } from 'react';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import type { TaskRow as Task } from '../server/shapes/work.ts';
import type { SteadyRow } from './steady-rows.ts';
import { grouped, type TaskGroup } from './task-groups.ts';
import { TaskRow } from './task-row.tsx';
import type { TaskMove } from './task-work.tsx';
import styles from './tasks.module.css';
import { useWalkedRows } from './use-walked-rows.ts';

const groupWords: Readonly<Record<TaskGroup, MessageId>> = {
  overdue: 'work.group.overdue',
  today: 'work.group.today',
  week: 'work.group.week',
  later: 'work.group.later',
};

interface TaskListProps {
  readonly rows: readonly SteadyRow<Task>[];
  /** What the reader himself did with rows that are gone. */
  readonly moves: ReadonlyMap<string, TaskMove>;
  /** Is told the ids in the order of the screen, without those that are gone. */
  readonly order: RefObject<readonly string[]>;
  readonly chosen: string | undefined;
  readonly me: string;
  /** `inside`: the reader pressed Enter and wants to work on it. */
  readonly onChoose: (task: Task, inside: boolean) => void;
}

/** Tasks by due date under their headings. One stop of the tab key; arrows walk, Enter opens. */
export function TaskList({ rows, moves, order: told, chosen, me, onChoose }: TaskListProps) {
  const say = useWords();
  const dates = useDates();
  const now = useNow();
  const groups = grouped(
    rows.map(({ row, mark }) => ({ id: row.id, task: row, mark, ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }) })),
    { now, localDay: dates.localDay },
  );
  const order = groups.flatMap((group) => group.rows.map((row) => row.id));
  useEffect(() => {
    const gone = new Set(rows.filter((each) => each.mark === 'gone' && each.row.id !== chosen).map((each) => each.row.id));
    told.current = order.filter((id) => !gone.has(id));
  });
  const { list, onKeyDown, reached, reach } = useWalkedRows('task', order, chosen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, which are buttons.
    <div ref={list} onKeyDown={onKeyDown}>
      {groups.map(({ group, rows: inside }) => (
        <section key={group} aria-labelledby={`tasks-${group}`}>
          <h2 id={`tasks-${group}`} className={styles.group} data-group={group}>
            {say(groupWords[group])} <span className={styles.count}>{dates.number(inside.length)}</span>
          </h2>
          <ul>
            {inside.map(({ id, task, mark }) => (
              <TaskRow
                key={id}
                task={task}
                mark={mark}
                move={moves.get(id)}
                me={me}
                chosen={id === chosen}
                reached={id === reached}
                onChoose={() => {
                  reach(id);
                  onChoose(task, true);
                }}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
