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

/** The engine's own events: outside reaches them only through routes of their own. */
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
