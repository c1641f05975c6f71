import type { Condition, Definition } from "../definition/definition.ts";
import type { FeelOutcome, Scope } from "./scope.ts";

/** True or false, or why it cannot be said (FEEL null, a warning, a bound). A definition with error findings throws. */
export function compileCondition(
	_condition: Condition,
	_definition: Definition,
): (scope: Scope) => FeelOutcome<boolean> {
	throw new Error("not yet");
}
