import { type ContractOf, contractsAmong, furtherProcesses, shippedProcesses } from '@redress/definitions';
import { type Definition, parseDefinition, subProceduresOf } from '@redress/engine';
import { fieldsOf } from '../model/loose-json.ts';
import type { Nested } from '../server/nested.ts';

/**
 * What is known of the procedures that a draft starts, and of those that they start: what is in force, else what comes with the product, as the server and
 * the command line look for them. What was published never changes: as long as the draft starts the same, each is looked at once.
 */
export function contractsOnce(): (draft: Definition, nested: readonly Nested[]) => ContractOf {
  let known: { readonly key: string; readonly contracts: ContractOf } | undefined;
  return (draft, nested) => {
    const started = subProceduresOf(draft);
    const key = JSON.stringify([draft.id, started, nested.map(({ id, version }) => [id, version])]);
    // One that starts itself is known as it is drawn now.
    if (known?.key !== key || started.includes(draft.id))
      known = { key, contracts: contractsAmong((id) => (id === draft.id ? draft : (inForce(id, nested) ?? coming(id)))) };
    return known.contracts;
  };
}

const inForce = (id: string, nested: readonly Nested[]): Definition | undefined => parsed(nested.find((one) => one.id === id)?.document);
const coming = (id: string): Definition | undefined =>
  parsed([...shippedProcesses, ...furtherProcesses].find((one) => fieldsOf(one).id === id));

function parsed(document: unknown): Definition | undefined {
  const definition = parseDefinition(document);
  return definition.ok ? definition.value : undefined;
}
