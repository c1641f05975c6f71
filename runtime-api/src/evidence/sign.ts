import { ok, type Result } from '@redress/engine';
import type { EvidenceDocument } from '../store/models/evidence.ts';
import type { Store } from '../store/store.ts';

interface Place {
  readonly organisation: string;
  readonly definition: string;
}

/** A whole file of a procedure; null if there is none of that name here. */
export const findEvidence = async (
  { evidence }: Pick<Store, 'evidence'>,
  { organisation, definition }: Place,
  file: string,
): Promise<EvidenceDocument | null> =>
  await evidence.findOne({ _id: `${organisation}:${definition}:${file}`, organisation, whole: true }).lean<EvidenceDocument>();

/** Files that somebody signs are kept for good. Refused: the first that is not there, or was swept; then nothing is signed. */
export async function signEvidence(
  { evidence }: Pick<Store, 'evidence'>,
  { organisation, definition }: Place,
  files: readonly string[],
): Promise<Result<readonly EvidenceDocument[], { readonly code: 'evidence-unknown'; readonly file: string }>> {
  const signed: EvidenceDocument[] = [];
  for (const file of files) {
    const kept = await evidence
      .findOneAndUpdate(
        { _id: `${organisation}:${definition}:${file}`, organisation, whole: true },
        { $unset: { expiresAt: 1 } },
        { returnDocument: 'after' },
      )
      .lean<EvidenceDocument>();
    if (!kept) return { ok: false, refusal: { code: 'evidence-unknown', file } };
    signed.push(kept);
  }
  return ok(signed);
}
