import { shippedProcesses } from '@redress/definitions';
import { type Definition, parseDefinition } from '@redress/engine';

let read: readonly Definition[] | undefined;

/** The processes that come with the product, read once; one that its own parser refuses is a defect of the build. */
export function shippedDefinitions(): readonly Definition[] {
  read ??= shippedProcesses.map((json) => {
    const parsed = parseDefinition(json);
    if (!parsed.ok) throw new Error(`A shipped process is not a definition: ${JSON.stringify(parsed.refusal.slice(0, 3))}`);
    return parsed.value;
  });
  return read;
}
