import type { KeyObject } from 'node:crypto';
import { sha256 as hashOf } from '../event-id.ts';
import { shapeCheck } from '../http/shape-check.ts';
import { storedJson } from '../stored-json.ts';
import type { BundleFile } from './archive.ts';
import type { BundleFault } from './bundle-fault.ts';
import { Manifest, manifestName, publicKeyName, sealNames, signatureName } from './manifest.ts';
import { fingerprintOf, isSignedBy, pemOf, readPublicKey } from './signing.ts';

/** What somebody who checks a bundle has of the organisation, by another way than the bundle: its key, or the key's fingerprint. */
export type TrustedKey = { readonly key: KeyObject } | { readonly fingerprint: string };

export interface Seal {
  readonly manifest?: Manifest;
  /** Of the key that lies in the bundle. */
  readonly enclosed?: string;
  readonly faults: readonly BundleFault[];
}

const wrongWithManifest = shapeCheck(Manifest);
type Files = ReadonlyMap<string, Uint8Array>;

/** The signature over the manifest, and every other file by its size and hash; none may be missing, none may be there besides. */
export function checkSeal(files: readonly BundleFile[], trusted: TrustedKey | undefined): Seal {
  const byName: Files = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const bytes = byName.get(manifestName);
  if (!bytes) return { faults: [{ fault: 'manifest-missing', file: manifestName }] };
  const enclosedText = textOf(byName.get(publicKeyName));
  const enclosedKey = readPublicKey(enclosedText);
  const enclosed = enclosedKey && fingerprintOf(enclosedKey);
  const known = enclosed === undefined ? {} : { enclosed };
  const key = trusted && 'key' in trusted ? trusted.key : enclosedKey;
  const signature = byName.get(signatureName) ?? new Uint8Array();
  const faults: BundleFault[] = [
    ...(enclosedKey ? [] : [{ fault: 'key-unreadable', file: publicKeyName } as const]),
    // The list does not name it, and a key may stand between other words: whoever unpacks it is to read the key and nothing else.
    ...(enclosedKey && pemOf(enclosedKey) !== enclosedText ? [{ fault: 'file-altered', file: publicKeyName } as const] : []),
    ...(key && isSignedBy(bytes, signature, key) ? [] : [{ fault: 'signature-wrong', file: signatureName } as const]),
  ];
  const read = storedJson(textOf(bytes));
  if (!isManifest(read)) return { ...known, faults: [...faults, { fault: 'manifest-unreadable', file: manifestName }] };
  const expected = trusted && ('key' in trusted ? fingerprintOf(trusted.key) : trusted.fingerprint);
  if (enclosed !== undefined && (enclosed !== read.key.fingerprint || (expected !== undefined && enclosed !== expected)))
    faults.push({ fault: 'key-differs', file: publicKeyName });
  return { ...known, manifest: read, faults: [...faults, ...listFaults(read, byName)] };
}

const isManifest = (read: unknown): read is Manifest => wrongWithManifest(read).length === 0;

function listFaults({ files }: Manifest, byName: Files): readonly BundleFault[] {
  const listed = new Set(files.map(({ name }) => name));
  return [
    ...files.flatMap(({ name, size, sha256 }): readonly BundleFault[] => {
      const bytes = byName.get(name);
      if (!bytes) return [{ fault: 'file-missing', file: name }];
      return bytes.byteLength === size && hashOf(bytes) === sha256 ? [] : [{ fault: 'file-altered', file: name }];
    }),
    ...[...byName.keys()]
      .filter((name) => !listed.has(name) && !sealNames.includes(name))
      .map((name): BundleFault => ({ fault: 'file-extra', file: name })),
  ];
}

export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
