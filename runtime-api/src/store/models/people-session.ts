import { storedSchema } from '../schema.ts';

/** Somebody is signed in. `_id` is the hash of the secret in the cookie. */
export interface SessionDocument {
  _id: string;
  organisation: string;
  person: string;
  device: string;
  startedAt: string;
  seenAt: string;
  idleEndsAt: string;
  absoluteEndsAt: string;
  /** The sweep removes what is long over. */
  expiresAt: string;
}

export const sessionSchema = storedSchema('sessions', {
  person: { type: String, required: true },
  device: { type: String, required: false, default: '' },
  startedAt: { type: String, required: true },
  seenAt: { type: String, required: true },
  idleEndsAt: { type: String, required: true },
  absoluteEndsAt: { type: String, required: true },
  expiresAt: { type: String, required: true },
});
sessionSchema.index({ organisation: 1, person: 1, startedAt: 1 });
sessionSchema.index({ expiresAt: 1 }, { sparse: true });
