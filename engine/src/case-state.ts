import type { Json, JsonObject } from './json.ts';
import type { Term } from './time/term.ts';

/** A case, as plain JSON. Everything needed to go on after a restart, and nothing else. */
export interface CaseState {
  readonly caseId: string;
  /** 1 after `begin`, one more after each step. */
  readonly revision: number;
  readonly status: CaseStatus;
  /** Word of the `outcome:` tag of the end that was reached. */
  readonly outcome?: string;
  /** The complaint was received: clocks begun by `begin` count from here. UTC ISO. */
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly channel: string;
  /** Register number, once `case.numbered` has arrived. */
  readonly number?: string;
  readonly snapshot: Snapshot;
  /** Open tasks only. */
  readonly tasks: readonly Task[];
  readonly timers: readonly Timer[];
  readonly clocks: { readonly [id: string]: ClockState };
  /** Who did what: by step, in order. The start is filed under `start`, events without a task under the event's id. */
  readonly performedBy: { readonly [step: string]: readonly Performance[] };
  /** Evidence filed so far: record word and revision. */
  readonly records: readonly {
    readonly record: string;
    readonly revision: number;
  }[];
  /** Who held which role in the parent and the children: kept from tasks that exclude it. Under `*`: who may not act here at all. */
  readonly keptAway: { readonly [role: string]: readonly string[] };
  /** The case that started this one. */
  readonly parent?: {
    readonly caseId: string;
    readonly step: string;
    readonly instance: string;
  };
}

export type CaseStatus = 'active' | 'ended' | 'cancelled' | 'imported';

/** XState's persisted snapshot; `context` holds the fields and `_visits`. */
export interface Snapshot {
  readonly status: string;
  readonly value: Json;
  readonly context: JsonObject;
  readonly historyValue?: Json;
  readonly children?: JsonObject;
}

export interface Performance {
  readonly role: string;
  readonly person?: string;
  readonly onBehalfOf?: string;
}

export interface Task {
  /** `<step>:<revision in which it opened>`: the instance, so that a stale form meets a refusal. */
  readonly id: string;
  readonly step: string;
  /** `work` is a step of the procedure; `print` asks somebody to print and post a letter. */
  readonly kind: 'work' | 'print';
  readonly role: string;
  readonly form?: string;
  readonly openedAt: string;
  /** What people see as due, if anything is. */
  readonly dueAt?: string;
  readonly assignee?: string;
  readonly excludes: readonly string[];
  readonly hides: readonly string[];
  /** Kept for the distribution of work; until then every task goes to the queue of its role. */
  readonly assign?: JsonObject;
  readonly competence: readonly string[];
  readonly priority?: Json;
  /** `print`: the letter effect whose sending this is. */
  readonly letter?: JsonObject;
}

/** A wake-up. One pending row per id; arming again replaces. */
export interface Timer {
  /** `<step>.<delay>` for a row of a step, `clock.<id>.warn.<percent>` and `clock.<id>.due` for clocks. */
  readonly id: string;
  /** Event type under which it is delivered: `timer.fire`, `clock.<id>.warn` or `clock.<id>.due`. */
  readonly event: string;
  readonly step?: string;
  readonly delay?: string;
  readonly dueAt: string;
  readonly armedAt: string;
  readonly armedRevision: number;
  /** Breaks ties of `dueAt`: order of arming. */
  readonly seq: number;
  /** What was counted when it was armed, with computed amounts filled in: a changed calendar counts it again from `armedAt`. */
  readonly term?: Term;
  /** Moved by hand: a change of the calendar leaves it alone. */
  readonly moved?: true;
}

export interface ClockState {
  readonly startedAt: string;
  readonly dueAt: string;
  /** Pauses so far; the last one without `to` is running. Law clocks have none. */
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
  /** Delay that limits it now: the clock's own, or that of its extension. */
  readonly limit: string;
  /** That delay with computed amounts filled in: pauses, extensions and changed calendars count it again from `startedAt`. */
  readonly term: Term;
  readonly extended: number;
  readonly stoppedAt?: string;
  /** Percentages already warned of; `due` once it has run out. */
  readonly warned: readonly number[];
  readonly overdue?: true;
}
