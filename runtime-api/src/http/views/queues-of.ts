import { assignableRoles } from '../../people/roles-held.ts';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';

/**
 * Queues (`<definition>/<role>`) that wait for the caller: of versions no longer in force too, for running cases stay on theirs. Whoever "handles
 * complaints here too" has those of every version.
 */
export async function queuesOf(office: Office, { organisation, person }: Caller): Promise<readonly string[]> {
  if (!person) return [];
  if (!person.handlesComplaints) return person.holds;
  const versions = await office.ports.store.definitionVersions
    .find({ organisation }, { definition: 1, version: 1, hash: 1 })
    .sort({ definition: 1, version: -1 })
    .limit(100)
    .lean<Pick<DefinitionVersionDocument, 'definition' | 'version' | 'hash'>[]>();
  const roles = await Promise.all(
    versions.map(async ({ definition: id, version, hash }) => {
      const { definition } = await office.ports.definitions.described(organisation, { id, version, hash });
      return definition ? assignableRoles(definition, 'organisation').map((role) => `${id}/${role}`) : [];
    }),
  );
  return [...new Set([...person.holds, ...roles.flat()])];
}
