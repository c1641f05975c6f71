import { Type } from '@sinclair/typebox';
import { Instant, Language, Name, Right } from './basics.ts';

/** Role ids of one procedure that a person holds. */
export const Assignment = Type.Object({
  definition: Type.String(),
  roles: Type.Array(Type.String()),
});
export const PartyName = Type.Union((['organisation', 'complainant', 'provider', 'customer'] as const).map((party) => Type.Literal(party)));

export const PersonRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.Optional(Type.String()),
  party: PartyName,
  /** The firm or body an outside person belongs to. */
  organisationName: Type.Optional(Type.String()),
  /** `active` signs in, `invited` has an open code, `none` is known without sign-in, `disabled` was shut out. */
  signIn: Type.Union([Type.Literal('active'), Type.Literal('invited'), Type.Literal('none'), Type.Literal('disabled')]),
  rights: Type.Array(Right),
  assignments: Type.Array(Assignment),
  /** "I handle complaints here too": adds handler, team lead and every role of the organisation, while it stands. */
  handlesComplaints: Type.Boolean(),
  language: Language,
  revision: Type.Integer(),
});

/** Names only, for pickers and timelines. */
export const PersonName = Type.Object({
  id: Type.String(),
  name: Type.String(),
  party: PartyName,
});

export const NewPerson = Type.Object(
  {
    name: Name(200),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
    party: Type.Optional(PartyName),
    organisationName: Type.Optional(Type.String({ maxLength: 200 })),
    rights: Type.Optional(Type.Array(Right, { uniqueItems: true })),
    assignments: Type.Optional(Type.Array(Assignment)),
    language: Type.Optional(Language),
    /** Answers with a one-time code, shown once. */
    invite: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/** Absent members stay. An empty `email` takes it away. Changes of rights and roles count at once. */
export const PersonChange = Type.Object(
  {
    name: Type.Optional(Name(200)),
    email: Type.Optional(Type.String({ maxLength: 254 })),
    organisationName: Type.Optional(Type.String({ maxLength: 200 })),
    rights: Type.Optional(Type.Array(Right, { uniqueItems: true, maxItems: 6 })),
    assignments: Type.Optional(Type.Array(Assignment, { maxItems: 200 })),
    language: Type.Optional(Language),
  },
  { additionalProperties: false, minProperties: 1 },
);
/** A one-time code, shown this once, and until when it opens the door. */
export const Invitation = Type.Object({ code: Type.String(), endsAt: Instant });
export const CreatedPerson = Type.Object({
  person: PersonRow,
  invitation: Type.Optional(Invitation),
});

export const OrganisationView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  language: Language,
  country: Type.String({ minLength: 2, maxLength: 2 }),
  timeZone: Type.String(),
  contact: Type.String(),
  externalBody: Type.String(),
  externalTimeLimit: Type.String(),
  /** Holds all outgoing mail of the organisation. */
  mailHeld: Type.Boolean(),
  /** Whether a mail server is set up; without one letters are written as files. */
  mailServer: Type.Boolean(),
  numberPattern: Type.String(),
  /** Laws whose time limits its procedures are checked by, by id. */
  laws: Type.Array(Type.String()),
  revision: Type.Integer(),
});

export const SessionView = Type.Object({
  person: PersonRow,
  organisation: OrganisationView,
  /** Sent back as `X-CSRF-Token` with every unsafe request. */
  csrf: Type.String(),
  endsAt: Type.Object({ idle: Instant, absolute: Instant }),
  /** The administrator's choice "I handle complaints here too". */
  handlesComplaints: Type.Boolean(),
  theme: Type.Union([Type.Literal('light'), Type.Literal('dark'), Type.Literal('system')]),
  shortcuts: Type.Boolean(),
  /** The designer shows technical names too. */
  expert: Type.Boolean(),
  /** What this server was started with beyond the usual, by name: the page shows what belongs to it. */
  switches: Type.Array(Type.String()),
});

export const SetUp = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 200 }),
    organisation: Type.Object(
      {
        name: Name(200),
        language: Language,
        country: Type.String({ pattern: '^[A-Z]{2}$' }),
        timeZone: Type.String({ minLength: 1, maxLength: 100 }),
        contact: Type.String({ minLength: 1, maxLength: 500 }),
        externalBody: Type.String({ minLength: 1, maxLength: 500 }),
        externalTimeLimit: Type.String({ minLength: 1, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
    person: Type.Object(
      {
        name: Name(200),
        email: Type.String({ format: 'email', maxLength: 254 }),
        password: Type.String({ minLength: 12, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
