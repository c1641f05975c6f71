import { sha256 as contentHash } from '../event-id.ts';
import { hoursMs, instant } from '../people/desk.ts';
import { hashOf } from '../people/secret.ts';
import type { Ports } from '../ports.ts';
import { sideBySide } from '../side-by-side.ts';
import { insertNew } from '../store/insert-new.ts';
import type { EvidenceDocument } from '../store/models/evidence.ts';
import { fileName } from './file-name.ts';
import type { MediaType } from './media-type.ts';
import { pieceBytes, pieceIds } from './pieces.ts';

/** What nobody signs is swept away after that. */
export const unsignedForMs = hoursMs(24);
const piecesAtOnce = 4;

interface Sent {
  readonly organisation: string;
  readonly definition: string;
  readonly person: string;
  readonly name: string;
  readonly type: MediaType;
  readonly bytes: Buffer;
}

/**
 * Keeps a file until somebody signs it, or for a day. Its row comes first and is seen by nobody, then the pieces, then the row is whole: whatever is cut
 * off on the way is finished by whoever sends it again, or swept. Sent twice, kept once.
 */
export async function keepEvidence({ store, clock }: Ports, { bytes, ...sent }: Sent): Promise<EvidenceDocument | null> {
  const { organisation, definition, person, type } = sent;
  const now = clock.now();
  const at = instant(now);
  const sha256 = contentHash(bytes);
  const name = fileName(sent.name, type);
  const _id = `${organisation}:${definition}:${hashOf('evidence', sha256, name)}`;
  await insertNew(() =>
    store.evidence.updateOne(
      { _id, organisation, expiresAt: { $exists: true } }, // Signed ones are there for good: then there is nothing new.
      {
        $set: { expiresAt: instant(now + unsignedForMs) },
        $setOnInsert: { definition, name, type, size: bytes.length, sha256, person, at },
      },
      { upsert: true },
    ),
  );
  const pieces = pieceIds({ organisation, sha256, size: bytes.length });
  await sideBySide(pieces.entries(), piecesAtOnce, async ([index, piece]) => {
    await insertNew(() =>
      store.evidencePieces.updateOne(
        { _id: piece, organisation },
        { $set: { sentAt: at }, $setOnInsert: { bytes: bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes) } },
        { upsert: true },
      ),
    );
  });
  return await store.evidence
    .findOneAndUpdate({ _id, organisation }, { $set: { whole: true } }, { returnDocument: 'after' })
    .lean<EvidenceDocument>();
}
