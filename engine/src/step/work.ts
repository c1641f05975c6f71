import type { CaseState, ClockState, Performance, Task, Timer } from '../case-state.ts';
import type { Compiled, Place } from '../compile/compiled.ts';
import type { Event } from '../event.ts';
import { type Budget, budgetOf } from '../feel/scope.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Calendars } from '../time/calendar.ts';
import type { Effect, TakenRow } from './step.ts';

/**
 * The desk on which one step is worked out: a copy of the case that may be written on, and what is to happen. Thrown away when the step is
 * refused, so that nothing is half done. Values inside are replaced, never changed: they may still belong to the state before.
 */
export interface Work {
  readonly compiled: Compiled;
  readonly event: Event;
  readonly calendars: Calendars;
  /** The case before the step; for a beginning, what is already known of it. */
  readonly before: CaseState;
  /** Revision of the state this step makes. */
  readonly revision: number;
  readonly budget: Budget;

  fields: JsonObject;
  visits: { readonly [state: string]: number };
  tasks: readonly Task[];
  timers: readonly Timer[];
  clocks: { readonly [id: string]: ClockState };
  performedBy: { readonly [step: string]: readonly Performance[] };
  records: CaseState['records'];
  keptAway: CaseState['keptAway'];
  number?: string;

  /** Submitted values: conditions of the event's own rows see them before they are saved. */
  submitted?: JsonObject;
  /** What a sub-procedure or service handed over. */
  result?: JsonObject;
  /** Instances of letters, services and sub-procedures that are under way, by step. */
  invocations: { readonly [step: string]: Invocation };

  /** What the machine has cost so far in this step. */
  effort: number;
  /** What of that came after a state had been entered for the second time. */
  circling: number;
  readonly entered: Set<string>;
  /** Steps and stages that were active when the microstep began: XState looks at all of them for each action. */
  width: number;
  /** What the machine has started in this step: each is put beside those before it. */
  started: number;
  /** What the machine asked for, in order; worked off when it rests. */
  readonly requests: Request[];
  readonly clocksTouched: Set<string>;
  /** Every timer armed in this step, also those that did not last. */
  readonly armed: Timer[];
  /** Steps and stages that were active before. */
  stepsBefore: readonly string[];
  /** Rows taken since the last microstep was complete. */
  readonly taken: TakenRow[];
  readonly microsteps: { event: string; transitions: TakenRow[] }[];
  /** Set before the machine is stopped by an exception: XState wraps what guards throw. */
  failure?: Refusal;
}

/** Kept in the snapshot beside XState's child: which instance is awaited. */
export interface Invocation {
  readonly src: string;
  readonly instance: string;
  readonly status: 'active' | 'failed' | 'done';
  /** Keys of the letters of this step, and of those that are out. */
  readonly letters?: readonly string[];
  readonly out?: readonly string[];
}

export type Request =
  | {
      readonly ask: 'letter';
      readonly place: Place;
      readonly letter: string;
      readonly to: readonly string[];
      readonly fields: JsonObject;
      readonly instance?: string;
    }
  | { readonly ask: 'effect'; readonly effect: PlainEffect }
  /** `again`: it has just fired, and repeats. */
  | { readonly ask: 'arm'; readonly timer: string; readonly fields: JsonObject; readonly again?: true }
  | { readonly ask: 'disarm'; readonly timer: string }
  | { readonly ask: 'open'; readonly step: string; readonly fields: JsonObject };

/** An effect before it has its key. */
export type PlainEffect = WithoutKey<Effect>;
type WithoutKey<Union> = Union extends unknown ? Omit<Union, 'key'> : never;

/** Thrown to leave the machine at once; the reason lies in `work.failure`. */
export class StepStopped extends Error {}

/** Notes the refusal and leaves the machine. */
export function stop(work: Work, refusal: Refusal): never {
  work.failure ??= refusal;
  throw new StepStopped(refusal.code);
}

/** The desk laid out for one event. */
export function openWork(compiled: Compiled, before: CaseState, event: Event, calendars: Calendars): Work {
  const { _visits, ...fields } = before.snapshot.context;
  return {
    compiled,
    event,
    calendars,
    before,
    revision: before.revision + 1,
    budget: budgetOf(),
    fields,
    visits: visitsOf(_visits),
    tasks: before.tasks,
    timers: before.timers,
    clocks: before.clocks,
    performedBy: before.performedBy,
    records: before.records,
    keptAway: before.keptAway,
    ...(before.number !== undefined && { number: before.number }),
    invocations: invocationsOf(before),
    effort: 0,
    circling: 0,
    entered: new Set(),
    width: 0,
    started: 0,
    requests: [],
    clocksTouched: new Set(),
    armed: [],
    stepsBefore: [],
    taken: [],
    microsteps: [],
  };
}

function visitsOf(visits: Json | undefined): { readonly [state: string]: number } {
  if (typeof visits !== 'object' || visits === null || Array.isArray(visits)) return {};
  return Object.fromEntries(Object.entries(visits).flatMap(([state, count]) => (typeof count === 'number' ? [[state, count]] : [])));
}

/** Read back from the snapshot's children, where `writeInvocations` put them. */
function invocationsOf(state: CaseState): { readonly [step: string]: Invocation } {
  const found: { [step: string]: Invocation } = {};
  for (const [step, child] of Object.entries(state.snapshot.children ?? {})) {
    const invocation = invocationOf(child);
    if (invocation) found[step] = invocation;
  }
  return found;
}

function invocationOf(child: Json): Invocation | undefined {
  if (!isObject(child) || typeof child.src !== 'string' || !isObject(child.snapshot)) return undefined;
  const { instance, ended, letters, out } = child.snapshot;
  if (typeof instance !== 'string') return undefined;
  return {
    src: child.src,
    instance,
    status: ended === 'done' || ended === 'failed' ? ended : 'active',
    ...(Array.isArray(letters) && { letters: letters.filter((key) => typeof key === 'string') }),
    ...(Array.isArray(out) && { out: out.filter((key) => typeof key === 'string') }),
  };
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
