import { ok, type Result, refuse } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { withChange } from '../definitions/draft-changes.ts';
import { emptyHistory, withSave } from '../definitions/draft-history.ts';
import { versionId } from '../definitions/published.ts';
import { instant } from '../people/desk.ts';
import { noteInPeopleLog } from '../people/people-log.ts';
import type { DefinitionReference } from '../ports.ts';
import { insertNew } from '../store/insert-new.ts';
import type { DefinitionDraftDocument, DefinitionVersionDocument } from '../store/models/definition.ts';
import type { Caller } from './caller.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Office } from './office.ts';
import type { DraftSave as DraftSaved } from './shapes/definitions.ts';
import { draftId, lastDraft, stateOfDraft } from './views/draft-view.ts';

/** Writes a step of a draft's life, if nobody was faster; what is over goes. The log of people and those who look hear of it. */
export async function stepDraft(
  office: Office,
  caller: Caller,
  draft: DefinitionDraftDocument,
  next: Partial<DefinitionDraftDocument>,
  what: string,
  over: readonly (keyof DefinitionDraftDocument)[] = [],
): Promise<Result<DefinitionDraftDocument, HttpRefusal>> {
  const { organisation } = caller;
  const saved = await office.ports.store.definitionDrafts
    .findOneAndUpdate(
      { organisation, _id: draft._id, revision: draft.revision },
      {
        $set: { ...next, revision: draft.revision + 1, updatedAt: instant(office.desk.clock.now()) },
        ...(over.length > 0 ? { $unset: Object.fromEntries(over.map((name) => [name, ''])) } : {}),
      },
      { returnDocument: 'after' },
    )
    .lean<DefinitionDraftDocument>();
  if (!saved) return refuse({ code: 'changed-meanwhile', revision: draft.revision + 1 });
  await noteInPeopleLog(office.desk, {
    organisation,
    ...(caller.person ? { by: caller.person._id } : {}),
    what,
    facts: { definition: draft.definition },
  });
  office.ports.live.tell({ organisation, kind: 'definition', definition: draft.definition, revision: saved.revision });
  return ok(saved);
}

/** A draft that is begun without scenarios goes on with those of the version in force. */
async function scenariosOf({ ports }: Office, organisation: string, { id, version }: DefinitionReference): Promise<string | undefined> {
  const row = await ports.store.definitionVersions
    .findOne({ organisation, _id: versionId(organisation, id, version) }, { scenarios: 1 })
    .lean<Pick<DefinitionVersionDocument, 'scenarios'>>();
  return row?.scenarios;
}

/** What somebody drew: into the draft that there is, or as the beginning of one. */
export async function saveDraft(
  office: Office,
  caller: Caller,
  id: string,
  revision: number,
  { document, layout, scenarios, entries }: Static<typeof DraftSaved>,
): Promise<Result<DefinitionDraftDocument, HttpRefusal>> {
  const { organisation, person } = caller;
  const last = await lastDraft(office, organisation, id);
  const before = last?.status === 'published' ? undefined : last;
  // In review nothing moves under the eyes of whoever looks: it is taken back first.
  if (before && before.status !== 'draft') return refuse({ code: 'draft-state', state: stateOfDraft(before), needs: 'draft' });
  if ((before?.revision ?? 0) !== revision) return refuse({ code: 'changed-meanwhile', revision: before?.revision ?? 0 });
  const by = person?._id ?? '';
  const at = instant(office.desk.clock.now());
  const next = (last?.revision ?? 0) + 1;
  const change = entries && { revision: next, person: by, at, entries: JSON.stringify(entries) };
  const saved = {
    text: JSON.stringify(document),
    status: 'draft',
    editedBy: by,
    ...(layout === undefined ? {} : { layout: JSON.stringify(layout) }),
    ...(scenarios === undefined ? {} : { scenarios: JSON.stringify(scenarios) }),
    editors: [...new Set([...(before?.editors ?? []), ...(before ? [before.editedBy] : []), by])],
    history: withSave(before ? before.history : emptyHistory, { revision: next, person: by, at }, entries),
    recent: change ? withChange(before?.recent ?? [], change) : (before?.recent ?? []),
  } as const;
  if (before) return await stepDraft(office, caller, before, saved, 'definition.edited');
  const current = await office.ports.definitions.current(organisation, id);
  const begun = {
    ...saved,
    begunIn: next,
    scenarios: saved.scenarios ?? (current && (await scenariosOf(office, organisation, current))) ?? '{}',
    ...(current ? { basedOn: current.version } : {}),
  };
  if (last) return await stepDraft(office, caller, last, begun, 'definition.edited');
  const row: DefinitionDraftDocument = {
    _id: draftId(organisation, id),
    organisation,
    definition: id,
    revision: next,
    ...begun,
    updatedAt: at,
  };
  if (!(await insertNew(() => office.ports.store.definitionDrafts.insertMany([row]))))
    return refuse({ code: 'changed-meanwhile', revision: 1 });
  office.ports.live.tell({ organisation, kind: 'definition', definition: id, revision: next });
  return ok(row);
}
