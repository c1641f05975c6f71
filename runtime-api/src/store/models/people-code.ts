import { plain, storedSchema } from '../schema.ts';

/** A one-time code. `_id` is its hash; `organisation` is the installation's, for nobody knows yet who asks. */
export interface CodeDocument {
  _id: string;
  organisation: string;
  /** `set-up`: the first organisation. `organisation`: one more, by the command line. `person`: an invitation. */
  kind: 'set-up' | 'organisation' | 'person';
  organisationName?: string;
  invites?: { organisation: string; person: string };
  endsAt: string;
  usedAt?: string;
  expiresAt: string;
}

export const codeSchema = storedSchema('codes', {
  kind: { type: String, required: true },
  organisationName: String,
  invites: plain,
  endsAt: { type: String, required: true },
  usedAt: String,
  expiresAt: { type: String, required: true },
});
codeSchema.index({ organisation: 1, 'invites.person': 1 });
codeSchema.index({ expiresAt: 1 }, { sparse: true });
