import { Type } from '@sinclair/typebox';
import { Instant, Language, Name, Right } from './basics.ts';
import { PersonName } from './people.ts';

const closed = { additionalProperties: false } as const;
const code = Type.String({ minLength: 1, maxLength: 200 });
const password = Type.String({ minLength: 12, maxLength: 200 });

/** Whether this server still waits for its first organisation. */
export const SetUpState = Type.Object({ needed: Type.Boolean() });

/** `organisation` is asked for only when the same e-mail and password open several (refusal `choose-organisation`). */
export const SignIn = Type.Object(
  {
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    organisation: Type.Optional(Type.String({ maxLength: 100 })),
  },
  closed,
);

/** A one-time code asks who it is for before the password is chosen. Looking does not use it up. */
export const InvitationLook = Type.Object({ code }, closed);
export const InvitationView = Type.Object({
  /** `person` joins an organisation; `organisation` sets a new one up (then the set-up page goes on). */
  kind: Type.Union([Type.Literal('person'), Type.Literal('organisation')]),
  organisationName: Type.String(),
  name: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  endsAt: Instant,
});
export const Join = Type.Object({ code, password }, closed);

export const PasswordChange = Type.Object({ current: Type.String({ minLength: 1, maxLength: 200 }), next: password }, closed);
export const HandlingChoice = Type.Object({ handlesComplaints: Type.Boolean() }, closed);
export const Theme = Type.Union([Type.Literal('light'), Type.Literal('dark'), Type.Literal('system')]);
export const MyChoices = Type.Object(
  {
    language: Type.Optional(Language),
    theme: Type.Optional(Theme),
    shortcuts: Type.Optional(Type.Boolean()),
    /** The designer shows technical names too. */
    expert: Type.Optional(Type.Boolean()),
  },
  { ...closed, minProperties: 1 },
);

export const SessionRow = Type.Object({
  id: Type.String(),
  startedAt: Instant,
  seenAt: Instant,
  endsAt: Instant,
  /** Browser and system as the browser tells them, shortened. */
  device: Type.String(),
  current: Type.Boolean(),
});

/** What a token may do. It can never approve, publish, waive or sign, whatever its scope. */
export const TokenScope = Type.Union([Type.Literal('read'), Type.Literal('work'), Type.Literal('start')]);
export const TokenRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The person it acts as, or absent: a named service with rights of its own. */
  person: Type.Optional(PersonName),
  rights: Type.Array(Right),
  scope: Type.Array(TokenScope),
  createdAt: Instant,
  createdBy: PersonName,
  endsAt: Instant,
  lastUsedAt: Type.Optional(Instant),
});
export const NewToken = Type.Object(
  {
    name: Name(100),
    /** Absent: a service. A person may only make tokens of their own. */
    person: Type.Optional(Type.String({ maxLength: 100 })),
    /** Services only. */
    rights: Type.Optional(Type.Array(Right, { uniqueItems: true, maxItems: 6 })),
    scope: Type.Array(TokenScope, { minItems: 1, uniqueItems: true }),
    /** 1 to 366. */
    days: Type.Integer({ minimum: 1, maximum: 366 }),
  },
  closed,
);
/** `token` is shown this once and never again. */
export const CreatedToken = Type.Object({
  token: Type.String(),
  row: TokenRow,
});
