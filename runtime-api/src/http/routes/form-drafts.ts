import { type JsonObject, refuse } from '@redress/engine';
import { dropDraft, keepDraft, readDraft } from '../../people/form-drafts.ts';
import { answer, done, type Route, route } from '../route.ts';
import { FormDraft, FormDraftText } from '../shapes/office.ts';

const tag = 'drafts';
const asText = (values: Readonly<Record<string, unknown>>): JsonObject => JSON.parse(JSON.stringify(values));

export const formDraftRoutes: readonly Route[] = [
  route(
    'get',
    { operation: 'readDraft', path: '/drafts/{key}', summary: 'A form I am filling in', tag, answers: { 200: FormDraft } },
    async ({ office, parameters }, { organisation, person }) => {
      const draft = person && (await readDraft(office.desk, { organisation, person: person._id, key: parameters.key }));
      return draft ? answer(draft) : refuse({ code: 'not-found', what: 'draft', id: parameters.key });
    },
  ),
  route(
    'put',
    {
      operation: 'keepDraft',
      path: '/drafts/{key}',
      summary: 'Keep it on the server, for me alone',
      tag,
      body: FormDraftText,
      limit: 'form',
      answers: { 200: FormDraft },
    },
    async ({ office, parameters, body }, { organisation, person }) =>
      person
        ? answer(await keepDraft(office.desk, { organisation, person: person._id, key: parameters.key }, asText(body.values)))
        : refuse({ code: 'not-found', what: 'draft', id: parameters.key }),
  ),
  route(
    'delete',
    { operation: 'dropDraft', path: '/drafts/{key}', summary: 'Throw it away', tag, answers: { 204: 'nothing' } },
    async ({ office, parameters }, { organisation, person }) => {
      if (person) await dropDraft(office.desk, { organisation, person: person._id, key: parameters.key });
      return done;
    },
  ),
];
