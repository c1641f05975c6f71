import { storedSchema } from '../schema.ts';

/** Wrong passwords so far, by a hash of e-mail or of e-mail and address: known and unknown e-mails look alike. */
export interface AttemptDocument {
  _id: string;
  organisation: string;
  failures: number;
  /** Milliseconds since the epoch: no attempt is looked at before. */
  notBefore: number;
  expiresAt: string;
}

export const attemptSchema = storedSchema('attempts', {
  failures: { type: Number, required: true },
  notBefore: { type: Number, required: true },
  expiresAt: { type: String, required: true },
});
attemptSchema.index({ expiresAt: 1 }, { sparse: true });
