import { createContext, useContext } from 'react';
import { parseAddress } from '../model/rows.ts';
import type { ProcedureTree } from '../model/tree.ts';
import type { CheckedRule } from './checked-draft.ts';
import { addressIn } from './speaking.ts';

/** What an element is to the clauses: ids of those that break at it, and of those that it proves, each once. */
export interface ElementVerdicts {
  readonly breaks: readonly string[];
  readonly proves: readonly string[];
}
/** By step and by way; a step has those of its ways as well. */
export type ClauseVerdicts = ReadonlyMap<string, ElementVerdicts>;

export function clauseVerdicts(tree: ProcedureTree, rules: readonly CheckedRule[]): ClauseVerdicts {
  const found = new Map<string, { readonly breaks: Set<string>; readonly proves: Set<string> }>();
  const note = (element: string, kind: keyof ElementVerdicts, clause: string) => {
    const address = addressIn(tree, element);
    if (address === '') return;
    for (const id of new Set([address, parseAddress(address).step])) {
      const verdicts = found.get(id) ?? { breaks: new Set(), proves: new Set() };
      found.set(id, verdicts);
      verdicts[kind].add(clause);
    }
  };
  for (const { clause, verdict, failures, proof } of rules) {
    if (clause === undefined) continue;
    if (verdict === 'fails' || verdict === 'possible') for (const { element } of failures) note(element, 'breaks', clause);
    if (verdict === 'holds') for (const element of proof) note(element, 'proves', clause);
  }
  return new Map(
    [...found].map(([id, { breaks, proves }]) => [
      id,
      { breaks: [...breaks], proves: [...proves].filter((clause) => !breaks.has(clause)) },
    ]),
  );
}

export const ClauseVerdictsHere = createContext<ClauseVerdicts>(new Map());
const nothing: ElementVerdicts = { breaks: [], proves: [] };
/** Of one element of the draft that is checked; where nothing is checked, nothing. */
export const useElementVerdicts = (element: string): ElementVerdicts => useContext(ClauseVerdictsHere).get(element) ?? nothing;
