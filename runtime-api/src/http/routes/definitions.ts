import { type Definition, refuse, subProceduresOf } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { isTaken } from '../../definitions/in-force.ts';
import { namesOf } from '../../people/persons.ts';
import { assignableRoles, rolesHeld } from '../../people/roles-held.ts';
import type { DefinitionDraftDocument } from '../../store/models/definition.ts';
import type { PersonDocument } from '../../store/models/people-person.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import { mayDo } from '../operations.ts';
import { present } from '../present.ts';
import { answer, type Route, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { DefinitionRow, DefinitionView, StartView } from '../shapes/definitions.ts';
import { rolesOf } from '../views/caller-roles.ts';
import { readDraft, stateOfDraft } from '../views/draft-view.ts';
import { findingCounts } from '../views/finding-view.ts';
import { formView } from '../views/form-view.ts';
import {
  currentDefinition,
  type KnownDefinition,
  knownDefinition,
  knownDefinitions,
  retiredDefinitions,
  standing,
} from '../views/known-definitions.ts';
import { personName } from '../views/person-view.ts';
import { type ShownVersion, shownOfVersion, versionRows } from '../views/version-view.ts';

const tag = 'definitions';
type Row = Static<typeof DefinitionRow>;

/** Staff who hold roles; those shut out hold none. */
async function staffOf(office: Office, organisation: string): Promise<readonly PersonDocument[]> {
  return await office.desk.models.persons
    .find({ organisation, signIn: { $in: ['active', 'invited'] } })
    .sort({ name: 1 })
    .limit(1000)
    .lean();
}

function rowOf(
  { definition, runs, version, roles }: KnownDefinition,
  inForce: boolean,
  caller: Caller,
  staff: readonly PersonDocument[],
  draft: Row['draft'],
): Row {
  const waitsFor = runs ? subProceduresOf(definition) : [];
  return {
    id: definition.id,
    title: definition.title,
    kind: definition.kind,
    ...(inForce ? { current: version.version } : {}),
    ...(version.shippedWith === undefined ? {} : { shippedWith: version.shippedWith }),
    publishedAt: version.publishedAt,
    ...(version.validFrom === undefined ? {} : { validFrom: version.validFrom }),
    retired: version.status === 'retired',
    ...(version.status === 'retired' ? retirement(version, staff) : {}),
    ...(draft ? { draft } : {}),
    mayStart: runs && inForce && mayStart(caller, definition),
    ...(waitsFor.length > 0 ? { waitsFor: [...waitsFor] } : {}),
    ...(runs ? {} : { broken: true }),
    roles: Object.entries(roles).map(([id, role]) => ({
      id,
      title: role.title,
      party: role.party,
      ...(role.heldBy === undefined ? {} : { heldBy: role.heldBy }),
      holders: staff.filter((person) => rolesHeld(person, { id: definition.id, roles }).includes(id)).map(personName),
    })),
  };
}

function retirement({ retiredAt, retiredBy, retiredWhy }: KnownDefinition['version'], staff: readonly PersonDocument[]) {
  const by = staff.find(({ _id }) => _id === retiredBy);
  return present({ retiredAt, retiredBy: by && personName(by), retiredWhy });
}

const recordsForOthers = ({ rights }: Caller) => rights.includes('handler') || rights.includes('team-lead');

/** Parties outside the organisation in whose name a case of this procedure may be started. */
const outsideStarters = (definition: Definition): readonly string[] => [
  ...new Set(
    (definition.start?.by ?? [])
      .map((role) => definition.roles[role]?.party)
      .filter((party) => party !== undefined && party !== 'organisation'),
  ),
];

function mayStart(caller: Caller, definition: Definition): boolean {
  const by = definition.start?.by ?? [];
  return (
    rolesOf(caller, definition).some((role) => by.includes(role)) || (recordsForOthers(caller) && outsideStarters(definition).length > 0)
  );
}

async function draftOf(office: Office, organisation: string, draft: DefinitionDraftDocument | undefined): Promise<Row['draft']> {
  if (!draft) return undefined;
  const names = await namesOf(office.desk, organisation, [draft.editedBy]);
  const by = names.get(draft.editedBy);
  return {
    state: stateOfDraft(draft),
    updatedAt: draft.updatedAt,
    ...(by ? { by } : {}),
    revision: draft.revision,
  };
}

/** What was never in force yet: its own words, as far as the draft has any. */
function drawnRow({ definition: id, text }: DefinitionDraftDocument, draft: Row['draft']): Row {
  const { title, kind }: { readonly title?: unknown; readonly kind?: unknown } = JSON.parse(text);
  const words = Object.entries(title !== null && typeof title === 'object' ? title : {}).filter(([, word]) => typeof word === 'string');
  return {
    id,
    title: Object.fromEntries(words),
    kind: typeof kind === 'string' ? kind : 'general',
    retired: false,
    ...(draft ? { draft } : {}),
    mayStart: false,
    roles: [],
  };
}

export const definitionRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listDefinitions',
      path: '/definitions',
      summary: 'Procedures in force, those that were retired, and what is being drawn',
      tag,
      answers: { 200: Page(DefinitionRow) },
    },
    async ({ office }, caller) => {
      const { organisation } = caller;
      const [published, staff, drafts] = await Promise.all([
        knownDefinitions(office, organisation),
        staffOf(office, organisation),
        office.ports.store.definitionDrafts.find({ organisation, status: { $ne: 'published' } }).lean<DefinitionDraftDocument[]>(),
      ]);
      const known = [...published, ...(await retiredDefinitions(office, organisation, published))];
      const byId = new Map(drafts.map((draft) => [draft.definition, draft]));
      const now = office.desk.clock.now();
      const rows = await Promise.all(
        known.map(async (one) =>
          rowOf(one, isTaken(one.version, now), caller, staff, await draftOf(office, organisation, byId.get(one.definition.id))),
        ),
      );
      const named = new Set(known.map(({ definition }) => definition.id));
      const begun = mayDo(caller, 'readDefinitionDraft') ? drafts.filter(({ definition }) => !named.has(definition)) : [];
      const drawn = await Promise.all(begun.map(async (draft) => drawnRow(draft, await draftOf(office, organisation, draft))));
      return answer({ rows: [...rows, ...drawn], more: false });
    },
  ),
  route(
    'get',
    {
      operation: 'readDefinition',
      path: '/definitions/{definition}',
      summary: 'One procedure and its versions',
      tag,
      answers: { 200: DefinitionView },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, caller) => {
      const { organisation } = caller;
      const id = parameters.definition;
      const versions = await office.ports.store.definitionVersions
        .find({ organisation, definition: id }, shownOfVersion)
        .sort({ version: -1 })
        .limit(200)
        .lean<ShownVersion[]>();
      const now = office.desk.clock.now();
      const { version: newest, toCome } = standing(versions, now);
      if (!newest) return refuse({ code: 'definition-not-found', definition: id });
      const [staff, draft, rows, found] = await Promise.all([
        staffOf(office, organisation),
        readDraft(office, organisation, id),
        versionRows(office, organisation, versions),
        mayDo(caller, 'readVersionHistory') ? findingCounts(office, { organisation, definition: id }) : undefined,
      ]);
      const known = await knownDefinition(office, organisation, newest, toCome);
      const row = rowOf(known, isTaken(newest, now), caller, staff, await draftOf(office, organisation, draft));
      return answer({ ...row, versions: rows.map((one) => ({ ...one, ...present({ findings: found?.get(one.version) }) })) });
    },
  ),
  route(
    'get',
    {
      operation: 'readStart',
      path: '/definitions/{definition}/start',
      summary: 'What the page "New complaint" asks',
      tag,
      answers: { 200: StartView },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, caller) => {
      const definition = await currentDefinition(office, caller.organisation, parameters.definition);
      const reference = await office.ports.definitions.current(caller.organisation, parameters.definition);
      if (!definition?.start || !reference) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const by = definition.start.by;
      const options = definition.data.channel?.options ?? [];
      return answer({
        definition: definition.id,
        version: reference.version,
        title: definition.title,
        ...(definition.summary ? { summary: definition.summary } : {}),
        channels: (definition.channels ?? []).map((value) => ({
          value,
          title: options.find((option) => option.value === value)?.title ?? { en: value },
        })),
        form: formView(definition, definition.start.form, { values: {}, readable: [...assignableRoles(definition)] }),
        inOwnName: rolesOf(caller, definition).some((role) => by.includes(role)),
        onBehalfOf: recordsForOthers(caller) ? outsideStarters(definition) : [],
      });
    },
  ),
];
