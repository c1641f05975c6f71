import type { Definition } from '@redress/engine';
import { workingRoles } from '../definitions/working-roles.ts';
import type { Desk } from './desk.ts';
import { rolesHeld } from './roles-held.ts';

/** Roles of ours with something to do in this procedure that nobody holds: their work would wait for ever. */
export async function unheldRoles(desk: Pick<Desk, 'models'>, organisation: string, definition: Definition): Promise<readonly string[]> {
  const staff = await desk.models.persons
    .find({ organisation, signIn: 'active' }, { party: 1, rights: 1, assignments: 1, handlesComplaints: 1 })
    .limit(1000)
    .lean();
  const held = new Set(staff.flatMap((person) => rolesHeld(person, definition)));
  const working = workingRoles(definition);
  return Object.entries(definition.roles).flatMap(([role, { party, heldBy }]) =>
    party === 'organisation' && heldBy === undefined && working.has(role) && !held.has(role) ? [role] : [],
  );
}
