import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** PEM texts: PKCS #8 and SPKI. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

export const newKeyPair = (): KeyPair =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

/** An Ed25519 key out of PEM text that somebody handed in. */
export function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The one text of a key that is ours. */
export const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

/** SHA-256 of the key's SPKI DER, 64 digits in hexadecimal. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** In groups of four, as people compare it. */
export const inGroups = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';

/** A fingerprint as people type it: with blanks or colons, in either case. */
export function readFingerprint(typed: string): string | undefined {
  const plain = typed.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : undefined;
}

export const signed = (bytes: Uint8Array, privateKey: string): Buffer => sign(null, bytes, privateKey);
export const isSignedBy = (bytes: Uint8Array, signature: Uint8Array, key: KeyObject): boolean =>
  signature.byteLength === 64 && verify(null, bytes, key, signature);
