import { plain, storedSchema } from '../schema.ts';

/** One line an event; `_id` is `caseId:revision`. Names of fields, never their values. `hash` covers everything else in the line and so the line before. */
export interface JournalLine {
  readonly _id: string;
  readonly organisation: string;
  readonly caseId: string;
  readonly revision: number;
  readonly at: string;
  readonly eventId: string;
  readonly type: string;
  readonly bodyHash: string;
  readonly by?: {
    readonly person?: string;
    readonly service?: string;
    readonly onBehalfOf?: string;
    readonly roles: readonly string[];
  };
  /** Active steps and stages before and after. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly status: string;
  readonly outcome?: string;
  /** Rows taken: `[event, from, to joined by a blank, JSON pointer]`. */
  readonly taken: readonly (readonly [string, string, string, string])[];
  readonly changed: readonly string[];
  readonly filed: readonly string[];
  /** What the world was asked to do: key, kind, and for letters which and to whom. */
  readonly effects: readonly {
    readonly key: string;
    readonly kind: string;
    readonly letter?: string;
    readonly to?: string;
  }[];
  /** Instances opened and closed. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  /** The incident that this line opened, retried or skipped. */
  readonly incident?: string;
  /** SHA-256 of salt and contents text; the salt lies with the contents. */
  readonly contentsHash: string;
  /** SHA-256 of salt and the case's snapshot text after this line. */
  readonly stateHash: string;
  readonly previous: string;
  readonly hash: string;
}

/** What the line only hashes: answers, notes, reasons. Erasing it leaves a chain that verifies. */
export interface ContentsDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly caseId: string;
  readonly revision: number;
  readonly salt: string;
  /** JSON text of `Contents`. */
  readonly text: string;
}

export const journalSchema = storedSchema('journal', {
  caseId: { type: String, required: true },
  revision: { type: Number, required: true },
  at: { type: String, required: true },
  eventId: { type: String, required: true },
  type: { type: String, required: true },
  bodyHash: { type: String, required: true },
  by: plain,
  from: plain,
  to: plain,
  status: String,
  outcome: String,
  taken: plain,
  changed: plain,
  filed: plain,
  effects: plain,
  opened: plain,
  closed: plain,
  incident: String,
  contentsHash: String,
  stateHash: String,
  previous: String,
  hash: { type: String, required: true },
  /** When it was copied: followers read by it. Not part of the line. */
  writtenAt: String,
});
journalSchema.index({ organisation: 1, caseId: 1, revision: 1 });
journalSchema.index({ organisation: 1, caseId: 1, eventId: 1 });
journalSchema.index({ writtenAt: 1 }, { sparse: true });

export const contentsSchema = storedSchema('contents', {
  caseId: { type: String, required: true },
  revision: { type: Number, required: true },
  salt: { type: String, required: true },
  text: { type: String, required: true },
});
contentsSchema.index({ organisation: 1, caseId: 1, revision: 1 });
