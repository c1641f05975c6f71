import { refuse } from '@redress/engine';
import { Type } from '@sinclair/typebox';
import { instant } from '../../people/desk.ts';
import { pageOf, pageSize, readCursor, writeCursor } from '../cursor.ts';
import { answer, done, type Route, route } from '../route.ts';
import { InboxPage } from '../shapes/office.ts';

const tag = 'inbox';
/** Counting stops here: a page says "99+". */
const unreadMax = 100;
const InboxQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export const inboxRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'listInbox',
      path: '/inbox',
      summary: 'What procedures told me, newest first',
      tag,
      query: InboxQuery,
      answers: { 200: InboxPage },
      refusals: ['cursor-invalid'],
    },
    async ({ office, query }, { organisation, person }) => {
      if (!person) return answer({ rows: [], more: false, unread: 0 });
      const from = readCursor('inbox', 2, query.after);
      if (!from.ok) return from;
      const [at, id] = from.value ?? [];
      const older = at === undefined || id === undefined ? {} : { $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] };
      const limit = query.limit ?? pageSize;
      const { store } = office.ports;
      const found = await store.inbox
        .find({ organisation, person: person._id, ...older })
        .sort({ at: -1, _id: -1 })
        .limit(limit + 1)
        .lean();
      const cases = await store.cases
        .find({ organisation, _id: { $in: [...new Set(found.map(({ caseId }) => caseId))] } }, { number: 1 })
        .lean();
      const numbers = new Map(cases.map(({ _id, number }) => [_id, number]));
      const unread = await store.inbox.countDocuments({ organisation, person: person._id, unread: true }, { limit: unreadMax });
      const page = pageOf(
        found,
        limit,
        (row) => writeCursor('inbox', [row.at, row._id]),
        (row) => ({
          id: row._id,
          at: row.at,
          caseId: row.caseId,
          ...(numbers.get(row.caseId) === undefined ? {} : { number: numbers.get(row.caseId) }),
          language: row.language,
          subject: row.subject,
          body: row.body,
          ...(row.readAt === undefined ? {} : { readAt: row.readAt }),
        }),
      );
      return answer({ ...page, unread });
    },
  ),
  route(
    'post',
    { operation: 'markInboxRead', path: '/inbox/{message}/read', summary: 'I have read it', tag, answers: { 204: 'nothing' } },
    async ({ office, parameters }, { organisation, person }) => {
      const id = parameters.message;
      const marked =
        person &&
        (await office.ports.store.inbox.updateOne(
          { _id: id, organisation, person: person._id },
          { $set: { readAt: instant(office.desk.clock.now()) }, $unset: { unread: '' } },
        ));
      return marked?.matchedCount === 1 ? done : refuse({ code: 'not-found', what: 'message', id });
    },
  ),
];
