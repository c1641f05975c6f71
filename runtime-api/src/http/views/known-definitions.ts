import type { Definition } from '@redress/engine';
import type { DefinitionReference } from '../../ports.ts';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { Office } from '../office.ts';

export interface KnownDefinition {
  readonly definition: Definition;
  readonly version: Pick<DefinitionVersionDocument, 'definition' | 'version' | 'hash' | 'status' | 'publishedAt' | 'shippedWith'>;
}

/** The version in force for new cases, as the engine reads it. */
export async function currentDefinition({ ports }: Office, organisation: string, id: string): Promise<Definition | undefined> {
  const reference = await ports.definitions.current(organisation, id);
  return reference && (await definitionOf({ ports }, organisation, reference));
}

/** A published version as the engine reads it: kept in memory by the road of a case. */
export async function definitionOf(
  { ports }: Pick<Office, 'ports'>,
  organisation: string,
  reference: DefinitionReference,
): Promise<Definition | undefined> {
  const runnable = await ports.definitions.of(organisation, reference);
  return runnable.ok ? runnable.value.definition : undefined;
}

/** The newest published version of every procedure of the organisation, by id; those that this product cannot run are left out. */
export async function currentDefinitions(office: Office, organisation: string): Promise<readonly KnownDefinition[]> {
  const rows = await office.ports.store.definitionVersions
    .find({ organisation, status: 'published' }, { definition: 1, version: 1, hash: 1, status: 1, publishedAt: 1, shippedWith: 1 })
    .sort({ definition: 1, version: 1 })
    .lean<KnownDefinition['version'][]>();
  const newest = [...new Map(rows.map((row) => [row.definition, row])).values()];
  const known = await Promise.all(
    newest.map(async (version) => {
      const definition = await definitionOf(office, organisation, { id: version.definition, version: version.version, hash: version.hash });
      return definition ? [{ definition, version }] : [];
    }),
  );
  return known.flat();
}
