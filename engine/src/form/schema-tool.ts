import { RE2JS } from 're2js';
import type { Problem, SchemaTool } from '../definition/finding.ts';
import { pointerTo } from '../definition/pointer.ts';
import type { Json, JsonObject } from '../json.ts';

/** As much of ajv as a schema tool needs; whoever brings it also chooses where it may compile. */
interface SchemaCompiler {
  readonly compile: (schema: JsonObject) => Validator;
}
interface Validator {
  (value: unknown): unknown;
  readonly errors?: readonly SchemaError[] | null;
}
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: object;
}

/**
 * What ajv asks of a regular expression, done by RE2: no pattern takes more than linear time. Ajv tells patterns apart by their text; without it
 * every field would be held against the first pattern that was ever read. `code` is the name under which ajv would print it into stand-alone code.
 */
const linearPattern = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => `re2:${pattern}` };
  },
  { code: 'linearPattern' },
);

/** How ajv is to be set wherever the schemas of definitions are compiled, so that server, tests and window find the same. */
export const schemaSettings = { allErrors: true, strict: false, validateFormats: true, code: { regExp: linearPattern } } as const;

/**
 * JSON Schema for the fields and forms of definitions, by an ajv with `schemaSettings`. Definitions are untrusted programs: patterns run in linear
 * time (RE2), and a schema that ajv does not know is refused when the definition is compiled.
 */
export const schemaToolOf =
  (compiler: SchemaCompiler): SchemaTool =>
  (schema) => {
    const validate = compiler.compile(schema);
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(problemOf));
  };

function problemOf({ instancePath, keyword, params }: SchemaError): Problem {
  const missing: unknown = 'missingProperty' in params ? params.missingProperty : undefined;
  const at = typeof missing === 'string' ? `${instancePath}${pointerTo([missing])}` : instancePath;
  const facts: { readonly [fact: string]: Json } = JSON.parse(JSON.stringify(params));
  return { at, keyword, facts };
}
