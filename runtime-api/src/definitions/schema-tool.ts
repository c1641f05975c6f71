import type { JsonObject, Problem, SchemaTool } from '@redress/engine';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RE2JS } from 're2js';

/**
 * JSON Schema for the fields and forms of definitions. Definitions are untrusted programs: patterns run in linear time (RE2), and a schema that
 * ajv does not know is refused when the definition is compiled.
 */
export function schemaTool(): SchemaTool {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true, code: { regExp: linearPattern } });
  addFormats.default(ajv);
  return (schema: JsonObject) => {
    const validate = ajv.compile(schema);
    return (value: unknown) => (validate(value) ? [] : (validate.errors ?? []).map(problemOf));
  };
}

/**
 * What ajv asks of a regular expression, done by RE2: no pattern takes more than linear time. Ajv tells patterns apart by their text; without it
 * every field would be held against the first pattern that was ever read.
 */
function linearPattern(pattern: string): { test: (text: string) => boolean; toString: () => string } {
  const compiled = RE2JS.compile(pattern);
  return { test: (text) => compiled.matcher(text).find(), toString: () => `re2:${pattern}` };
}
/** Name under which ajv would print the function into stand-alone code; asked of every `code.regExp`. */
linearPattern.code = 'linearPattern';

function problemOf(error: ErrorObject): Problem {
  const missing: unknown = error.params.missingProperty;
  const at =
    typeof missing === 'string' ? `${error.instancePath}/${missing.replaceAll('~', '~0').replaceAll('/', '~1')}` : error.instancePath;
  return { at, keyword: error.keyword, facts: JSON.parse(JSON.stringify(error.params)) };
}
