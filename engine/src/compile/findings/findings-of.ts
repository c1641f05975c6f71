import type { Definition } from "../../definition/definition.ts";
import type { Finding, SchemaTool } from "../../definition/finding.ts";

/** Everything that a definition can still have wrong after the schema. */
export function findingsOf(
	_definition: Definition,
	_tools: { readonly schemas: SchemaTool },
): readonly Finding[] {
	return [];
}
