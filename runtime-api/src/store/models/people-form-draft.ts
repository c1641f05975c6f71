import { storedSchema } from '../schema.ts';

/** A form somebody is filling in. `_id` is a hash of organisation, person and key: nobody else's hand reaches it. */
export interface FormDraftDocument {
  _id: string;
  organisation: string;
  person: string;
  key: string;
  /** JSON text: the store never looks into it. */
  values: string;
  savedAt: string;
  expiresAt: string;
}

export const formDraftSchema = storedSchema('formDrafts', {
  person: { type: String, required: true },
  key: { type: String, required: true },
  values: { type: String, required: true },
  savedAt: { type: String, required: true },
  expiresAt: { type: String, required: true },
});
formDraftSchema.index({ organisation: 1, person: 1, savedAt: 1 });
formDraftSchema.index({ expiresAt: 1 }, { sparse: true });
