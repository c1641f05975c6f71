import { refuse } from '@redress/engine';
import { changesAfter } from '../../definitions/draft-changes.ts';
import { namesOf } from '../../people/persons.ts';
import { answer, type Route, revised, route } from '../route.ts';
import { saveDraft } from '../save-draft.ts';
import {
  AfterRevision,
  DefinitionText,
  DraftChanges,
  DraftHistory,
  DraftSave,
  DraftView,
  Findings,
  GateView,
} from '../shapes/definitions.ts';
import { tryDraft } from '../try-draft.ts';
import { examine, readDraft, viewOf } from '../views/draft-view.ts';
import { historyView } from '../views/history-view.ts';

const tag = 'definitions';
const idPattern = /^[a-z][a-zA-Z0-9]{0,47}$/;
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
      const told = await historyView(office, organisation, draft.history);
      return answer({ revision: draft.revision, ...told });
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
      refusals: ['definition-not-found', 'draft-state'],
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
];
