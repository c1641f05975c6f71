import type { Decision, Definition } from "../definition/definition.ts";
import type { JsonObject } from "../json.ts";
import type { FeelOutcome, Scope } from "./scope.ts";

/** Values of the output fields, by field id. Two hits of a `unique` table are `table-hits`. A definition with error findings throws. */
export function compileTable(
	_decision: Decision,
	_definition: Definition,
): (scope: Scope) => FeelOutcome<JsonObject> {
	throw new Error("not yet");
}
