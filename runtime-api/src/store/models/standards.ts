import { plain, storedSchema } from '../schema.ts';

/** Who takes which rule off a procedure, until when and why; `_id` is `organisation:<definition id>:<random>`. Never changed but for `withdrawn`. */
export interface WaiverDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly definition: string;
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it counts, in the time zone of the organisation: `2026-09-30`. */
  readonly until: string;
  readonly person: string;
  readonly at: string;
  readonly withdrawn?: { readonly person: string; readonly at: string };
}
export const waiverSchema = storedSchema('waivers', {
  definition: { type: String, required: true },
  rule: { type: String, required: true },
  reason: { type: String, required: true },
  until: { type: String, required: true },
  person: { type: String, required: true },
  at: { type: String, required: true },
  withdrawn: plain,
});
waiverSchema.index({ organisation: 1, definition: 1, at: -1 });

export interface SignedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** What somebody signs of a procedure because no definition proves it. Never changed: who signs anew adds one. */
export interface AttestationDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly definition: string;
  readonly rule: string;
  readonly statement: string;
  /** Where it can be seen, in words or as links. */
  readonly evidence: string;
  /** Files that show it, as they were when it was signed: `id` names them in the store, their hash is what was signed. Older signatures have none. */
  readonly files?: readonly SignedFile[];
  /** The last day on which it counts, in the time zone of the organisation. */
  readonly validUntil: string;
  readonly person: string;
  readonly at: string;
}
export const attestationSchema = storedSchema('attestations', {
  definition: { type: String, required: true },
  rule: { type: String, required: true },
  statement: { type: String, required: true },
  files: plain,
  evidence: String, // Nothing is written where there is nothing to see yet.
  validUntil: { type: String, required: true },
  person: { type: String, required: true },
  at: { type: String, required: true },
});
attestationSchema.index({ organisation: 1, definition: 1, at: -1 });
