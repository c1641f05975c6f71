import type { Period } from '../calendar/usual-periods.ts';
import { ask } from './request.ts';
import type { Instant } from './shapes/basics.ts';

/** By which evidence bundles of the organisation are known. */
export interface SigningKey {
  /** SHA-256 of the key, 64 digits in hexadecimal. */
  readonly fingerprint: string;
  /** PEM. */
  readonly publicKey: string;
  readonly madeAt: Instant;
}

/** Evidence of a version for an auditor; it is made now, and that may take some seconds. */
export const readBundle = (id: string, version: number, period: Period) =>
  ask<Blob>({
    method: 'GET',
    path: `/definitions/${encodeURIComponent(id)}/versions/${version}/bundle`,
    query: { ...period },
    takesFile: true,
  });
export const bundleName = (id: string, version: number) => `${id}-${version}-evidence.zip`;

export const readSigningKey = () => ask<SigningKey>({ method: 'GET', path: '/organisation/signing-key' });
/** Where the browser fetches the public key. */
export const signingKeyFile = '/api/v1/organisation/signing-key/file';
