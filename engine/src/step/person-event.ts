import type { AnyMachineSnapshot } from 'xstate';
import type { Task } from '../case-state.ts';
import type { CompiledRow } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import { checkSubmission } from '../form/check-submission.ts';
import { isEmpty } from '../form/empty-value.ts';
import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { activeIds } from './actor-scope.ts';
import { exclusionOf, holdingOf } from './exclusion.ts';
import { finish } from './finish.ts';
import { bytesOf, overLimit } from './limits.ts';
import { recordDoing } from './record-doing.ts';
import { fileRecords } from './records.ts';
import { guarded, restore, takeEvent } from './run-machine.ts';
import { formOf, isOutcome, rolesOf, rowsTaking, sendersOf, tasksOf } from './senders.ts';
import type { Step } from './step.ts';
import { isObject, type Work } from './work.ts';

/** An event of the definition: somebody, or a connected system, does something. Refusals come in the order a person understands: what, who, which task, which values. */
export function takePersonEvent(work: Work): Result<Step, Refusal> {
  const { compiled, event } = work;
  if (own(compiled.definition.events, event.type) === undefined || !compiled.rows.has(event.type))
    return refuse(notAccepted(work, [], 'unknown'));
  const submission = submissionOf(event.payload);
  if (!submission.ok) return submission;
  const gone = goneTask(work, submission.value.task);
  if (gone) return refuse(gone);

  const snapshot = restore(work);
  const active = activeIds(snapshot);
  const rows = rowsTaking(compiled, active, event.type);
  if (rows.length === 0) return refuse(notAccepted(work, active, 'state'));
  // As the case stands before: nobody gets into a role by the answers that he sends.
  const roles = rolesOf(work);
  const sender = senderOf(work, rows, { roles, taskId: submission.value.task });
  if (!sender.ok) return sender;

  const before = work.fields;
  const filled = fill(work, sender.value.task, submission.value.values);
  if (filled) return refuse(filled);
  recordDoing(work, sender.value.task?.step ?? event.type, sender.value.role);
  return run(work, snapshot, { active, roles, sender: sender.value, fields: { ...before, ...work.submitted } });
}

function run(
  work: Work,
  snapshot: AnyMachineSnapshot,
  before: {
    readonly active: readonly string[];
    readonly roles: ReadonlySet<string>;
    readonly sender: Sender;
    readonly fields: JsonObject;
  },
): Result<Step, Refusal> {
  const next = takeEvent(work, snapshot, { type: work.event.type });
  if (!next.ok) return next;
  const [first] = work.microsteps;
  if (!first) return refuse(notAccepted(work, before.active, 'condition'));
  // Rows of one event may differ in who may send them and what they need: only now it is known which was taken.
  const taken = new Set(first.transitions.map((row) => row.at));
  for (const row of rowsTaking(work.compiled, before.active, work.event.type).filter((each) => taken.has(each.at))) {
    const allowed = row.by ?? (before.sender.task ? [before.sender.task.role] : []);
    if (!allowed.some((role) => before.roles.has(role))) return refuse(notPermitted(work, allowed));
    const problems = row.requires
      .filter((field) => isEmpty(own(before.fields, field)))
      .map((field) => ({ at: `/${field}`, keyword: 'required', facts: { field } }));
    if (problems.length > 0)
      return refuse({ code: 'form-invalid', form: formOf(work.compiled, row.event, before.sender.task) ?? '', problems });
  }
  return finish(work, next.value);
}

interface Sender {
  readonly role: string;
  /** The task it ends. */
  readonly task?: Task;
}

function senderOf(
  work: Work,
  rows: readonly CompiledRow[],
  { roles, taskId }: { readonly roles: ReadonlySet<string>; readonly taskId: string | undefined },
): Result<Sender, Refusal> {
  const { compiled, event } = work;
  const free = rows.flatMap((row) => row.by ?? []).find((role) => roles.has(role));
  const tasks = rows.flatMap((row) => (row.by ? [] : tasksOf(compiled, work.tasks, row)));
  const named = tasks.find((task) => task.id === taskId);
  const allowed = named ? [named.role] : [...new Set(rows.flatMap((row) => sendersOf(compiled, work.tasks, row)))];
  if (free === undefined && !allowed.some((role) => roles.has(role))) return refuse(notPermitted(work, allowed));
  if (isOutcome(compiled, event.type) && free === undefined) {
    if (!named) return refuse(taskGone(work, taskId ?? ''));
    const hindrance = hindranceOf(work, named);
    return hindrance ? refuse(hindrance) : ok({ role: named.role, task: named });
  }
  const away = event.by && exclusionOf(event.by, { id: '', excludes: [] }, holdingOf(work));
  return away ? refuse(away) : ok({ role: free ?? '', ...(named && { task: named }) });
}

/** What keeps this actor from ending this task although the role is right: somebody else's claim, or an exclusion. */
export function hindranceOf(work: Work, task: Task): Refusal | undefined {
  const actor = work.event.by;
  if (!actor) return notPermitted(work, [task.role]);
  if (task.assignee !== undefined && task.assignee !== actor.person && task.assignee !== actor.onBehalfOf)
    return { code: 'task-claimed', task: task.id, by: task.assignee };
  return exclusionOf(actor, task, holdingOf(work));
}

/** Checks the values and lays them over the saved ones; the row saves them. */
function fill(work: Work, task: Task | undefined, given: JsonObject): Refusal | undefined {
  const over = overLimit('formBytes', bytesOf(given));
  if (over) return over;
  const id = formOf(work.compiled, work.event.type, task);
  const form = id === undefined ? undefined : work.compiled.forms.get(id);
  const submitted = guarded(work, () => checkSubmission(work, form, given));
  if (!submitted.ok) return submitted.refusal;
  if (submitted.value.problems.length > 0) return { code: 'form-invalid', form: id ?? '', problems: submitted.value.problems };
  work.submitted = submitted.value.values;
  fileRecords(work, form?.records ?? []);
  return undefined;
}

function submissionOf(payload: JsonObject | undefined): Result<{ readonly values: JsonObject; readonly task?: string }, Refusal> {
  const { values, task } = payload ?? {};
  if (values !== undefined && !isObject(values)) return refuse({ code: 'payload-invalid', facts: { values: 'object' } });
  if (task !== undefined && typeof task !== 'string') return refuse({ code: 'payload-invalid', facts: { task: 'text' } });
  return ok({ values: values ?? {}, ...(task !== undefined && { task }) });
}

const goneTask = (work: Work, task: string | undefined): Refusal | undefined =>
  task === undefined || work.tasks.some((open) => open.id === task) ? undefined : taskGone(work, task);

export const taskGone = (work: Work, task: string): Refusal => ({ code: 'task-gone', task, open: work.tasks.map((open) => open.id) });

export const notPermitted = (work: Work, allowed: readonly string[]): Refusal => ({
  code: 'not-permitted',
  event: work.event.type,
  allowed: [...new Set(allowed)],
});

function notAccepted(work: Work, active: readonly string[], because: 'unknown' | 'state' | 'condition'): Refusal {
  const places = active.length > 0 ? active : activeIds(restore(work));
  const accepted = Object.keys(work.compiled.definition.events).filter((event) => rowsTaking(work.compiled, places, event).length > 0);
  return { code: 'event-not-accepted', event: work.event.type, accepted, because };
}
