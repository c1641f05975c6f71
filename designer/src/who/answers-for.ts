import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { ProcedureTree, TreeElement } from '../model/tree.ts';

/** Who answers for a step, and why (format, decision 8): it is said here, it is whoever works on it, or the owner of the stage around it. */
export interface Answering {
  readonly role?: string;
  readonly because: 'here' | 'task' | 'stage' | 'nobody';
  /** Where the owner of the stage is said. */
  readonly stage?: TreeElement;
  /** Its task is the complainant's or a customer's: they never answer for our steps. */
  readonly isTheirs: boolean;
}

export function answersFor(definition: object, tree: ProcedureTree, element: TreeElement): Answering {
  const places = placesOf(definition);
  const ownerOf = (id: string) => wordOf(fieldsOf(places.get(id)?.state.meta).owner);
  const party = fieldsOf(fieldsOf(fieldsOf(definition).roles)[element.role ?? '']).party;
  const isTheirs = element.role !== undefined && (party === 'complainant' || party === 'customer');
  const own = ownerOf(element.id);
  if (own !== undefined) return { role: own, because: 'here', isTheirs };
  if (element.role !== undefined && !isTheirs) return { role: element.role, because: 'task', isTheirs };
  for (let stage = tree.byId.get(element.parent); stage; stage = tree.byId.get(stage.parent)) {
    const role = ownerOf(stage.id);
    if (role !== undefined) return { role, because: 'stage', stage, isTheirs };
  }
  return { because: 'nobody', isTheirs };
}

/** Whom excluding a role keeps away: whoever did something in it, or whoever a field of the case names. */
export function heldByField(definition: object, role: string): string | undefined {
  return wordOf(fieldsOf(fieldsOf(fieldsOf(definition).roles)[role]).heldBy);
}
