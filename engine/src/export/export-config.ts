import { rootId } from '../compile/machine-config.ts';
import type { Definition, State } from '../definition/definition.ts';
import type { JsonObject } from '../json.ts';

/** Key in the `meta` of the root under which a config carries what XState has no place for. */
const vocabularyKey = 'redress';

/**
 * The procedure as a plain XState 5 machine config: `createMachine(config, { guards, actions, actors, delays })` takes it as it is, with ids equal to
 * ours, so that timers (`xstate.after.<delay>.<step>`) and invocations (`xstate.done.actor.<step>`) have the names they have here.
 * Guards are `{ type: 'if', params }`, actions and actors carry their parameters, delays are names; what the names mean (fields, forms, letters,
 * lengths of the delays …) lies in `meta.redress` of the root. What the server wrote at publication stays behind.
 */
export function exportConfig(definition: Definition): JsonObject {
  const { machine, published: _, ...vocabulary } = definition;
  return plain({ id: rootId, ...machine, states: statesOf(machine.states), meta: { [vocabularyKey]: vocabulary } });
}

const statesOf = (states: Readonly<Record<string, State>>): object =>
  Object.fromEntries(Object.entries(states).map(([id, state]) => [id, stateOf(state)]));

/** In the order in which the definition has it, so that what comes back is the same to the letter. */
function stateOf(state: State): object {
  const { states, invoke } = state;
  // XState would call it `0.<step>`; here it is named by its step.
  return { ...state, ...(invoke && { invoke: { id: state.id, ...invoke } }), ...(states && { states: statesOf(states) }) };
}

/** A copy of its own that is JSON and nothing else: XState writes on what it is given. */
const plain = (config: object): JsonObject => JSON.parse(JSON.stringify(config));
