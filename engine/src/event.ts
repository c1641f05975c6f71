import type { JsonObject } from './json.ts';

/** Who does it. Roles are ids of the procedure, held by the person or, when acting for somebody, by that somebody. */
export interface Actor {
  readonly person?: string;
  readonly service?: string;
  readonly roles: readonly string[];
  /** The person whose doing it is, when staff record it for them. Exclusions compare both. */
  readonly onBehalfOf?: string;
}

/**
 * Everything that reaches a case. `at` (UTC, ISO 8601 with milliseconds) is the only time the engine knows.
 * Names with a dot belong to the engine (engine-event.ts); all others are ids of `definition.events`.
 */
export interface Event {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly by?: Actor;
  readonly payload?: JsonObject;
}

/** Payload of a person's event: the values of its form, and the open task it ends, where it ends one. */
export interface Submission {
  readonly values?: JsonObject;
  /** `Task.id`; required for outcomes of a task, so that a stale form cannot end a later task. */
  readonly task?: string;
  /** What the recorder adds to an event on behalf of somebody. */
  readonly recorded?: { readonly channel?: string; readonly saidAt?: string; readonly evidence?: string };
}

/**
 * The engine's own events: outside reaches them only through routes of their own. Payloads:
 *
 * - `task.claim|release {task}` · `task.assign {task, person: id or null, roles?}`: `roles` are those of the person, checked where given.
 * - `timer.fire {timer, armedRevision?}` · `clock.<id>.warn|due {timer}`: the row of `state.timers` under its own event name; without a person never early.
 * - `timer.move {timer, dueAt}`: timers of steps only.
 * - `invoke.done {step, instance, output?, letter?, keptAway?}`: the letter is out (`letter`: key of its effect, else the event's id), the service answered,
 *   or the child ended with `output: {outcome, returns}` and the `keptAway` of its report. `invoke.failed {step, instance, output?}`.
 * - `letter.print {letter}`: the letter effect with its key; opens a task of kind `print`. `letter.sent {task, how?, sentAt?}` completes that task: it is the sending.
 *   `letter.sent {letter, step?, instance?, how?, sentAt?}`: a letter (key of its effect) that was written to a file; the step that waits for it goes on.
 * - `case.cancel {reason?}` · `case.numbered {number}` · `calendar.changed {calendar}`.
 * - `incident.retry {event: {id, type, by?, payload?}}`: the event that failed, once more · `incident.skip {reason?}`.
 *
 * `letter.print`, `letter.sent`, claims of print tasks and `case.numbered` are taken after the end of a case too.
 */
export const engineEvents = [
  'case.begin',
  'task.claim',
  'task.release',
  'task.assign',
  'timer.fire',
  'timer.move',
  'invoke.done',
  'invoke.failed',
  'letter.print',
  'letter.sent',
  'case.cancel',
  'case.numbered',
  'case.imported',
  'incident.retry',
  'incident.skip',
  'calendar.changed',
] as const;
