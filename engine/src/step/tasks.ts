import type { Task } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { JsonObject } from '../json.ts';
import { dueTimer } from './letter-fact.ts';
import { evaluated, scopeOf } from './scope-of.ts';
import type { Work } from './work.ts';

/** Once due dates are known: opens the tasks the machine asked for and tells every task its due date. */
export function settleTasks(work: Work): void {
  for (const request of work.requests) if (request.ask === 'open') openTask(work, request.step, request.fields);
  work.tasks = work.tasks.map((task) => (task.kind === 'work' ? dated(work, task) : task));
}

function openTask(work: Work, step: string, fields: JsonObject): void {
  const state = work.compiled.states.get(step);
  const invoke = state?.invoke;
  if (invoke?.definition.src !== 'task') return;
  const { role, form, excludes, hides, assign } = invoke.definition.input;
  const priority =
    invoke.priority && evaluated(work, invoke.priority(scopeOf(work, { fields, state: step })), `${state?.at ?? ''}/invoke/input/priority`);
  const task: Task = {
    id: `${step}:${work.revision}`,
    step,
    kind: 'work',
    role,
    ...(form !== undefined && { form }),
    openedAt: work.event.at,
    excludes: excludes ?? [],
    hides: hides ?? [],
    ...(assign && { assign: { ...assign } }),
    competence: own(work.compiled.definition.roles, role)?.competence ?? [],
    ...(priority !== undefined && priority !== null && { priority }),
  };
  work.tasks = [...work.tasks, task];
}

function dated(work: Work, task: Task): Task {
  const dueAt = dueTimer(work, task.step)?.dueAt;
  if (task.dueAt === dueAt) return task;
  const { dueAt: _, ...undated } = task;
  return dueAt === undefined ? undated : { ...undated, dueAt };
}
