import type { ClockState } from '../case-state.ts';
import type { Clock } from '../definition/definition.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Calendars } from './calendar.ts';
import { dueInstant } from './due-at.ts';
import { instantOf, isoOf } from './local-date.ts';
import { calendarOf } from './resolve-delay.ts';
import type { Pause, Term, TimeRefusal } from './term.ts';
import { runsInWorkingTime } from './term.ts';
import { workingTimeOf } from './working-time.ts';

/** Clocks span a case: they start once, rest, run on, are extended and stop. Each function returns the next state and changes nothing. */

/** `limit` is the resolved term of `clock.limit`; `at` UTC ISO, in the past too: a clock already overdue wakes at once. */
export function startClock(clock: Clock, limit: Term, at: string, calendars: Calendars): Result<ClockState, TimeRefusal> {
  return planned(
    {
      startedAt: at,
      dueAt: at,
      pauses: [],
      limit: clock.limit,
      term: limit,
      extended: 0,
      warned: [],
    },
    calendars,
  );
}

/** Rests from now on. A law clock never does, nor one that rests or has stopped. */
export function pauseClock(clock: Clock, state: ClockState, at: string): ClockState {
  if (clock.kind === 'law' || state.stoppedAt !== undefined || isResting(state)) return state;
  return { ...state, pauses: [...state.pauses, { from: at }] };
}

/** Runs on; its end moves by what did not count. */
export function resumeClock(state: ClockState, at: string, calendars: Calendars): Result<ClockState, TimeRefusal> {
  if (state.stoppedAt !== undefined || !isResting(state)) return ok(state);
  return planned({ ...state, pauses: closed(state, at) }, calendars);
}

/** Stopped for good; what it still had left can be read by `remainingOf`. */
export function stopClock(state: ClockState, at: string): ClockState {
  return state.stoppedAt === undefined ? { ...state, stoppedAt: at } : state;
}

/**
 * A longer limit, counted from the start like the first one. Unchanged where the clock has no extension (left), stopped, or used all.
 * Warnings come anew for the new limit, but only those whose time is still to come at `at`.
 */
export function extendClock(
  clock: Clock,
  state: ClockState,
  limit: Term,
  at: string,
  calendars: Calendars,
): Result<ClockState, TimeRefusal> {
  const { extension } = clock;
  if (!extension || state.extended >= extension.times || state.stoppedAt !== undefined) return ok(state);
  const { overdue: _, ...running } = state;
  const extended = planned(
    {
      ...running,
      term: limit,
      limit: extension.limit,
      extended: state.extended + 1,
      warned: [],
    },
    calendars,
  );
  if (!extended.ok) return extended;
  const wakes = wakesOf(clock, extended.value, calendars);
  if (!wakes.ok) return wakes;
  const warned = wakes.value.flatMap((wake) => (wake.kind === 'warn' && wake.at <= at ? [wake.percent] : []));
  return ok({
    ...extended.value,
    warned,
    ...(extended.value.dueAt <= at && state.overdue && { overdue: true as const }),
  });
}

/** The same clock by today's calendars: for a changed calendar. */
export const replanClock = (state: ClockState, calendars: Calendars): Result<ClockState, TimeRefusal> =>
  state.stoppedAt === undefined ? planned(state, calendars) : ok(state);

export type ClockWake =
  | { readonly kind: 'warn'; readonly percent: number; readonly at: string }
  | { readonly kind: 'due'; readonly at: string };

/** What the clock has yet to say, in order: none while it rests or after it stopped, none twice. A warning at a share of what runs, pauses left out. */
export function wakesOf(clock: Clock, state: ClockState, calendars: Calendars): Result<readonly ClockWake[], TimeRefusal> {
  if (state.stoppedAt !== undefined || isResting(state) || state.overdue) return ok([]);
  const wakes: ClockWake[] = [];
  for (const percent of [...(clock.warnAt ?? [])].sort((one, other) => one - other)) {
    if (state.warned.includes(percent)) continue;
    const at = shareOf(state, percent, calendars);
    if (!at.ok) return at;
    wakes.push({ kind: 'warn', percent, at: at.value });
  }
  return ok([...wakes, { kind: 'due', at: state.dueAt }]);
}

/** When `percent` of the limit have run, UTC ISO: of working time for working limits, of all time for others. */
export function shareOf(state: ClockState, percent: number, calendars: Calendars): Result<string, TimeRefusal> {
  const counting = countingOf(state.term, calendars);
  if (!counting.ok) return counting;
  const [start, due] = [instant(state.startedAt), instant(state.dueAt)];
  const total = runBetween({ from: start, to: due, pauses: state.pauses }, counting.value);
  let at = runOn({ from: start, amount: (total * percent) / 100 }, counting.value);
  for (const pause of state.pauses) {
    if (!at.ok) return at;
    if (pause.to === undefined || instant(pause.from) >= at.value) continue;
    at = runOn(
      {
        from: at.value,
        amount: counting.value.between(instant(pause.from), instant(pause.to)),
      },
      counting.value,
    );
  }
  return at.ok ? ok(isoOf(Math.min(at.value, Math.max(due, start)))) : at;
}

/** Milliseconds the clock has run until `at`, pauses left out: working time for working limits, all time for others. */
export function elapsedOf(state: ClockState, at: string, calendars: Calendars): Result<number, TimeRefusal> {
  const counting = countingOf(state.term, calendars);
  if (!counting.ok) return counting;
  const end = state.stoppedAt !== undefined && state.stoppedAt < at ? state.stoppedAt : at;
  return ok(
    runBetween(
      {
        from: instant(state.startedAt),
        to: instant(end),
        pauses: state.pauses,
      },
      counting.value,
    ),
  );
}

/** When the clock runs out if it runs from `at` on, UTC ISO: for a step that has what is left of it. A resting or stopped clock keeps what it had. */
export function remainingOf(state: ClockState, at: string, calendars: Calendars): Result<string, TimeRefusal> {
  if (!isResting(state) && state.stoppedAt === undefined) return ok(state.dueAt);
  const stopped = isResting(state) || state.stoppedAt === undefined ? state.pauses : [...state.pauses, { from: state.stoppedAt }];
  const planAgain = planned({ ...state, pauses: closed({ pauses: stopped }, at) }, calendars);
  return planAgain.ok ? ok(planAgain.value.dueAt) : planAgain;
}

export const isResting = (state: Pick<ClockState, 'pauses'>): boolean => {
  const last = state.pauses.at(-1);
  return last !== undefined && last.to === undefined;
};

const closed = (state: Pick<ClockState, 'pauses'>, at: string): readonly Pause[] =>
  state.pauses.map((pause) => (pause.to === undefined ? { from: pause.from, to: at } : pause));

function planned(state: ClockState, calendars: Calendars): Result<ClockState, TimeRefusal> {
  const start = instantOf(state.startedAt);
  if (start === undefined) return refuse({ code: 'not-a-date', facts: { value: state.startedAt } });
  const calendar = calendarOf(state.term.calendar, calendars);
  if (!calendar.ok) return calendar;
  const working = workingTimeOf(calendar.value);
  if (!working.ok) return working;
  const due = dueInstant(state.term, start, working.value, state.pauses);
  return due.ok ? ok({ ...state, dueAt: isoOf(due.value) }) : due;
}

/** How a term's time passes. */
interface Counting {
  between(from: number, to: number): number;
  after(from: number, amount: number): Result<number, TimeRefusal>;
}

function countingOf(term: Term, calendars: Calendars): Result<Counting, TimeRefusal> {
  const calendar = calendarOf(term.calendar, calendars);
  if (!calendar.ok) return calendar;
  const working = workingTimeOf(calendar.value);
  return !working.ok || runsInWorkingTime(term) ? working : ok(allTime);
}
const allTime: Counting = {
  between: (from, to) => Math.max(0, to - from),
  after: (from, amount) => ok(from + amount),
};

const runOn = (run: { from: number; amount: number }, counting: Counting): Result<number, TimeRefusal> =>
  counting.after(run.from, run.amount);

function runBetween(run: { from: number; to: number; pauses: readonly Pause[] }, counting: Counting): number {
  let total = counting.between(run.from, run.to);
  for (const pause of run.pauses) {
    const from = Math.max(run.from, instant(pause.from));
    const to = Math.min(run.to, pause.to === undefined ? run.to : instant(pause.to));
    if (to > from) total -= counting.between(from, to);
  }
  return total;
}

/** Times in a state were checked when they came in. */
const instant = (text: string): number => Date.parse(text);
