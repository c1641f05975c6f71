import { ok, type Result, refuse } from '@redress/engine';
import { changesAfter } from '../../definitions/draft-changes.ts';
import { publish } from '../../definitions/publish.ts';
import { instant } from '../../people/desk.ts';
import { noteInPeopleLog } from '../../people/people-log.ts';
import { namesOf } from '../../people/persons.ts';
import type { DefinitionDraftDocument, DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { answer, type Route, revised, route } from '../route.ts';
import { saveDraft, stepDraft } from '../save-draft.ts';
import {
  AfterRevision,
  DefinitionText,
  DraftChanges,
  DraftHistory,
  DraftSave,
  DraftView,
  Findings,
  GateView,
  Published,
} from '../shapes/definitions.ts';
import { gateNotMet, tryDraft } from '../try-draft.ts';
import { examine, readDraft, viewOf } from '../views/draft-view.ts';

const tag = 'definitions';
const idPattern = /^[a-z][a-zA-Z0-9]{0,47}$/;
type Status = DefinitionDraftDocument['status'];

/** The draft as this step needs it, or why it does not go. */
async function draftIn(
  office: Office,
  organisation: string,
  id: string,
  at: { readonly revision: number; readonly status: Status },
): Promise<Result<DefinitionDraftDocument, HttpRefusal>> {
  const draft = await readDraft(office, organisation, id);
  if (!draft) return refuse({ code: 'definition-not-found', definition: id });
  if (draft.revision !== at.revision) return refuse({ code: 'changed-meanwhile', revision: draft.revision });
  return draft.status === at.status ? ok(draft) : refuse({ code: 'draft-state', state: draft.status, needs: at.status });
}

const changes = ['definition-not-found', 'draft-state', 'second-person-needed', 'findings'] as const;

export const definitionDraftRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'validateDefinition',
      path: '/definitions/validation',
      summary: 'What is wrong with a document, and where',
      tag,
      body: DefinitionText,
      limit: 'definition',
      answers: { 200: Findings },
    },
    async ({ office, body }, { organisation }) => {
      const { findings, definition } = await examine(office, organisation, body.document);
      return answer({ findings, runnable: definition !== undefined });
    },
  ),
  route(
    'get',
    {
      operation: 'readDefinitionDraft',
      path: '/definitions/{definition}/draft',
      summary: 'What is being drawn',
      tag,
      answers: { 200: DraftView },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const draft = await readDraft(office, organisation, parameters.definition);
      return draft
        ? revised(await viewOf(office, draft), draft.revision)
        : refuse({ code: 'definition-not-found', definition: parameters.definition });
    },
  ),
  route(
    'get',
    {
      operation: 'readDraftChanges',
      path: '/definitions/{definition}/draft/changes',
      summary: 'What was saved after a revision, for whoever draws as well',
      tag,
      query: AfterRevision,
      answers: { 200: DraftChanges },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters, query }, { organisation }) => {
      const draft = await readDraft(office, organisation, parameters.definition);
      if (!draft) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const after = changesAfter(draft, query.after);
      const names = await namesOf(
        office.desk,
        organisation,
        (after ?? []).map(({ person }) => person),
      );
      const changes = (after ?? []).map(({ revision, at, person, entries }) => {
        const name = names.get(person);
        return { revision, at, ...(name ? { person: name } : {}), entries: JSON.parse(entries) };
      });
      return answer({ revision: draft.revision, complete: after !== undefined, changes });
    },
  ),
  route(
    'get',
    {
      operation: 'readDraftHistory',
      path: '/definitions/{definition}/draft/history',
      summary: 'Who changed what and when since the draft was begun',
      tag,
      answers: { 200: DraftHistory },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const draft = await readDraft(office, organisation, parameters.definition);
      if (!draft) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const { whole = false, saves = [] } = draft.history ?? {};
      const people = saves.map(({ person }) => person);
      const names = await namesOf(office.desk, organisation, people);
      const told = saves.map(({ revision, at, person, entries }) => {
        const name = names.get(person);
        return { revision, at, ...(name ? { person: name } : {}), lines: JSON.parse(entries) };
      });
      return answer({ revision: draft.revision, complete: whole, saves: told });
    },
  ),
  route(
    'put',
    {
      operation: 'editDefinition',
      path: '/definitions/{definition}/draft',
      summary: 'Write it down; a new one has revision "0"',
      tag,
      body: DraftSave,
      limit: 'definition',
      edits: true,
      answers: { 200: DraftView },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters, body, revision }, caller) => {
      if (!idPattern.test(parameters.definition))
        return refuse({ code: 'request-invalid', problems: [{ at: '/definition', keyword: 'pattern', facts: {} }] });
      if (body.document.id !== parameters.definition)
        return refuse({
          code: 'request-invalid',
          problems: [{ at: '/document/id', keyword: 'const', facts: { allowedValue: parameters.definition } }],
        });
      const saved = await saveDraft(office, caller, parameters.definition, revision, body);
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
  route(
    'post',
    {
      operation: 'rehearseDraft',
      path: '/definitions/{definition}/draft/rehearsal',
      summary: 'Play its scenarios: what they reach, what is missing before it can be published',
      tag,
      answers: { 200: GateView },
      refusals: ['definition-not-found', 'findings', 'definition-not-runnable', 'too-many-requests'],
    },
    async ({ office, parameters }, { organisation }) => {
      const draft = await readDraft(office, organisation, parameters.definition);
      if (!draft) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const tried = await tryDraft(office, draft);
      return tried.ok ? answer({ revision: draft.revision, ...tried.value.gate }) : tried;
    },
  ),
  route(
    'post',
    {
      operation: 'submitDefinition',
      path: '/definitions/{definition}/draft/submission',
      summary: 'Ask a second person to look',
      tag,
      edits: true,
      answers: { 200: DraftView },
      refusals: changes,
    },
    async ({ office, parameters, revision }, caller) => {
      const draft = await draftIn(office, caller.organisation, parameters.definition, { revision, status: 'draft' });
      if (!draft.ok) return draft;
      const { findings, definition } = await examine(office, caller.organisation, JSON.parse(draft.value.text));
      if (!definition) return refuse({ code: 'findings', errors: findings.filter(({ severity }) => severity === 'error').length });
      const saved = await stepDraft(
        office,
        caller,
        draft.value,
        { status: 'review', submittedBy: caller.person?._id ?? '' },
        'definition.submitted',
      );
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
  route(
    'post',
    {
      operation: 'approveDefinition',
      path: '/definitions/{definition}/draft/approval',
      summary: 'Approve what somebody else drew',
      tag,
      edits: true,
      answers: { 200: DraftView },
      refusals: changes,
    },
    async ({ office, parameters, revision }, caller) => {
      const draft = await draftIn(office, caller.organisation, parameters.definition, { revision, status: 'review' });
      if (!draft.ok) return draft;
      const person = caller.person?._id;
      const { editedBy, submittedBy, editors = [] } = draft.value;
      if (person === undefined || [editedBy, submittedBy, ...editors].includes(person))
        return refuse({ code: 'second-person-needed', person: person ?? '' });
      const saved = await stepDraft(office, caller, draft.value, { status: 'approved', approvedBy: person }, 'definition.approved');
      return saved.ok ? revised(await viewOf(office, saved.value), saved.value.revision) : saved;
    },
  ),
  route(
    'post',
    {
      operation: 'publishDefinition',
      path: '/definitions/{definition}/publication',
      summary: 'Make the approved draft the version in force; running cases stay on theirs',
      tag,
      edits: true,
      answers: { 200: Published },
      refusals: [...changes, 'gate-not-met', 'definition-not-runnable', 'too-many-requests'],
    },
    async ({ office, parameters, revision }, caller) => {
      const { organisation, person } = caller;
      const approved = await draftIn(office, organisation, parameters.definition, { revision, status: 'approved' });
      if (!approved.ok) return approved;
      const tried = await tryDraft(office, approved.value);
      if (!tried.ok) return tried;
      const { findings, definition, gate } = tried.value;
      if (!gate.met) return refuse(gateNotMet(gate));
      // Trying it out took a while, in which it may have been changed.
      const draft = await draftIn(office, organisation, parameters.definition, { revision, status: 'approved' });
      if (!draft.ok) return draft;
      const { approvedBy } = draft.value;
      const made = await publish(
        {
          organisation,
          definition,
          scenarios: JSON.parse(draft.value.scenarios ?? '{}'),
          ...(person ? { publishedBy: person._id } : {}),
          ...(approvedBy === undefined ? {} : { approvedBy }),
        },
        office.ports,
      );
      // Not deleted: where the steps stand and how far it was counted go on with the next draft.
      await office.ports.store.definitionDrafts.updateOne(
        { organisation, _id: draft.value._id, revision },
        { $set: { status: 'published', text: '{}', editors: [], recent: [] }, $unset: { submittedBy: '', approvedBy: '', history: '' } },
      );
      await noteInPeopleLog(office.desk, {
        organisation,
        ...(person ? { by: person._id } : {}),
        what: 'definition.published',
        facts: { definition: made.id, version: made.version },
      });
      return answer({ ...made, findings });
    },
  ),
  route(
    'post',
    {
      operation: 'retireDefinition',
      path: '/definitions/{definition}/retirement',
      summary: 'No new cases; running ones go on',
      tag,
      answers: { 204: 'nothing' },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation, person }) => {
      const { definition } = parameters;
      const versions = await office.ports.store.definitionVersions
        .find({ organisation, definition, status: 'published' }, { version: 1 })
        .lean<Pick<DefinitionVersionDocument, '_id'>[]>();
      if (versions.length === 0) return refuse({ code: 'definition-not-found', definition });
      const retiredAt = instant(office.desk.clock.now());
      for (const { _id } of versions)
        await office.ports.store.definitionVersions.updateOne({ organisation, _id }, { $set: { status: 'retired', retiredAt } });
      await noteInPeopleLog(office.desk, {
        organisation,
        ...(person ? { by: person._id } : {}),
        what: 'definition.retired',
        facts: { definition },
      });
      office.ports.live.tell({ organisation, kind: 'definition' });
      return { ok: true, value: { status: 204 } };
    },
  ),
];
