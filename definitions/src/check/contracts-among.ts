import { type Definition, subProceduresOf } from '@redress/engine';
import { type Contract, type ContractOf, contractOf } from './contracts.ts';

/**
 * Contracts of procedures that may start each other: each is looked for once, and only if somebody asks. Those that go round promise each other nothing,
 * whoever asks first: the same procedures have the same contracts wherever they are checked.
 */
export function contractsAmong(
  look: (definition: string) => Definition | undefined,
  contract: (definition: Definition, others: ContractOf) => Contract = (definition, others) => contractOf({ definition }, others),
): ContractOf {
  const definitionOf = once(look);
  const furtherIn = once((id) => reached(id, definitionOf));
  const of: ContractOf = once((id) => {
    const definition = definitionOf(id);
    return definition && contract(definition, (other) => (furtherIn(other).has(id) ? undefined : of(other)));
  });
  return of;
}

/** What a procedure starts, and what that starts. */
function reached(id: string, definitionOf: (id: string) => Definition | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const definition = definitionOf(next);
    for (const started of definition ? subProceduresOf(definition) : []) {
      if (found.has(started)) continue;
      found.add(started);
      waiting.push(started);
    }
  }
  return found;
}

function once<Value>(find: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (id) => {
    const value = known.get(id) ?? { value: find(id) };
    known.set(id, value);
    return value.value;
  };
}
