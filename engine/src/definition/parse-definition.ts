import { ok, type Result, refuse } from '../result.ts';
import type { Definition, State } from './definition.ts';
import type { Finding } from './finding.ts';
import { copyPlainJson } from './plain-json.ts';
import { schemaFindings } from './schema-findings.ts';
import validate from './validate.generated.js';

/** Steps, stages, ends and histories together. */
export const statesMax = 2_000;

/**
 * Reads a definition from untrusted JSON: size and nesting, then unsafe keys, then the schema, then the number of states. The value is
 * a deep-frozen copy that shares nothing with what was given. Codes: `limit`, `unsafe-key`, `schema`; what the schema cannot
 * see is found by findings-of.ts.
 */
export function parseDefinition(json: unknown): Result<Definition, readonly Finding[]> {
  const plain = copyPlainJson(json);
  if (!plain.ok) return plain;
  const given: unknown = plain.value;
  if (!validate(given)) return refuse(schemaFindings(validate.errors ?? [], plain.value));
  const states = countStates(given.machine.states);
  if (states > statesMax)
    return refuse([
      { code: 'limit', severity: 'error', at: '/machine/states', facts: { limit: 'states', actual: states, most: statesMax } },
    ]);
  return ok(given);
}

const countStates = (states: Readonly<Record<string, State>>): number =>
  Object.values(states).reduce((count, state) => count + 1 + (state.states ? countStates(state.states) : 0), 0);
