import { type JsonObject, ok, type Result, refuse } from '@redress/engine';
import { takenAt } from '../definitions/in-force.ts';
import type { Ports } from '../ports.ts';
import type { DefinitionVersionDocument } from '../store/models/definition.ts';
import type { OrganisationDocument } from '../store/models/organisation.ts';
import { sweep } from '../store/tenant.ts';

/** What the reader of a table must know about the organisation and the procedure its rows are for. */
export interface ImportSetting {
  readonly organisation: string;
  readonly organisationName: string;
  readonly timeZone: string;
  readonly process: string;
  readonly version: number;
  readonly schemas: { readonly [field: string]: JsonObject };
}
export type SettingRefusal =
  | { readonly code: 'no-organisation' }
  | { readonly code: 'organisation-unknown' | 'organisation-ambiguous'; readonly known: readonly string[] }
  | { readonly code: 'process-unknown'; readonly known: readonly string[] }
  | { readonly code: 'process-not-runnable' };

/** The organisation by name, which only several of them need, and the version in force of the procedure. */
export async function importSetting(
  ports: Pick<Ports, 'store' | 'definitions' | 'clock'>,
  wish: { readonly process: string; readonly organisation?: string },
): Promise<Result<ImportSetting, SettingRefusal>> {
  const all = await sweep(ports.store.organisations.find({}, { name: 1, timeZone: 1 }), 'organisations')
    .sort({ name: 1 })
    .limit(organisationsMax)
    .lean<Pick<OrganisationDocument, '_id' | 'name' | 'timeZone'>[]>();
  const meant =
    wish.organisation === undefined ? all : all.filter(({ name, _id }) => name === wish.organisation || _id === wish.organisation);
  const [one, ...more] = meant;
  const known = all.map(({ name }) => name);
  if (all.length === 0) return refuse({ code: 'no-organisation' });
  if (one === undefined) return refuse({ code: 'organisation-unknown', known });
  if (more.length > 0) return refuse({ code: 'organisation-ambiguous', known });
  const organisation = one._id;
  const reference = await ports.definitions.current(organisation, wish.process);
  if (reference === undefined) return refuse({ code: 'process-unknown', known: await processesOf(ports, organisation) });
  const runnable = await ports.definitions.of(organisation, reference);
  if (!runnable.ok) return refuse({ code: 'process-not-runnable' });
  return ok({
    organisation,
    organisationName: one.name,
    timeZone: one.timeZone,
    process: wish.process,
    version: reference.version,
    schemas: Object.fromEntries(Object.entries(runnable.value.definition.data).map(([field, { schema }]) => [field, schema])),
  });
}

const organisationsMax = 1_000;

async function processesOf({ store, clock }: Pick<Ports, 'store' | 'clock'>, organisation: string): Promise<readonly string[]> {
  const rows = await store.definitionVersions
    .find({ organisation, ...takenAt(clock.now()) }, { definition: 1 })
    .lean<Pick<DefinitionVersionDocument, 'definition'>[]>();
  return [...new Set(rows.map(({ definition }) => definition))].sort();
}
