import { storedSchema } from '../schema.ts';

/** The key by which an organisation signs what it hands to auditors; `_id` repeats the organisation: it has one, and that never changes. */
export interface SigningKeyDocument {
  readonly _id: string;
  readonly organisation: string;
  /** PEM, PKCS #8. Read by `bundle/organisation-key.ts` alone. */
  readonly privateKey: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
  readonly madeAt: string;
}
export const signingKeySchema = storedSchema('signingKeys', {
  privateKey: { type: String, required: true },
  publicKey: { type: String, required: true },
  madeAt: { type: String, required: true },
});
