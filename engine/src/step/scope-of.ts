import { own } from '../compile/own.ts';
import type { FeelFailure, FeelOutcome, Scope } from '../feel/scope.ts';
import type { Json, JsonObject } from '../json.ts';
import type { StepFailure } from '../refusal.ts';
import { dateOf, dayMs } from '../time/local-date.ts';
import { calendarOf } from '../time/resolve-delay.ts';
import { zoneOf } from '../time/zone.ts';
import { stop, type Work } from './work.ts';

export interface View {
  /** Values to see; those of the case as they stand, if absent. */
  readonly fields?: JsonObject;
  /** The step or stage that asks; `step` in expressions. Empty: the root. */
  readonly state: string;
  readonly isIn?: (id: string) => boolean;
}

/** What conditions and expressions see at this point of the step. */
export function scopeOf(work: Work, view: View): Scope {
  const { before, event } = work;
  return {
    fields: view.fields ?? work.fields,
    case: { id: before.caseId, number: work.number ?? null, startedAt: before.startedAt, channel: before.channel },
    event: {
      type: event.type,
      at: event.at,
      person: event.by?.person ?? event.by?.service ?? null,
      role: event.by?.roles[0] ?? null,
    },
    result: work.result ?? null,
    clock: clocksSeen(work),
    step: { id: view.state, visits: own(work.visits, view.state) ?? null, enteredAt: enteredAt(work, view.state) },
    at: event.at,
    today: localDate(work, event.at),
    ...(view.isIn && { isIn: view.isIn }),
    budget: work.budget,
  };
}

/** The value, or the end of the step: FEEL that fails in the middle of a step is an incident of the definition. */
export function evaluated<Value extends Json>(work: Work, outcome: FeelOutcome<Value>, at: string): Value {
  return outcome.ok ? outcome.value : fail(work, outcome.refusal, at);
}

export function fail(work: Work, failure: FeelFailure | { readonly reason: StepFailure; readonly facts: JsonObject }, at: string): never {
  return stop(work, { code: 'step-failed', reason: failure.reason, at, facts: failure.facts });
}

const clocksSeen = (work: Work): JsonObject =>
  Object.fromEntries(
    Object.entries(work.clocks).map(([id, clock]) => [
      id,
      { startedAt: clock.startedAt, due: clock.dueAt, stoppedAt: clock.stoppedAt ?? null, overdue: clock.overdue ?? false },
    ]),
  );

const enteredAt = (work: Work, state: string): string | null =>
  work.tasks.find((task) => task.step === state && task.kind === 'work')?.openedAt ??
  work.timers.find((timer) => timer.step === state)?.armedAt ??
  null;

/** Date `YYYY-MM-DD` of an instant where the procedure's calendar is at home. */
export function localDate(work: Work, instant: string, calendar = work.compiled.definition.calendar): string {
  const found = calendarOf(calendar, work.calendars);
  const zone = found.ok ? zoneOf(found.value.timeZone) : undefined;
  const at = Date.parse(instant);
  return dateOf(Math.floor((at + (zone?.offsetAt(at) ?? 0)) / dayMs));
}
