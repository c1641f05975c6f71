import { type Contract, contractOf } from '@redress/definitions';
import { parseDefinition } from '@redress/engine';
import type { Nested } from '../server/nested.ts';

/** What was published never changes: each version is looked at once. */
export function contractsOnce(): (nested: Nested | undefined) => Contract | undefined {
  const known = new Map<string, Contract | undefined>();
  return (nested) => {
    if (!nested) return undefined;
    const key = `${nested.id} ${nested.version}`;
    if (!known.has(key)) {
      const parsed = parseDefinition(nested.document);
      known.set(key, parsed.ok ? contractOf({ definition: parsed.value }) : undefined);
    }
    return known.get(key);
  };
}
