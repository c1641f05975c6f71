import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
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
  const list = useRef<HTMLDivElement>(null);
  const groups = grouped(
    rows.map(({ row, mark }) => ({ id: row.id, task: row, mark, ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }) })),
    { now, localDay: dates.localDay },
  );
  const order = groups.flatMap((group) => group.rows.map((row) => row.id));
  useEffect(() => {
    const gone = new Set(rows.filter((each) => each.mark === 'gone' && each.row.id !== chosen).map((each) => each.row.id));
    told.current = order.filter((id) => !gone.has(id));
  });
  const [last, setLast] = useState<string>();
  const reached = [last, chosen].find((id) => id !== undefined && order.includes(id)) ?? order[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target.dataset.task : undefined;
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = order.indexOf(target);
    const next = { ArrowDown: order[at + 1], ArrowUp: order[at - 1], Home: order[0], End: order.at(-1) }[event.code];
    if (next === undefined) return;
    event.preventDefault();
    setLast(next);
    list.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(next)}"]`)?.focus();
  };
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
                  setLast(id);
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
