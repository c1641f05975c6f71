import { sha256 } from '../event-id.ts';
import { bytesOf, PieceMissing } from '../evidence/pieces.ts';
import type { Log } from '../ports.ts';
import type { SignedFile } from '../store/models/standards.ts';
import type { Store } from '../store/store.ts';
import { evidenceMostBytes, type Manifest } from './manifest.ts';

export interface SignedFiles {
  readonly files: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  readonly leftOut: Manifest['evidence']['leftOut'];
}

/** What people signed, by its content and so each once, in the order of the signatures; what would make the bundle too large is named instead. */
export async function signedFiles(
  { store, log }: { readonly store: Store; readonly log: Log },
  organisation: string,
  signed: readonly SignedFile[],
): Promise<SignedFiles> {
  const files: SignedFiles['files'][number][] = [];
  const leftOut: SignedFiles['leftOut'] = [];
  let left = evidenceMostBytes;
  for (const { sha256, name, size } of new Map(signed.map((one) => [one.sha256, one])).values()) {
    const bytes = size <= left ? await contentOf(store, { organisation, sha256, size }) : undefined;
    if (bytes) {
      files.push({ sha256, bytes });
      left -= size;
    } else {
      const because = size <= left ? 'damaged' : 'too-large';
      if (because === 'damaged') log.error({ organisation, sha256 }, 'a file that somebody signed is not what was signed any more');
      leftOut.push({ sha256, name, size, because });
    }
  }
  return { files, leftOut };
}

/** Nothing where it is not what was signed. */
async function contentOf(
  store: Store,
  content: { readonly organisation: string; readonly sha256: string; readonly size: number },
): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of bytesOf(store, content)) pieces.push(piece);
  } catch (error) {
    if (error instanceof PieceMissing) return undefined;
    throw error;
  }
  const bytes = Buffer.concat(pieces);
  return sha256(bytes) === content.sha256 ? bytes : undefined;
}
