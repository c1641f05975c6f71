import { useQuery } from '@tanstack/react-query';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { PersonName } from '../server/shapes/people.ts';

export type OutsideParty = Exclude<PersonName['party'], 'organisation'>;
const outside: readonly OutsideParty[] = ['complainant', 'provider', 'customer'];

/** The party outside the organisation that one of these roles belongs to: for whom staff would record. A complainant where nobody can say. */
export function useParty(definition: string, roles: readonly string[]): OutsideParty {
  const query = useQuery(proceduresQuery);
  const parties = query.data
    ?.find((row) => row.id === definition)
    ?.roles.filter((role) => roles.includes(role.id))
    .map((role) => role.party);
  return outside.find((party) => parties?.includes(party)) ?? 'complainant';
}
