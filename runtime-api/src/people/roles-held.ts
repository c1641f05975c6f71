import type { Definition } from '@redress/engine';
import type { PartyWord, PersonDocument, RightName } from '../store/models/people-person.ts';

type Held = Pick<PersonDocument, 'party' | 'rights' | 'assignments' | 'handlesComplaints'>;

/** Rights that count now: "I handle complaints here too" adds the two of case work. */
export const rightsOf = (person: Pick<Held, 'rights' | 'handlesComplaints'>): readonly RightName[] =>
  person.handlesComplaints ? [...new Set<RightName>([...person.rights, 'handler', 'team-lead'])] : person.rights;

/** Roles that a person may be given: a role with `heldBy` is held by whom the case names, by nobody else. */
export const assignableRoles = (definition: Pick<Definition, 'roles'>, party?: PartyWord): readonly string[] =>
  Object.entries(definition.roles)
    .filter(([, role]) => role.heldBy === undefined && (party === undefined || role.party === party))
    .map(([id]) => id);

/** Role ids of one procedure that a person holds. */
export function rolesHeld(person: Held, definition: Pick<Definition, 'id' | 'roles'>): readonly string[] {
  const given = person.assignments.find((assignment) => assignment.definition === definition.id)?.roles ?? [];
  const assignable = new Set(assignableRoles(definition));
  const own = given.filter((role) => assignable.has(role));
  return person.handlesComplaints ? [...new Set([...own, ...assignableRoles(definition, 'organisation')])] : own;
}

/** Roles in which somebody without sign-in appears: those of their party. */
export const rolesOfParty = (definition: Pick<Definition, 'roles'>, party: PartyWord): readonly string[] =>
  party === 'organisation' ? [] : assignableRoles(definition, party);
