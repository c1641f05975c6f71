import { furtherProcesses, shippedProcesses } from '@redress/definitions';
import { type Definition, parseDefinition } from '@redress/engine';

let shipped: readonly Definition[] | undefined;
let further: readonly Definition[] | undefined;

/** The processes that a set-up publishes, read once; one that its own parser refuses is a defect of the build. */
export function shippedDefinitions(): readonly Definition[] {
  shipped ??= shippedProcesses.map(parsed);
  return shipped;
}

/** All that come with the product, those as well that a set-up does not publish. */
export function comingDefinitions(): readonly Definition[] {
  further ??= furtherProcesses.map(parsed);
  return [...shippedDefinitions(), ...further];
}

function parsed(json: unknown): Definition {
  const result = parseDefinition(json);
  if (!result.ok) throw new Error(`A shipped process is not a definition: ${JSON.stringify(result.refusal.slice(0, 3))}`);
  return result.value;
}
