import { clauseOf } from '@redress/definitions';
import { ok, type Result, refuse } from '@redress/engine';
import { calledIn } from '../../definitions/called-in.ts';
import { instant } from '../../people/desk.ts';
import { newId } from '../../people/secret.ts';
import type { DefinitionDraftDocument } from '../../store/models/definition.ts';
import type { DraftCommentDocument } from '../../store/models/draft-comment.ts';
import { storedJson } from '../../stored-json.ts';
import type { Caller } from '../caller.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import type { Operation } from '../operations.ts';
import { type Answered, answer, type Route, route } from '../route.ts';
import { CommentWish, DraftComment, DraftComments, ReplyWish, ResolutionWish } from '../shapes/draft-review.ts';
import { commentsOn, commentViews, countOpenComments, openCommentsMost } from '../views/comment-view.ts';
import { readDraft, stateOfDraft } from '../views/draft-view.ts';
import { findingsOn, hasRoom } from '../views/finding-view.ts';

const tag = 'definitions';
const repliesMost = 50;

interface Place {
  readonly organisation: string;
  readonly definition: string;
}

/** The draft that is being drawn: without one nobody says anything about it. */
async function draftOf(office: Office, { organisation, definition }: Place): Promise<Result<DefinitionDraftDocument, HttpRefusal>> {
  const draft = await readDraft(office, organisation, definition);
  return draft ? ok(draft) : refuse({ code: 'definition-not-found', definition });
}

/** A comment that is shown with this draft. */
async function commentOn(office: Office, draft: DefinitionDraftDocument, id: string): Promise<Result<DraftCommentDocument, HttpRefusal>> {
  const { organisation, definition, begunIn = 0 } = draft;
  const found = await office.ports.store.draftComments
    .findOne({ organisation, _id: `${organisation}:${definition}:${id}` })
    .lean<DraftCommentDocument>();
  return found && (found.open || found.touchedIn >= begunIn) ? ok(found) : refuse({ code: 'not-found', what: 'comment', id });
}

/** The comment as it is now; whoever looks at the draft hears that somebody said something. */
async function told(office: Office, draft: DefinitionDraftDocument, _id: string): Promise<Answered> {
  const { organisation, definition, revision } = draft;
  const now = await office.ports.store.draftComments.findOne({ organisation, _id }).lean<DraftCommentDocument>();
  office.ports.live.tell({ organisation, kind: 'definition', definition, revision });
  const [view] = await commentViews(office, organisation, now ? [now] : []);
  return view ? answer(view) : refuse({ code: 'not-found', what: 'comment', id: _id });
}

/** What breaks a clause is found, and settled, by those who see to the standards. */
const isOfficer = ({ rights }: Caller): boolean => rights.includes('compliance');
const onlyOfficers = (operation: Operation) => refuse({ code: 'right-missing', operation, rights: ['compliance'] } as const);
const full = (most: number) => refuse({ code: 'comments-full', most } as const);

/** Findings are kept with the version: nobody says more in them than fits there. */
async function hasRoomFor(office: Office, draft: DefinitionDraftDocument, text: string): Promise<boolean> {
  return hasRoom(await findingsOn(office, draft, draft.begunIn ?? 0), text);
}

export const draftCommentRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readComments',
      path: '/definitions/{definition}/draft/comments',
      summary: 'What was said about the draft, and what is open from earlier ones; oldest first',
      tag,
      answers: { 200: DraftComments },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const which = { organisation, ...parameters };
      const draft = await draftOf(office, which);
      if (!draft.ok) return draft;
      const rows = await commentsOn(office, which, draft.value.begunIn ?? 0);
      return answer({ state: stateOfDraft(draft.value), rows: await commentViews(office, organisation, rows) });
    },
  ),
  route(
    'post',
    {
      operation: 'addComment',
      path: '/definitions/{definition}/draft/comments',
      summary:
        'Say something about an element of the draft, as a finding where it breaks a clause; it is approved only when that is settled',
      tag,
      body: CommentWish,
      answers: { 200: DraftComment },
      refusals: ['definition-not-found', 'comments-full'],
    },
    async ({ office, parameters, body }, caller) => {
      const { organisation, person } = caller;
      const which = { organisation, ...parameters };
      const draft = await draftOf(office, which);
      if (!draft.ok) return draft;
      const { finding } = body;
      if (finding && !isOfficer(caller)) return onlyOfficers('addComment');
      if (finding && !clauseOf(finding.clause))
        return refuse({ code: 'request-invalid', problems: [{ at: '/finding/clause', keyword: 'enum', facts: {} }] });
      const open = await countOpenComments(office, which);
      if (open >= openCommentsMost || (finding && !(await hasRoomFor(office, draft.value, body.text)))) return full(openCommentsMost);
      const comment: DraftCommentDocument = {
        ...which,
        _id: `${organisation}:${parameters.definition}:${newId()}`,
        element: body.element,
        text: body.text,
        ...(finding ? { finding, called: calledIn(storedJson(draft.value.text), body.element) } : {}),
        person: person?._id ?? '',
        at: instant(office.desk.clock.now()),
        replies: [],
        replied: 0,
        open: true,
        writtenIn: draft.value.revision,
        touchedIn: draft.value.revision,
      };
      await office.ports.store.draftComments.insertMany([comment]);
      return await told(office, draft.value, comment._id);
    },
  ),
  route(
    'post',
    {
      operation: 'replyToComment',
      path: '/definitions/{definition}/draft/comments/{comment}/replies',
      summary: 'Answer a comment; what is settled stays so',
      tag,
      body: ReplyWish,
      answers: { 200: DraftComment },
      refusals: ['definition-not-found', 'not-found', 'comments-full'],
    },
    async ({ office, parameters, body }, { organisation, person }) => {
      const draft = await draftOf(office, { organisation, definition: parameters.definition });
      if (!draft.ok) return draft;
      const comment = await commentOn(office, draft.value, parameters.comment);
      if (!comment.ok) return comment;
      const { _id, finding } = comment.value;
      if (finding && !(await hasRoomFor(office, draft.value, body.text))) return full(repliesMost);
      const reply = { person: person?._id ?? '', at: instant(office.desk.clock.now()), text: body.text };
      // Two who answer at once are both heard; the count keeps them below the limit.
      const written = await office.ports.store.draftComments.updateOne(
        { organisation, _id, replied: { $lt: repliesMost } },
        { $push: { replies: reply }, $inc: { replied: 1 } },
      );
      return written.matchedCount === 1 ? await told(office, draft.value, _id) : full(repliesMost);
    },
  ),
  route(
    'post',
    {
      operation: 'resolveComment',
      path: '/definitions/{definition}/draft/comments/{comment}/resolution',
      summary: 'It is settled, or it is open again; who settled it first is named. Officers alone settle a finding',
      tag,
      body: ResolutionWish,
      answers: { 200: DraftComment },
      refusals: ['definition-not-found', 'not-found', 'comments-full'],
    },
    async ({ office, parameters, body }, caller) => {
      const { organisation, person } = caller;
      const which = { organisation, definition: parameters.definition };
      const draft = await draftOf(office, which);
      if (!draft.ok) return draft;
      const comment = await commentOn(office, draft.value, parameters.comment);
      if (!comment.ok) return comment;
      const { _id, finding } = comment.value;
      if (finding && !isOfficer(caller)) return onlyOfficers('resolveComment');
      const touchedIn = draft.value.revision;
      const open = body.resolved ? 0 : await countOpenComments(office, which);
      if (open >= openCommentsMost) return full(openCommentsMost);
      const resolved = { person: person?._id ?? '', at: instant(office.desk.clock.now()) };
      // Settled by two at once, it is settled once.
      await office.ports.store.draftComments.updateOne(
        { organisation, _id, open: body.resolved },
        body.resolved ? { $set: { open: false, resolved, touchedIn } } : { $set: { open: true, touchedIn }, $unset: { resolved: '' } },
      );
      return await told(office, draft.value, _id);
    },
  ),
];
