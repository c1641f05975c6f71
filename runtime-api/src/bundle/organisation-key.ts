import { insertNew } from '../store/insert-new.ts';
import type { SigningKeyDocument } from '../store/models/signing-key.ts';
import type { Store } from '../store/store.ts';
import { fingerprintOf, newKeyPair, readPublicKey, signed } from './signing.ts';

/** What others may know of the key, and the one thing that is done with the rest of it. */
export interface OrganisationKey {
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly madeAt: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** The organisation's Ed25519 key, made when somebody first asks for it. Its private part leaves neither this file nor the store. */
export async function organisationKey(
  { signingKeys }: Pick<Store, 'signingKeys'>,
  { organisation, at }: { readonly organisation: string; readonly at: string },
): Promise<OrganisationKey> {
  const read = () => signingKeys.findOne({ _id: organisation, organisation }).lean<SigningKeyDocument>();
  let kept = await read();
  if (!kept) {
    const made = { _id: organisation, organisation, ...newKeyPair(), madeAt: at };
    await insertNew(() => signingKeys.insertMany([made]));
    kept = await read(); // Where somebody else asked at the same time, theirs may be the key.
  }
  const key = kept && readPublicKey(kept.publicKey);
  if (!kept || !key) throw new Error('The signing key of an organisation cannot be read');
  const { privateKey, publicKey, madeAt } = kept;
  return { publicKey, fingerprint: fingerprintOf(key), madeAt, sign: (bytes) => signed(bytes, privateKey) };
}
