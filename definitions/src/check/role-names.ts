import type { Definition } from '@redress/engine';

/** What the roles that rules speak of are able to do: a procedure may give them other ids. */
const capacityOf: Readonly<Record<string, string>> = {
  topManagement: 'governance',
  processOwner: 'process-management',
  handler: 'complaints-handling',
  decisionMaker: 'decision-authority',
  seniorManager: 'decision-authority',
  coordinator: 'dispute-coordination',
  authorisedNegotiator: 'settlement-authority',
  implementationOwner: 'remedy-delivery',
};

/**
 * Names by which rules may mean a role: its id; and where nobody has the id of the rule, `subject` for whoever a field of the case names, and else the
 * role that has the competence for it.
 */
export function namesOf(id: string, { roles }: Definition): readonly string[] {
  const competence = isOffice(id, { roles }) ? (roles[id]?.competence ?? []) : [];
  const named = Object.entries(capacityOf).filter(([name, capacity]) => !Object.hasOwn(roles, name) && competence.includes(capacity));
  const isSubject = roles[id]?.heldBy !== undefined && !Object.hasOwn(roles, 'subject');
  return [id, ...(isSubject ? ['subject'] : []), ...named.map(([name]) => name)];
}

/** Somebody of the organisation holds it, and not for a single case: such as a person whom the case names. */
export const isOffice = (id: string, { roles }: Pick<Definition, 'roles'>): boolean =>
  roles[id]?.party === 'organisation' && roles[id]?.heldBy === undefined;
