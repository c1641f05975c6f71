import { Type } from '@sinclair/typebox';
import { Instant, Text } from './basics.ts';
import { Submission } from './work.ts';

const closed = { additionalProperties: false } as const;
const cursor = {
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};
const id = Type.String({ minLength: 1, maxLength: 200 });

/** Named sorts only; `text` is searched as word beginnings. */
export const CaseSearch = Type.Object(
  {
    status: Type.Optional(
      Type.Array(Type.Union((['active', 'ended', 'cancelled', 'imported'] as const).map((status) => Type.Literal(status))), {
        maxItems: 4,
      }),
    ),
    definition: Type.Optional(id),
    step: Type.Optional(id),
    overdue: Type.Optional(Type.Boolean()),
    text: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Optional(Type.Union((['due', 'updated', 'received'] as const).map((sort) => Type.Literal(sort)))),
    ...cursor,
  },
  closed,
);
/** `scope`: what I hold, what waits for my roles and nobody holds, or both. */
export const TaskSearch = Type.Object(
  {
    scope: Type.Optional(Type.Union((['mine', 'queue', 'all', 'done'] as const).map((scope) => Type.Literal(scope)))),
    role: Type.Optional(id),
    case: Type.Optional(id),
    assignee: Type.Optional(id),
    dueBefore: Type.Optional(Instant),
    ...cursor,
  },
  closed,
);
/** An event of a case that may also end a task: then it names the task's instance. */
export const CaseEventText = Type.Composite([Submission, Type.Object({ task: Type.Optional(Type.String({ maxLength: 200 })) })], closed);
export const Reason = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000 }) }, closed);
export const TaskAssignment = Type.Object({ person: id }, closed);
export const TimerMove = Type.Object({ dueAt: Instant, reason: Type.String({ minLength: 1, maxLength: 2000 }) }, closed);
export const TimerRow = Type.Object({
  id: Type.String(),
  step: Type.Optional(Type.String()),
  stepTitle: Type.Optional(Text),
  title: Type.Optional(Text),
  clock: Type.Optional(Type.String()),
  delay: Type.Optional(Type.String()),
  dueAt: Instant,
  armedAt: Instant,
  moved: Type.Boolean(),
});
/** "I sent it": a letter written as a file has left the house. */
export const LetterSent = Type.Object({ how: Type.String({ minLength: 1, maxLength: 200 }), at: Instant }, closed);
/** The instance of a task was ended or the case moved: where it is now. */
export const Acknowledged = Type.Object({
  id: Type.String(),
  revision: Type.Integer(),
});
