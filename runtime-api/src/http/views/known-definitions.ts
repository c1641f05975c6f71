import type { Definition } from '@redress/engine';
import { isTaken } from '../../definitions/in-force.ts';
import type { DefinitionReference } from '../../ports.ts';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { Office } from '../office.ts';

export interface KnownDefinition {
  /** Where its text is damaged or gone: its title and nothing else. */
  readonly definition: Definition;
  /** Cases of it may be started. */
  readonly runs: boolean;
  readonly version: Pick<
    DefinitionVersionDocument,
    'definition' | 'version' | 'hash' | 'status' | 'publishedAt' | 'shippedWith' | 'validFrom'
  >;
}
const shown = { definition: 1, version: 1, hash: 1, status: 1, publishedAt: 1, shippedWith: 1, validFrom: 1 } as const;

/** What stands for a procedure whose text is damaged or gone: its id and title, no role, no field, no step. */
export const namedOnly = (id: string, title: Definition['title']): Definition => ({
  format: 1,
  id,
  kind: 'complaint',
  title,
  languages: [],
  roles: {},
  data: {},
  forms: {},
  events: {},
  delays: {},
  clocks: {},
  letters: {},
  machine: { initial: '', states: {} },
});

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

/** A version as far as it can be had, whether it runs or not. */
export async function knownDefinition(
  { ports }: Pick<Office, 'ports'>,
  organisation: string,
  version: KnownDefinition['version'],
): Promise<KnownDefinition> {
  const reference = { id: version.definition, version: version.version, hash: version.hash };
  const runnable = await ports.definitions.of(organisation, reference);
  if (runnable.ok) return { definition: runnable.value.definition, runs: true, version };
  const { definition, title } = await ports.definitions.described(organisation, reference);
  return { definition: definition ?? namedOnly(version.definition, title), runs: false, version };
}

/** Of every published procedure of the organisation, by id, the version in force; where none is yet, the newest of those that are to come. */
export async function knownDefinitions(office: Office, organisation: string): Promise<readonly KnownDefinition[]> {
  const rows = await office.ports.store.definitionVersions
    .find({ organisation, status: 'published' }, shown)
    .sort({ definition: 1, version: 1 })
    .lean<KnownDefinition['version'][]>();
  const now = office.desk.clock.now();
  const toCome = rows.filter((row) => !isTaken(row, now));
  const taken = rows.filter((row) => isTaken(row, now));
  const standing = new Map([...toCome, ...taken].map((row) => [row.definition, row]));
  const byId = [...standing.values()].sort((one, other) => (one.definition < other.definition ? -1 : 1));
  return Promise.all(byId.map((version) => knownDefinition(office, organisation, version)));
}
