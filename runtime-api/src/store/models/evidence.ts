import type { mongo } from 'mongoose';
import { storedSchema } from '../schema.ts';

/**
 * A file that shows what somebody signs of a procedure; `_id` is `organisation:<definition id>:<file>`, where `<file>` is a hash of content and name:
 * the same file sent twice is one. Never changed but for `whole` and `expiresAt`.
 */
export interface EvidenceDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly definition: string;
  /** As it was sent, without what is no part of a name. */
  readonly name: string;
  /** Found by the content, never believed. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Of the content, in hexadecimal digits. */
  readonly sha256: string;
  readonly person: string;
  readonly at: string;
  /** All of its bytes are kept: until then nobody sees it. */
  readonly whole?: true;
  /** Nobody has signed it: from then on it is swept away. */
  readonly expiresAt?: string;
}
export const evidenceSchema = storedSchema('evidence', {
  definition: { type: String, required: true },
  name: { type: String, required: true },
  type: { type: String, required: true },
  size: { type: Number, required: true },
  sha256: { type: String, required: true },
  person: { type: String, required: true },
  at: { type: String, required: true },
  whole: Boolean,
  expiresAt: String,
});
evidenceSchema.index({ organisation: 1, sha256: 1 });
evidenceSchema.index({ expiresAt: 1 }, { sparse: true });

/** A piece of a content, once for each organisation however many files have it; `_id` is `organisation:<sha256>:<0, 1, 2 …>`. */
export interface EvidencePieceDocument {
  readonly _id: string;
  readonly organisation: string;
  readonly bytes: mongo.Binary;
  /** When somebody last sent this content. */
  readonly sentAt: string;
}
export const evidencePieceSchema = storedSchema('evidence-pieces', {
  bytes: { type: Buffer, required: true },
  sentAt: { type: String, required: true },
});
