import { own } from '../compile/own.ts';
import type { JsonObject } from '../json.ts';
import { remainingOf } from '../time/clock.ts';
import { dueAt } from '../time/due-at.ts';
import { calendarOf, resolveDelay } from '../time/resolve-delay.ts';
import type { Term, TimeRefusal } from '../time/term.ts';
import { evaluated, fail, scopeOf } from './scope-of.ts';
import type { Work } from './work.ts';

export interface Asked {
  readonly delay: string;
  readonly fields: JsonObject;
  readonly state: string;
}

/** The delay with its computed parts filled in, as it stands at this point of the step. */
export function termOf(work: Work, asked: Asked): Term {
  const at = `/delays/${asked.delay}`;
  const delay = own(work.compiled.definition.delays, asked.delay);
  if (!delay) return fail(work, { reason: 'defect', facts: { delay: asked.delay } }, at);
  const compute = work.compiled.delays.get(asked.delay)?.compute;
  const value = compute ? evaluated(work, compute(scopeOf(work, { fields: asked.fields, state: asked.state })), at) : undefined;
  const remaining = delay.remaining === undefined ? undefined : remains(work, delay.remaining);
  const { calendar } = work.compiled.definition;
  const term = resolveDelay(
    delay,
    { ...(value !== undefined && { value }), ...(remaining !== undefined && { remaining }), ...(calendar !== undefined && { calendar }) },
    work.calendars,
  );
  return term.ok ? term.value : unknownTime(work, term.refusal, at);
}

function remains(work: Work, id: string): string | undefined {
  const clock = own(work.clocks, id);
  if (!clock) return undefined;
  const remaining = remainingOf(clock, work.event.at, work.calendars);
  return remaining.ok ? remaining.value : unknownTime(work, remaining.refusal, `/clocks/${id}`);
}

/** When a term that starts at `from` falls due; one already past is due at once. */
export function dueOf(work: Work, term: Term, from: string, delay: string): string {
  const at = `/delays/${delay}`;
  const calendar = calendarOf(term.calendar, work.calendars);
  if (!calendar.ok) return unknownTime(work, calendar.refusal, at);
  const due = dueAt(term, from, calendar.value);
  return due.ok ? due.value : unknownTime(work, due.refusal, at);
}

const unknownTime = (work: Work, refusal: TimeRefusal, at: string): never =>
  fail(work, { reason: 'delay-not-finite', facts: { problem: refusal.code, ...refusal.facts } }, at);
