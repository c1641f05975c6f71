import type { Json, JsonObject } from '../json.ts';
import type { Result } from '../result.ts';

/** What an expression may see, and nothing else. What is missing is null. */
export interface Scope {
  /** Values of the case; values just submitted lie over the saved ones. */
  readonly fields: JsonObject;
  /** Members: see `scopeMembers`. */
  readonly case: JsonObject;
  readonly event: JsonObject;
  /** What a sub-procedure or a service handed over, `outcome` beside the returned fields; null elsewhere. */
  readonly result: JsonObject | null;
  /** By clock id. */
  readonly clock: JsonObject;
  readonly step: JsonObject;
  /** The event's time, UTC ISO: what `now()` is. */
  readonly at: string;
  /** Local date `YYYY-MM-DD` of the event in the zone of the calendar: what `today()` is. Without it the UTC date. */
  readonly today?: string;
  /** Whether a step or stage is active; only conditions with `in` ask it. */
  readonly isIn?: (id: string) => boolean;
  /** Shared by all expressions of one event, so that many small loops are bounded too. Without it each call has its own. */
  readonly budget?: Budget;
}

/** Counts down; see `budgetOf`. */
export interface Budget {
  left: number;
}

/** Steps that one event may spend in loops, filters, comparisons of lists and patterns: a tenth of a second at the worst. */
export const budgetMax = 10_000;
export const budgetOf = (): Budget => ({ left: budgetMax });

export interface FeelFailure {
  readonly reason: 'feel-null' | 'feel-warning' | 'feel-bound' | 'table-hits';
  readonly facts: JsonObject;
}

export type FeelOutcome<Value extends Json = Json> = Result<Value, FeelFailure>;

/** Names beside the field ids; a field cannot be called like one of them. */
export const scopeObjects = ['case', 'event', 'result', 'clock', 'step'] as const;
/** Functions without arguments, pinned to the event. */
export const scopeFunctions = ['now', 'today'] as const;

/** Members of the objects whose members are known beforehand; those a scope leaves out are null. */
export const scopeMembers = {
  case: { id: null, number: null, startedAt: null, channel: null },
  event: { type: null, at: null, role: null, person: null },
  step: { id: null, visits: null, enteredAt: null },
} as const satisfies { readonly [object: string]: JsonObject };
/** Members of `clock.<id>`; a clock that never ran has them all null. */
export const clockMembers = { startedAt: null, due: null, stoppedAt: null, overdue: null } as const satisfies JsonObject;
