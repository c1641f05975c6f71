import { Type } from '@sinclair/typebox';
import { Instant, Text, Values } from './basics.ts';
import { PersonName } from './people.ts';
import { Approved } from './standards.ts';
import { FormView } from './work.ts';

const closed = { additionalProperties: false } as const;
export const DefinitionState = Type.Union(
  (['draft', 'submitted', 'approved', 'published', 'retired'] as const).map((state) => Type.Literal(state)),
);

/** A procedure: what is in force, and what is being drawn. */
export const DefinitionRow = Type.Object({
  id: Type.String(),
  title: Text,
  kind: Type.String(),
  /** Version in force for new cases. */
  current: Type.Optional(Type.Integer()),
  /** `shipped with version x`, or the names of the two people who published it. */
  shippedWith: Type.Optional(Type.String()),
  publishedAt: Type.Optional(Instant),
  /** From when new cases take it, where that was later than its publication. */
  validFrom: Type.Optional(Instant),
  retired: Type.Boolean(),
  /** When, by whom and why it was retired. */
  retiredAt: Type.Optional(Instant),
  retiredBy: Type.Optional(PersonName),
  retiredWhy: Type.Optional(Type.String()),
  draft: Type.Optional(
    Type.Object({
      state: DefinitionState,
      updatedAt: Instant,
      by: Type.Optional(PersonName),
      revision: Type.Integer(),
    }),
  ),
  /** It cannot run: its text was damaged, or this product refuses it. */
  broken: Type.Optional(Type.Literal(true)),
  /** Whether the reader may start a case of it, for himself or on behalf of somebody. */
  mayStart: Type.Boolean(),
  /** Procedures that its cases wait for, by id. */
  waitsFor: Type.Optional(Type.Array(Type.String())),
  roles: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Text,
      party: Type.String(),
      heldBy: Type.Optional(Type.String()),
      holders: Type.Array(PersonName),
    }),
  ),
});

/** Findings of a review by their weight. */
export const FindingCounts = Type.Object({ major: Type.Integer(), minor: Type.Integer(), observation: Type.Integer() });
/** One version: who made it, when and why, and whether new cases take it. */
export const VersionRow = Type.Object({
  version: Type.Integer(),
  hash: Type.String(),
  state: DefinitionState,
  publishedAt: Type.Optional(Instant),
  publishedBy: Type.Optional(PersonName),
  submittedBy: Type.Optional(PersonName),
  approvedBy: Type.Optional(PersonName),
  approvedAt: Type.Optional(Instant),
  /** What was approved, and by which rules. */
  approval: Type.Optional(Approved),
  shippedWith: Type.Optional(Type.String()),
  why: Type.Optional(Type.String()),
  /** New cases take it from then on; absent: since it was published. */
  validFrom: Type.Optional(Instant),
  /** When, by whom and why it was retired. */
  retiredAt: Type.Optional(Instant),
  retiredBy: Type.Optional(PersonName),
  retiredWhy: Type.Optional(Type.String()),
  /** New cases take it now. */
  inForce: Type.Boolean(),
  /** It is the content of this earlier version, published anew. */
  restores: Type.Optional(Type.Integer()),
  /** Of its review, for those who may read its history; absent where none was kept. */
  findings: Type.Optional(FindingCounts),
});
export const DefinitionView = Type.Intersect([DefinitionRow, Type.Object({ versions: Type.Array(VersionRow) })]);
/** The document itself, as published. */
export const DefinitionDocument = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  hash: Type.String(),
  document: Values,
  /** Where its steps stood and what was noted beside them; empty where nothing was kept. */
  layout: Values,
  /** What tries it out, and why something is not tried. */
  scenarios: Values,
});

export const FindingView = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
  at: Type.String(),
  facts: Values,
});
export const Findings = Type.Object({
  findings: Type.Array(FindingView),
  runnable: Type.Boolean(),
});
export const DefinitionText = Type.Object({ document: Values }, closed);
/** One change as the window made it: what it says, which elements it touches, and patches by JSON pointer. Data for other windows; never run here. */
export const DraftEntry = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  by: Type.String({ maxLength: 100 }),
  at: Type.Number(),
  act: Type.Union((['edit', 'undo', 'redo'] as const).map((act) => Type.Literal(act))),
  words: Values,
  patches: Type.Array(Values, { maxItems: 20_000 }),
  touches: Values,
  continues: Type.Optional(Type.String({ maxLength: 100 })),
});
/** The whole draft as it is after these entries. */
export const DraftSave = Type.Object(
  {
    document: Values,
    layout: Type.Optional(Values),
    scenarios: Type.Optional(Values),
    entries: Type.Optional(Type.Array(DraftEntry, { maxItems: 1_000 })),
  },
  closed,
);
export const DraftView = Type.Object({
  id: Type.String(),
  revision: Type.Integer(),
  state: DefinitionState,
  document: Values,
  /** Where the steps stand and what is noted beside them. */
  layout: Values,
  /** What tries it out, and why something is not tried. */
  scenarios: Values,
  updatedAt: Instant,
  updatedBy: Type.Optional(PersonName),
  submittedBy: Type.Optional(PersonName),
  submittedAt: Type.Optional(Instant),
  /** The words it was submitted with. */
  why: Type.Optional(Type.String()),
  approvedBy: Type.Optional(PersonName),
  approvedAt: Type.Optional(Instant),
  /** What was approved, and by which rules; gone with the first edit. */
  approval: Type.Optional(Approved),
  /** Of the procedure as it was submitted. */
  hash: Type.Optional(Type.String()),
  /** Everybody who edited since the last publication: none of them may approve. */
  editors: Type.Array(PersonName),
  /** The version it was begun on. */
  basedOn: Type.Optional(Type.Integer()),
  /** Last time it was sent back or taken back; gone once it is submitted again. */
  returned: Type.Optional(Type.Object({ by: Type.Optional(PersonName), at: Instant, why: Type.Optional(Type.String()) })),
  /** What a second person looked at and sent back last; what it was then is read apart. */
  reviewed: Type.Optional(Type.Object({ by: Type.Optional(PersonName), at: Instant })),
  /** Comments that nobody resolved. */
  openComments: Type.Integer(),
});
export const AfterRevision = Type.Object({ after: Type.Integer({ minimum: 0 }) }, closed);
/** What was saved after a revision. Not `complete`: more was saved than is kept, the whole draft is to be read. */
export const DraftChanges = Type.Object({
  revision: Type.Integer(),
  complete: Type.Boolean(),
  changes: Type.Array(
    Type.Object({ revision: Type.Integer(), at: Instant, person: Type.Optional(PersonName), entries: Type.Array(DraftEntry) }),
  ),
});
/** Who changed what and when since the draft was begun, oldest first; a save without lines wrote the whole draft. Not `complete`: the oldest are not kept. */
export const DraftHistory = Type.Object({
  revision: Type.Integer(),
  complete: Type.Boolean(),
  saves: Type.Array(
    Type.Object({
      revision: Type.Integer(),
      at: Instant,
      person: Type.Optional(PersonName),
      lines: Type.Array(Type.Object({ act: DraftEntry.properties.act, words: Values, elements: Type.Array(Type.String()) })),
    }),
  ),
});
/** Whether the draft was tried out as far as publishing asks. `what`: `end:<final state>`, or the address of a leaving deadline. */
export const GateView = Type.Object({
  revision: Type.Integer(),
  met: Type.Boolean(),
  goals: Type.Array(
    Type.Object({
      kind: Type.Union((['outcome', 'deadline'] as const).map((kind) => Type.Literal(kind))),
      what: Type.String(),
      at: Type.String(),
      state: Type.Union((['reached', 'excused', 'missing'] as const).map((state) => Type.Literal(state))),
      scenarios: Type.Array(Type.String()),
      reason: Type.Optional(Type.String()),
    }),
  ),
  scenarios: Type.Array(
    Type.Object({
      id: Type.String(),
      /** Plain words, or words in languages. */
      title: Type.Optional(Type.Union([Type.String(), Text])),
      ok: Type.Boolean(),
      problems: Type.Array(Type.Object({ code: Type.String(), at: Type.String(), facts: Values })),
    }),
  ),
  /** Written reasons for what the procedure does not have. */
  stray: Type.Array(Type.String()),
});
export const Published = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  hash: Type.String(),
  validFrom: Type.Optional(Instant),
  findings: Type.Array(FindingView),
});

/** What the page "New complaint" draws: the procedure's start form, empty. */
export const StartView = Type.Object({
  definition: Type.String(),
  version: Type.Integer(),
  title: Text,
  summary: Type.Optional(Text),
  channels: Type.Array(Type.Object({ value: Type.String(), title: Text })),
  form: FormView,
  /** The reader may start it in his own name; else only on behalf of somebody of `parties`. */
  inOwnName: Type.Boolean(),
  onBehalfOf: Type.Array(Type.String()),
});
