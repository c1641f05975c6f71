import type { JsonObject } from "../json.ts";
import type { FeelOutcome, Scope } from "./scope.ts";

/** What is wrong with an expression. `from` and `to` are offsets in the text. */
export interface FeelProblem {
	readonly problem:
		| "syntax"
		| "unknown-name"
		| "unknown-function"
		| "not-allowed"
		| "too-long"
		| "too-deep"
		| "bound"
		| "pattern";
	readonly from: number;
	readonly to: number;
	readonly facts: JsonObject;
}

export type CompiledFeel =
	| { readonly ok: true; readonly run: (scope: Scope) => FeelOutcome }
	| { readonly ok: false; readonly problems: readonly FeelProblem[] };

/** One expression, compiled once. `names` are the field ids; the other names are in `scopeNames`. */
export function compileFeel(
	_text: string,
	_names: readonly string[],
): CompiledFeel {
	throw new Error("not yet");
}
