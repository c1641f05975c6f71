import { Type } from '@sinclair/typebox';
import { Instant, Text, Values } from './basics.ts';
import { DefinitionState, DraftHistory } from './definitions.ts';
import { PersonName } from './people.ts';

const closed = { additionalProperties: false } as const;
const Reason = Type.String({ minLength: 1, maxLength: 2_000 });
const CommentText = Type.String({ minLength: 1, maxLength: 4_000 });

export const WithReason = Type.Object({ why: Type.Optional(Reason) }, closed);
/** The draft as it was when a second person sent it back. */
export const ReviewedDraft = Type.Object({ by: Type.Optional(PersonName), at: Instant, document: Values, layout: Values });
export const PublicationWish = Type.Object({ validFrom: Type.Optional(Instant), why: Type.Optional(Reason) }, closed);
/** Why a procedure takes no new cases any more: its history tells it. */
export const RetirementWish = Type.Object({ why: Reason }, closed);
export const RepublicationWish = Type.Object({ validFrom: Type.Optional(Instant), why: Reason }, closed);

/** What an officer finds wrong, as auditors grade it, and the clause that asks for it otherwise. */
const DraftFinding = Type.Object(
  {
    grade: Type.Union((['observation', 'minor', 'major'] as const).map((grade) => Type.Literal(grade))),
    clause: Type.String({ maxLength: 40 }),
  },
  closed,
);
/** About an element as the address of a page names it; `''` for the procedure itself. */
export const CommentWish = Type.Object(
  { element: Type.String({ maxLength: 300 }), text: CommentText, finding: Type.Optional(DraftFinding) },
  closed,
);
export const ReplyWish = Type.Object({ text: CommentText }, closed);
export const ResolutionWish = Type.Object({ resolved: Type.Boolean() }, closed);
export const DraftComment = Type.Object({
  id: Type.String(),
  element: Type.String(),
  /** Of a finding: what the element was called when it was raised. */
  called: Type.Optional(Type.Object({ name: Type.Optional(Text), way: Type.Optional(Text) })),
  person: Type.Optional(PersonName),
  at: Instant,
  text: Type.String(),
  finding: Type.Optional(DraftFinding),
  replies: Type.Array(Type.Object({ person: Type.Optional(PersonName), at: Instant, text: Type.String() })),
  resolved: Type.Optional(Type.Object({ person: Type.Optional(PersonName), at: Instant })),
});
/** What was said, and where the draft is on its way. */
export const DraftComments = Type.Object({ state: DefinitionState, rows: Type.Array(DraftComment) });

/** A finding of a review as it stands with the version. */
export const VersionFinding = Type.Composite([Type.Omit(DraftComment, ['finding']), Type.Object({ finding: DraftFinding })]);
/** Who changed what for a version, what was said about it meanwhile, and what officers found in its review. */
export const VersionHistory = Type.Composite([
  DraftHistory,
  Type.Object({ comments: Type.Array(DraftComment), findings: Type.Array(VersionFinding) }),
]);

/** Active cases by version and by the steps they stand in; a case in two steps at once counts in both. `capped`: there are more than were counted. */
export const RunningCases = Type.Object({
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      cases: Type.Integer(),
      steps: Type.Array(Type.Object({ step: Type.String(), cases: Type.Integer() })),
    }),
  ),
  capped: Type.Boolean(),
});
