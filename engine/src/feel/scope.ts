import type { Json, JsonObject } from "../json.ts";
import type { Result } from "../result.ts";

/** What an expression may see, and nothing else. Missing names are null. */
export interface Scope {
	/** Values of the case; values just submitted lie over the saved ones. */
	readonly fields: JsonObject;
	/** See `scopeNames` for the members of the five objects. */
	readonly case: JsonObject;
	readonly event: JsonObject;
	/** What a sub-procedure or a service handed over; null elsewhere. */
	readonly result: JsonObject | null;
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

/** Steps that one event may spend in loops, filters and patterns. About 5 µs each. */
export const budgetMax = 20_000;
export const budgetOf = (): Budget => ({ left: budgetMax });

export interface FeelFailure {
	readonly reason: "feel-null" | "feel-warning" | "feel-bound" | "table-hits";
	readonly facts: JsonObject;
}

export type FeelOutcome<Value extends Json = Json> = Result<Value, FeelFailure>;

/** The names beside the field ids. `now` and `today` are functions without arguments. */
export const scopeNames = [
	"case",
	"event",
	"result",
	"clock",
	"step",
	"now",
	"today",
] as const;
