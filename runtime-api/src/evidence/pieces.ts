import type { EvidenceDocument } from '../store/models/evidence.ts';
import type { Store } from '../store/store.ts';

/** Far below what a document of either store may weigh, so that little of a file is in memory at once. */
export const pieceBytes = 256 * 1024;

type Content = Pick<EvidenceDocument, 'organisation' | 'sha256' | 'size'>;

export const pieceIds = ({ organisation, sha256, size }: Content): readonly string[] =>
  Array.from({ length: Math.ceil(size / pieceBytes) }, (_, index) => `${organisation}:${sha256}:${index}`);

/** Half a file is worse than none. */
export class PieceMissing extends Error {}

/** The content of a file, piece by piece. Throws `PieceMissing` where one is not there. */
export async function* bytesOf({ evidencePieces }: Pick<Store, 'evidencePieces'>, content: Content): AsyncGenerator<Buffer> {
  const { organisation } = content;
  for (const _id of pieceIds(content)) {
    const piece = await evidencePieces.findOne({ _id, organisation }).lean();
    if (!piece) throw new PieceMissing('A piece of a file is missing');
    yield Buffer.from(piece.bytes.value());
  }
}
