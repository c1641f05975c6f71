import type { Task } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { refuse } from '../result.ts';
import { finishUnmoved } from './finish.ts';
import { finishInvocation } from './invoke-events.ts';
import { hindranceOf, notPermitted } from './person-event.ts';
import { rolesOf } from './senders.ts';
import { refuseSentAt } from './sent-at.ts';
import type { Step } from './step.ts';
import { taskMeant } from './task-events.ts';
import { stale } from './timer-events.ts';
import { isObject, type Work } from './work.ts';

/** `letter.print {letter}`: there is no address, so somebody prints and posts it. `letter` is the letter effect with its key. */
export function askToPrint(work: Work): Result<Step, Refusal> {
  const letter = work.event.payload?.letter;
  if (!isObject(letter) || typeof letter.key !== 'string' || typeof letter.step !== 'string') {
    return refuse({ code: 'payload-invalid', facts: { letter: 'letter effect' } });
  }
  if (work.tasks.some((task) => task.letter?.key === letter.key)) return stale('invoke', letter.key);
  const role = printerOf(work, letter);
  const task: Task = {
    id: `${letter.step === '' ? 'letter' : letter.step}:${work.revision}`,
    step: letter.step,
    kind: 'print',
    role,
    openedAt: work.event.at,
    excludes: [],
    hides: [],
    competence: own(work.compiled.definition.roles, role)?.competence ?? [],
    letter,
  };
  work.tasks = [...work.tasks, task];
  return finishUnmoved(work);
}

/** Who answers for the step, else who keeps the text right, else the first of our own roles. Nobody outside prints our letters, whoever's move it is. */
function printerOf(work: Work, letter: JsonObject): string {
  const { roles, letters } = work.compiled.definition;
  const keeper = typeof letter.letter === 'string' ? own(letters, letter.letter)?.owner : undefined;
  const ours = Object.keys(roles).filter((role) => roles[role]?.party === 'organisation' && roles[role].heldBy === undefined);
  return [letter.owner, keeper].find((role) => typeof role === 'string' && ours.includes(role))?.toString() ?? ours[0] ?? 'system';
}

/** `letter.sent {task, how?, sentAt?}`: it is in the post. The task is done, and the step that waits for the sending goes on. */
export function takeSent(work: Work): Result<Step, Refusal> {
  if (work.event.payload?.task === undefined) return noteSending(work);
  const meant = taskMeant(work);
  if (!meant.ok) return meant;
  const task = meant.value;
  if (task.kind !== 'print') return refuse({ code: 'payload-invalid', facts: { task: task.id, kind: task.kind } });
  if (!rolesOf(work).has(task.role)) return refuse(notPermitted(work, [task.role]));
  const sentAt = work.event.payload?.sentAt;
  const impossible = sentAt === undefined ? undefined : refuseSentAt(sentAt, { writtenAt: task.openedAt, now: work.event.at });
  const hindrance = hindranceOf(work, task) ?? impossible;
  if (hindrance) return refuse(hindrance);
  work.tasks = work.tasks.filter((open) => open !== task);
  const { instance, key } = task.letter ?? {};
  const waits =
    typeof instance === 'string' &&
    own(work.invocations, task.step)?.instance === instance &&
    own(work.invocations, task.step)?.status !== 'done';
  if (!waits || work.before.status !== 'active') return finishUnmoved(work);
  return finishInvocation(work, { step: task.step, instance, output: {}, ...(typeof key === 'string' && { letter: key }) });
}

/**
 * `letter.sent {letter, step?, instance?, how?, sentAt?}`: a letter that was written to a file, and somebody sent it. That stands in the journal
 * whether a step waits for it or not; if one does, it goes on.
 */
function noteSending(work: Work): Result<Step, Refusal> {
  const { letter, step, instance, how, sentAt } = work.event.payload ?? {};
  if (typeof letter !== 'string') return refuse({ code: 'payload-invalid', facts: { letter: 'text' } });
  const impossible = sentAt === undefined ? undefined : refuseSentAt(sentAt, { writtenAt: work.before.startedAt, now: work.event.at });
  if (impossible) return refuse(impossible);
  const invocation = typeof step === 'string' ? own(work.invocations, step) : undefined;
  const waits =
    work.before.status === 'active' &&
    invocation?.instance === instance &&
    invocation?.status !== 'done' &&
    !(invocation?.out ?? []).includes(letter);
  if (!waits || typeof step !== 'string' || typeof instance !== 'string') return finishUnmoved(work);
  return finishInvocation(work, { step, instance, output: typeof how === 'string' ? { how } : {}, letter });
}
