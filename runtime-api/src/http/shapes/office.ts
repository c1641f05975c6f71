import { lawPacks } from '@redress/definitions';
import { Type } from '@sinclair/typebox';
import { Instant, Language, Name, Page, Text, Values } from './basics.ts';
import { IncidentView } from './cases.ts';
import { PersonName } from './people.ts';

const closed = { additionalProperties: false } as const;

/** What an administrator changes; absent members stay. */
export const OrganisationChange = Type.Object(
  {
    name: Type.Optional(Name(200)),
    language: Type.Optional(Language),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    contact: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    externalBody: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    externalTimeLimit: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    mailHeld: Type.Optional(Type.Boolean()),
    numberPattern: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    laws: Type.Optional(Type.Array(Type.Union(lawPacks.map(({ id }) => Type.Literal(id))), { uniqueItems: true })),
  },
  { ...closed, minProperties: 1 },
);

/** A form somebody is filling in, kept on the server for this person alone. */
export const FormDraft = Type.Object({
  key: Type.String(),
  values: Values,
  savedAt: Instant,
});
export const FormDraftText = Type.Object({ values: Values }, closed);

/** Something the procedure told a member of staff. */
export const InboxRow = Type.Object({
  id: Type.String(),
  at: Instant,
  caseId: Type.String(),
  number: Type.Optional(Type.String()),
  /** That the letter is written in. */
  language: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  readAt: Type.Optional(Instant),
});
/** `unread` counts all of my messages, not this page's; it stops at 100, which says "99 and more". */
export const InboxPage = Type.Intersect([Page(InboxRow), Type.Object({ unread: Type.Integer() })]);

/** A line of the register of changes to people, rights and settings. */
export const PeopleLogLine = Type.Object({
  id: Type.String(),
  at: Instant,
  by: Type.Optional(PersonName),
  what: Type.String(),
  person: Type.Optional(PersonName),
  facts: Values,
});

/** An open failure, wherever it is. */
export const IncidentRow = Type.Intersect([
  IncidentView,
  Type.Object({
    caseId: Type.String(),
    number: Type.Optional(Type.String()),
    /** Of the case. */
    title: Type.String(),
    definition: Type.String(),
    definitionTitle: Text,
  }),
]);

/** Counts stop at 1,000: `more` says that there are more. */
export const Count = Type.Object({
  count: Type.Integer(),
  more: Type.Boolean(),
});
export const Statistics = Type.Object({
  at: Instant,
  cases: Type.Object({
    active: Count,
    overdue: Count,
    ended: Count,
    cancelled: Count,
    incidents: Count,
  }),
  tasks: Type.Object({ open: Count, overdue: Count, unassigned: Count }),
  byDefinition: Type.Array(
    Type.Object({
      definition: Type.String(),
      title: Text,
      active: Count,
      ended: Count,
      outcomes: Type.Record(Type.String(), Count),
      /** There are outcomes that are not listed. */
      more: Type.Boolean(),
    }),
  ),
});

export const Readiness = Type.Object({
  status: Type.Union([Type.Literal('ok'), Type.Literal('failing')]),
  parts: Type.Record(Type.String(), Type.Object({ ok: Type.Boolean(), facts: Values })),
});
