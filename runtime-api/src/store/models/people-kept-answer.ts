import { storedSchema } from '../schema.ts';

/** The first answer to a request with an `Idempotency-Key`. `_id` is a hash of caller, route and key. */
export interface KeptAnswerDocument {
  _id: string;
  organisation: string;
  bodyHash: string;
  /** Absent while the first request is still at work. */
  status?: number;
  /** JSON text, without what is shown only once. */
  body?: string;
  expiresAt: string;
}

export const keptAnswerSchema = storedSchema('keptAnswers', {
  bodyHash: { type: String, required: true },
  status: Number,
  body: String,
  expiresAt: { type: String, required: true },
});
keptAnswerSchema.index({ expiresAt: 1 }, { sparse: true });
