import { Type } from '@sinclair/typebox';
import { Instant } from './basics.ts';
import { EvidenceView } from './evidence.ts';
import { PersonName } from './people.ts';

const closed = { additionalProperties: false } as const;
const RuleId = Type.String({ minLength: 1, maxLength: 100 });
const Day = Type.String({ format: 'date' });

/** The packs of rules that something was checked by. */
export const PackVersions = Type.Array(Type.Object({ id: Type.String(), version: Type.String() }));
/** What an approval names: the procedure as it was, and the rules as they were. */
export const Approved = Type.Object({ hash: Type.String(), packs: PackVersions });

const OpenRule = Type.Object({
  rule: Type.String(),
  clause: Type.Optional(Type.String()),
  verdict: Type.Union(
    (['fails', 'possible', 'not-decided', 'waiver-lapsed', 'attestation-lapsed'] as const).map((verdict) => Type.Literal(verdict)),
  ),
  /** Address of the first element where it breaks. */
  element: Type.String(),
});
/** How the draft stands to the rules: so many of the points that a definition can prove hold, of the standards and apart of the laws, and what keeps it back. */
export const StandardsView = Type.Object({
  revision: Type.Integer(),
  hash: Type.String(),
  packs: PackVersions,
  holding: Type.Integer(),
  checkable: Type.Integer(),
  /** Of the laws that the organisation chose; absent where none of them asks anything of the draft. */
  laws: Type.Optional(Type.Object({ holding: Type.Integer(), checkable: Type.Integer() })),
  met: Type.Boolean(),
  open: Type.Array(OpenRule),
});

/** Of each version in force, or with running cases, that rules changed for since it was published: how many of their points are open. */
export const ChangedStandards = Type.Object({
  rows: Type.Array(
    Type.Object({
      definition: Type.String(),
      version: Type.Integer(),
      open: Type.Integer(),
      /** Of a version that new cases do not take: how many still run on it. */
      running: Type.Optional(Type.Integer()),
    }),
  ),
});

/** The password is asked for again: whoever approves is the person who signed in. */
export const ApprovalWish = Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) }, closed);

export const WaiverWish = Type.Object(
  { rule: RuleId, reason: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }), until: Day },
  closed,
);
export const WaiverView = Type.Object({
  id: Type.String(),
  rule: Type.String(),
  clause: Type.Optional(Type.String()),
  reason: Type.String(),
  /** The last day on which it counts. */
  until: Day,
  person: Type.Optional(PersonName),
  at: Instant,
  state: Type.Union((['valid', 'lapsed', 'withdrawn'] as const).map((state) => Type.Literal(state))),
  withdrawn: Type.Optional(Type.Object({ person: Type.Optional(PersonName), at: Instant })),
});
export const Waivers = Type.Object({ rows: Type.Array(WaiverView) });

export const AttestationWish = Type.Object(
  {
    rule: RuleId,
    statement: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
    evidence: Type.String({ maxLength: 4_000 }),
    /** Ids of files that were sent for this procedure. */
    files: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 10, uniqueItems: true })),
    validUntil: Day,
  },
  closed,
);
export const AttestationView = Type.Object({
  id: Type.String(),
  rule: Type.String(),
  clause: Type.Optional(Type.String()),
  statement: Type.String(),
  evidence: Type.String(),
  files: Type.Array(EvidenceView),
  /** The last day on which it counts. */
  validUntil: Day,
  person: Type.Optional(PersonName),
  at: Instant,
  state: Type.Union((['valid', 'lapsed'] as const).map((state) => Type.Literal(state))),
});
export const Attestations = Type.Object({ rows: Type.Array(AttestationView) });

/** By which evidence bundles are known: never the private part. */
export const SigningKey = Type.Object({
  /** SHA-256 of the key's SPKI DER, in hexadecimal. */
  fingerprint: Type.String(),
  /** PEM. */
  publicKey: Type.String(),
  madeAt: Instant,
});
