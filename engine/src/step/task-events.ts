import type { Task } from '../case-state.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { exclusionOf, holdingOf } from './exclusion.ts';
import { finishUnmoved } from './finish.ts';
import { hindranceOf, notPermitted, taskGone } from './person-event.ts';
import { rolesOf } from './senders.ts';
import type { Step } from './step.ts';
import type { Work } from './work.ts';

/** `task.claim {task}`: takes an open task for oneself; a second time changes nothing. */
export function claimTask(work: Work): Result<Step, Refusal> {
  const task = taskMeant(work);
  if (!task.ok) return task;
  const person = work.event.by?.person;
  if (person === undefined || !rolesOf(work).has(task.value.role)) return refuse(notPermitted(work, [task.value.role]));
  const hindrance = hindranceOf(work, task.value);
  return hindrance ? refuse(hindrance) : hand(work, task.value, person);
}

/** `task.release {task}`: gives back what one has claimed. */
export function releaseTask(work: Work): Result<Step, Refusal> {
  const task = taskMeant(work);
  if (!task.ok) return task;
  const { assignee, id } = task.value;
  const { person, onBehalfOf } = work.event.by ?? {};
  if (assignee !== undefined && assignee !== person && assignee !== onBehalfOf)
    return refuse({ code: 'task-claimed', task: id, by: assignee });
  return hand(work, task.value, undefined);
}

/** `task.assign {task, person, roles?}`: somebody in charge gives it to a person, or (`person: null`) to nobody. Who may assign is the runtime's to say. */
export function assignTask(work: Work): Result<Step, Refusal> {
  const task = taskMeant(work);
  if (!task.ok) return task;
  const { person, roles } = work.event.payload ?? {};
  if (person === null) return hand(work, task.value, undefined);
  if (typeof person !== 'string' || person === '') return refuse({ code: 'payload-invalid', facts: { person: 'text' } });
  if (Array.isArray(roles) && !roles.includes(task.value.role)) return refuse(notPermitted(work, [task.value.role]));
  const away = exclusionOf({ person }, task.value, holdingOf(work));
  return away ? refuse(away) : hand(work, task.value, person);
}

/** The open task the payload names. */
export function taskMeant(work: Work): Result<Task, Refusal> {
  const id = work.event.payload?.task;
  if (typeof id !== 'string') return refuse({ code: 'payload-invalid', facts: { task: 'text' } });
  const task = work.tasks.find((open) => open.id === id);
  return task ? ok(task) : refuse(taskGone(work, id));
}

function hand(work: Work, task: Task, person: string | undefined): Result<Step, Refusal> {
  const { assignee: _, ...free } = task;
  const handed: Task = person === undefined ? free : { ...free, assignee: person };
  work.tasks = work.tasks.map((open) => (open.id === task.id ? handed : open));
  return finishUnmoved(work);
}
