import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import type { DraftCommentDocument, Said } from '../../store/models/draft-comment.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { DraftComment } from '../shapes/draft-review.ts';

export interface WhichDraft {
  readonly organisation: string;
  readonly definition: string;
}
/** Comments of one draft that wait for an answer; there are never more. */
export const openCommentsMost = 500;
const resolvedMost = 500;

export const countOpenComments = ({ ports }: Pick<Office, 'ports'>, { organisation, definition }: WhichDraft): Promise<number> =>
  ports.store.draftComments.countDocuments({ organisation, definition, open: true }, { limit: openCommentsMost + 1 });

/** What was said about the draft that was begun in this revision: what is open from earlier drafts too, of what is resolved the latest 500. */
export async function commentsOn({ ports }: Office, { organisation, definition }: WhichDraft, begunIn: number) {
  const all = ports.store.draftComments;
  const [open, resolved] = await Promise.all([
    all
      .find({ organisation, definition, open: true })
      .sort({ touchedIn: -1 })
      .limit(openCommentsMost + 1)
      .lean<DraftCommentDocument[]>(),
    all
      .find({ organisation, definition, open: false, touchedIn: { $gte: begunIn } })
      .sort({ touchedIn: -1 })
      .limit(resolvedMost)
      .lean<DraftCommentDocument[]>(),
  ]);
  return oldestFirst([...open, ...resolved]);
}

/** What was said about a version while it was drawn, and what was settled then. */
export async function commentsFor(
  { ports }: Office,
  { organisation, definition }: WhichDraft,
  drawn: { readonly from: number; readonly to: number },
) {
  const within = { $gte: drawn.from, $lte: drawn.to };
  const found = await ports.store.draftComments
    .find({ organisation, definition, writtenIn: within })
    .limit(openCommentsMost + resolvedMost)
    .lean<DraftCommentDocument[]>();
  return oldestFirst(found);
}

export const oldestFirst = (comments: readonly DraftCommentDocument[]) =>
  comments.toSorted((one, other) => (one.at === other.at ? (one._id < other._id ? -1 : 1) : one.at < other.at ? -1 : 1));

export async function commentViews(
  { desk }: Pick<Office, 'desk'>,
  organisation: string,
  comments: readonly Said[],
): Promise<Static<typeof DraftComment>[]> {
  const people = comments.flatMap(({ person, replies, resolved }) => [
    person,
    ...replies.map((reply) => reply.person),
    ...(resolved ? [resolved.person] : []),
  ]);
  const names = await namesOf(desk, organisation, people);
  return comments.map(({ _id, element, called, person, at, text, finding, replies, resolved }) => ({
    id: _id.slice(_id.lastIndexOf(':') + 1),
    element,
    ...present({ called, person: names.get(person) }),
    at,
    text,
    ...present({ finding }),
    replies: replies.map((reply) => ({ ...present({ person: names.get(reply.person) }), at: reply.at, text: reply.text })),
    ...(resolved ? { resolved: { ...present({ person: names.get(resolved.person) }), at: resolved.at } } : {}),
  }));
}
