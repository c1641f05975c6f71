import { rootId } from '../compile/machine-config.ts';
import type { Definition, Invoke, State } from '../definition/definition.ts';
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
  const { states, ...root } = machine;
  return plain({ id: rootId, ...root, meta: { [vocabularyKey]: vocabulary }, states: statesOf(states) });
}

const statesOf = (states: Readonly<Record<string, State>>): object =>
  Object.fromEntries(Object.entries(states).map(([id, state]) => [id, stateOf(state)]));

function stateOf(state: State): object {
  const { states, invoke, ...rest } = state;
  return { ...rest, ...(invoke && { invoke: invokeOf(state.id, invoke) }), ...(states && { states: statesOf(states) }) };
}

/** XState would call it `0.<step>`; here it is named by its step. */
const invokeOf = (id: string, invoke: Invoke): object => ({ id, ...invoke });

/** A copy of its own that is JSON and nothing else: XState writes on what it is given. */
const plain = (config: object): JsonObject => JSON.parse(JSON.stringify(config));
