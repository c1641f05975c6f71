import type { Definition } from "../definition/definition.ts";
import type { Json } from "../json.ts";
import type { FeelOutcome, Scope } from "./scope.ts";

/** A constant, or a string that starts with `=`: FEEL, also inside lists and objects. A definition with error findings throws. */
export function compileValue(
	_value: Json,
	_definition: Definition,
): (scope: Scope) => FeelOutcome {
	throw new Error("not yet");
}
