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
  /** Its roles, and those of later versions that are still to come: on the day, somebody holds them. */
  readonly roles: Definition['roles'];
  readonly version: Pick<
    DefinitionVersionDocument,
    'definition' | 'version' | 'hash' | 'status' | 'publishedAt' | 'shippedWith' | 'validFrom' | 'retiredAt' | 'retiredBy' | 'retiredWhy'
  >;
}
const versionsMost = 200;
const shown = {
  definition: 1,
  version: 1,
  hash: 1,
  status: 1,
  publishedAt: 1,
  shippedWith: 1,
  validFrom: 1,
  retiredAt: 1,
  retiredBy: 1,
  retiredWhy: 1,
} as const;

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

/** A version as far as it can be had, whether it runs or not; `toCome`: versions that take its place later. */
export async function knownDefinition(
  { ports }: Pick<Office, 'ports'>,
  organisation: string,
  version: KnownDefinition['version'],
  toCome: readonly KnownDefinition['version'][],
): Promise<KnownDefinition> {
  const reference = referenceOf(version);
  const runnable = await ports.definitions.of(organisation, reference);
  const { definition: described, title } = await ports.definitions.described(organisation, reference);
  const definition = described ?? namedOnly(version.definition, title);
  const later = await Promise.all(toCome.map((one) => definitionOf({ ports }, organisation, referenceOf(one))));
  const roles = Object.fromEntries([...later.map((one) => one?.roles ?? {}), definition.roles].flatMap((one) => Object.entries(one)));
  return { definition, runs: runnable.ok, version, roles };
}

const referenceOf = ({ definition: id, version, hash }: KnownDefinition['version']): DefinitionReference => ({ id, version, hash });

/** Of every published procedure of the organisation, by id, the version in force; where none is yet, the newest of those that are to come. */
export async function knownDefinitions(office: Office, organisation: string): Promise<readonly KnownDefinition[]> {
  const rows = await office.ports.store.definitionVersions
    .find({ organisation, status: 'published' }, shown)
    .sort({ definition: 1, version: -1 })
    .lean<KnownDefinition['version'][]>();
  const ids = [...new Set(rows.map(({ definition }) => definition))];
  return await Promise.all(
    ids.flatMap((id) => {
      const { version, toCome } = standing(
        rows.filter(({ definition }) => definition === id),
        office.desk.clock.now(),
      );
      return version ? [knownDefinition(office, organisation, version, toCome)] : [];
    }),
  );
}

/** Of every procedure that takes no new cases any more, its newest version: running cases still go by it, and somebody has to hold its roles. */
export async function retiredDefinitions(
  office: Office,
  organisation: string,
  published: readonly KnownDefinition[],
): Promise<readonly KnownDefinition[]> {
  const taken = new Set(published.map(({ version }) => version.definition));
  const rows = await office.ports.store.definitionVersions
    .find({ organisation, status: 'retired' }, shown)
    .sort({ definition: 1, version: -1 })
    .lean<KnownDefinition['version'][]>();
  const newest = rows.filter(({ definition }, at) => !taken.has(definition) && rows[at - 1]?.definition !== definition);
  return await Promise.all(newest.map((version) => knownDefinition(office, organisation, version, [])));
}

/** What a draft may start: the published procedures that run. */
export async function definitionsBeside(office: Office, organisation: string): Promise<readonly Definition[]> {
  const known = await knownDefinitions(office, organisation);
  return known.filter(({ runs }) => runs).map(({ definition }) => definition);
}

/** The same of one procedure, a retired one too; undefined if nothing of it was ever published. */
export async function knownDefinitionNamed(office: Office, organisation: string, id: string): Promise<KnownDefinition | undefined> {
  const rows = await office.ports.store.definitionVersions
    .find({ organisation, definition: id }, shown)
    .sort({ version: -1 })
    .limit(versionsMost)
    .lean<KnownDefinition['version'][]>();
  const { version, toCome } = standing(rows, office.desk.clock.now());
  return version && (await knownDefinition(office, organisation, version, toCome));
}

/** Of the versions of one procedure, newest first: the one in force, or the newest if all are to come; and what takes its place later. */
export function standing<Version extends Pick<DefinitionVersionDocument, 'status' | 'validFrom'>>(
  versions: readonly Version[],
  nowMs: number,
): { readonly version?: Version; readonly toCome: readonly Version[] } {
  const published = versions.filter(({ status }) => status === 'published');
  const inForce = published.findIndex((version) => isTaken(version, nowMs));
  const version = published[Math.max(inForce, 0)] ?? versions[0];
  return { ...(version ? { version } : {}), toCome: published.slice(0, Math.max(inForce, 0)) };
}
