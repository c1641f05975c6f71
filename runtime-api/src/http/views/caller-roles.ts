import type { Actor, Definition } from '@redress/engine';
import { ok, type Result, refuse } from '@redress/engine';
import { personOf } from '../../people/persons.ts';
import { rolesHeld, rolesOfParty } from '../../people/roles-held.ts';
import type { Caller } from '../caller.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';

/** Roles of one procedure that the caller holds. A service holds none: it works by rights and on behalf of people. */
export const rolesOf = (caller: Caller, definition: Pick<Definition, 'id' | 'roles'>): readonly string[] =>
  caller.person ? rolesHeld(caller.person, definition) : [];

/** The clock on somebody's desk may be a little ahead. */
const leewayMs = 60_000;

const mayRecordForOthers = ({ rights }: Caller) => rights.includes('handler') || rights.includes('team-lead');

/**
 * Who acts, as the engine knows it. For somebody else: only with a case worker's right, and only for people outside the organisation who do not sign
 * in; then the roles are those of their party, and the journal names both.
 */
export async function actorOf(
  office: Office,
  caller: Caller,
  definition: Pick<Definition, 'id' | 'roles'>,
  onBehalfOf?: string,
): Promise<Result<Actor, HttpRefusal>> {
  const self = caller.person ? { person: caller.person._id } : { service: caller.token?.name ?? 'service' };
  if (onBehalfOf === undefined) return ok({ ...self, roles: rolesOf(caller, definition) });
  if (!mayRecordForOthers(caller)) return refuse({ code: 'on-behalf-not-allowed', person: onBehalfOf, because: 'right' });
  const person = await personOf(office.desk, { organisation: caller.organisation, person: onBehalfOf });
  if (!person) return refuse({ code: 'person-not-found', person: onBehalfOf });
  if (person.party === 'organisation') return refuse({ code: 'on-behalf-not-allowed', person: onBehalfOf, because: 'party' });
  if (person.signIn === 'active') return refuse({ code: 'on-behalf-not-allowed', person: onBehalfOf, because: 'signs-in' });
  return ok({ ...self, roles: rolesOfParty(definition, person.party), onBehalfOf });
}

/** Who sends an event, and for whom: what somebody said was not said in the future. */
export async function senderOf(
  office: Office,
  caller: Caller,
  definition: Pick<Definition, 'id' | 'roles'>,
  { onBehalfOf, recorded }: { readonly onBehalfOf?: string; readonly recorded?: { readonly saidAt?: string } },
): Promise<Result<Actor, HttpRefusal>> {
  const saidAt = recorded?.saidAt;
  if (saidAt !== undefined && Date.parse(saidAt) > office.desk.clock.now() + leewayMs) return refuse({ code: 'said-in-future', saidAt });
  return actorOf(office, caller, definition, onBehalfOf);
}
