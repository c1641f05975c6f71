import { storedSchema } from '../schema.ts';

/** The password of a person, apart from the person, so that no list can carry it. `_id` is the person's. */
export interface CredentialDocument {
  _id: string;
  organisation: string;
  /** argon2id, with its own salt and costs. */
  passwordHash: string;
  changedAt: string;
}

export const credentialSchema = storedSchema('credentials', {
  passwordHash: { type: String, required: true },
  changedAt: { type: String, required: true },
});
