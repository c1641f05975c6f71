import { plain, storedSchema } from '../schema.ts';
import type { Said } from './draft-comment.ts';

/** What an approval names: the hash of the procedure, and the packs of rules that it was checked by. */
export interface Approval {
  readonly hash: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
}

/** A published version: never changed but for `status`, and what says nothing about what runs (`scenarios`, `layout`); `_id` is `organisation:<definition id>:<version>`. */
export interface DefinitionVersionDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly definition: string;
  readonly version: number;
  /** SHA-256 of the canonical JSON without `published`. */
  readonly hash: string;
  readonly kind: string;
  readonly title: { readonly [language: string]: string };
  /** JSON text of the definition. */
  readonly text: string;
  readonly status: 'published' | 'retired';
  readonly publishedAt: string;
  readonly publishedBy?: string;
  readonly submittedBy?: string;
  readonly approvedBy?: string;
  readonly approvedAt?: string;
  /** What was approved, and by which rules. */
  readonly approval?: Approval;
  /** In the words of whoever submitted or published it. */
  readonly why?: string;
  /** New cases take it from then on; absent: since it was published. */
  readonly validFrom?: string;
  /** The earlier version whose content this is. */
  readonly restores?: number;
  /** Where the steps stand and what is noted beside them; JSON text, no part of the hash. */
  readonly layout?: string;
  /** Who changed what for it. */
  readonly history?: DraftHistory;
  /** Its draft was written in these revisions: what was said about it then belongs to it. */
  readonly drawn?: { readonly from: number; readonly to: number };
  /** What officers found in its review, as it was settled before the approval; oldest first. Absent where nobody reviewed, or nothing was kept yet. */
  readonly findings?: readonly KeptFinding[];
  /** Version of the product that brought it. */
  readonly shippedWith?: string;
  /** What tries it out, and why something is not tried: JSON text. It says nothing about what runs and is no part of the hash. */
  readonly scenarios?: string;
  readonly retiredAt?: string;
  readonly retiredBy?: string;
  /** In the words of whoever retired it. */
  readonly retiredWhy?: string;
}
export type KeptFinding = Said & Required<Pick<Said, 'finding'>>;
export const definitionVersionSchema = storedSchema('definitionVersions', {
  definition: { type: String, required: true },
  version: { type: Number, required: true },
  hash: { type: String, required: true },
  kind: { type: String, required: true },
  title: plain,
  text: { type: String, required: true },
  status: { type: String, required: true },
  publishedAt: { type: String, required: true },
  publishedBy: String,
  submittedBy: String,
  approvedBy: String,
  approvedAt: String,
  approval: plain,
  why: String,
  validFrom: String,
  restores: Number,
  layout: String,
  history: plain,
  drawn: plain,
  findings: plain,
  shippedWith: String,
  scenarios: String,
  retiredAt: String,
  retiredBy: String,
  retiredWhy: String,
});
definitionVersionSchema.index({
  organisation: 1,
  definition: 1,
  status: 1,
  version: -1,
});

/** A definition being written; `_id` is `organisation:<definition id>`. */
export interface DefinitionDraftDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly definition: string;
  readonly revision: number;
  /** JSON text as typed: it may not be a definition yet. */
  readonly text: string;
  /** `published`: nothing is being drawn; the next draft goes on counting, so that a window left open on this one cannot write into that. */
  readonly status: 'draft' | 'review' | 'approved' | 'published';
  readonly basedOn?: number;
  /** The revision in which it was begun: comments go on counting too. */
  readonly begunIn?: number;
  readonly editedBy: string;
  /** Where the steps stand and what is noted beside them; JSON text. */
  readonly layout?: string;
  /** What tries it out, and why something is not tried; JSON text. */
  readonly scenarios?: string;
  /** Everybody who edited since the last publication: none of them approves. */
  readonly editors?: readonly string[];
  /** What was saved last, oldest first: whoever saves on an older revision hears of it here. */
  readonly recent?: readonly DraftChange[];
  /** Who changed what and when since the draft was begun, without how. */
  readonly history?: DraftHistory;
  readonly submittedBy?: string;
  readonly submittedAt?: string;
  /** The words it was submitted with. */
  readonly why?: string;
  /** Of the definition, as it was submitted. */
  readonly hash?: string;
  readonly approvedBy?: string;
  readonly approvedAt?: string;
  /** What was approved, and by which rules: nothing else is published. */
  readonly approval?: Approval;
  /** Last time it was sent or taken back; gone at the next submission. */
  readonly returned?: { readonly by: string; readonly at: string; readonly why?: string };
  /** What a second person looked at last and sent back, as JSON texts: the next review shows what differs since. */
  readonly reviewed?: { readonly by: string; readonly at: string; readonly text: string; readonly layout: string };
  readonly updatedAt: string;
}
/** What one save changed: entries as the window made them, for other windows; JSON text. */
export interface DraftChange {
  readonly revision: number;
  readonly person: string;
  readonly at: string;
  readonly entries: string;
}
/** Saves, oldest first; of each the lines that people read, as JSON text. Not `whole`: the oldest are not kept any more. */
export interface DraftHistory {
  readonly whole: boolean;
  readonly saves: readonly DraftChange[];
}
export const definitionDraftSchema = storedSchema('definitionDrafts', {
  definition: { type: String, required: true },
  revision: { type: Number, required: true },
  text: { type: String, required: true },
  status: { type: String, required: true },
  basedOn: Number,
  begunIn: Number,
  editedBy: { type: String, required: true },
  layout: String,
  scenarios: String,
  editors: plain,
  recent: plain,
  history: plain,
  submittedBy: String,
  submittedAt: String,
  why: String,
  hash: String,
  approvedBy: String,
  approvedAt: String,
  approval: plain,
  returned: plain,
  reviewed: plain,
  updatedAt: { type: String, required: true },
});
definitionDraftSchema.index({ organisation: 1, definition: 1 });

/** A calendar's version, never edited in place; `_id` is `organisation:<calendar>:<version>`. */
export interface CalendarDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly calendar: string;
  readonly version: number;
  /** JSON text of the engine's `Calendar`. */
  readonly text: string;
  readonly title?: string;
  readonly at: string;
  readonly by?: string;
  /** While some case may not know of this version: when to tell it again. */
  readonly nextAt?: string;
}
export const calendarSchema = storedSchema('calendars', {
  calendar: { type: String, required: true },
  version: { type: Number, required: true },
  text: { type: String, required: true },
  title: String,
  at: { type: String, required: true },
  by: String,
  nextAt: String,
});
calendarSchema.index({ organisation: 1, calendar: 1, version: -1 });
calendarSchema.index({ nextAt: 1 }, { sparse: true });
