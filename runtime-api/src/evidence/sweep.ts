import { instant } from '../people/desk.ts';
import { type Poll, startPoll } from '../poll.ts';
import type { Ports } from '../ports.ts';
import type { EvidenceDocument } from '../store/models/evidence.ts';
import { sweep } from '../store/tenant.ts';
import { unsignedForMs } from './keep.ts';
import { pieceIds } from './pieces.ts';

const everyMs = 600_000;
const batchMax = 50;

/** Files that nobody signed for a day, and what was cut off while it was sent, are not kept. */
export function startEvidenceSweep(ports: Ports): Pick<Poll, 'stop'> & { readonly look: () => Promise<void> } {
  const look = () => sweepUnsigned(ports);
  const { stop } = startPoll(ports, { everyMs, failed: 'files that nobody signed could not be swept' }, look);
  return { stop, look };
}

async function sweepUnsigned(ports: Ports): Promise<void> {
  let found: readonly EvidenceDocument[];
  do {
    const now = instant(ports.clock.now());
    const expired = ports.store.evidence.find({ expiresAt: { $lte: now } });
    found = await sweep(expired, 'expired').sort({ expiresAt: 1 }).limit(batchMax).lean<EvidenceDocument[]>();
    for (const file of found) await remove(ports, file, now);
  } while (found.length === batchMax);
}

/** Each step looks again at the times: who sends the same content meanwhile moves them on, and it stays. */
async function remove({ store, clock }: Ports, file: EvidenceDocument, now: string): Promise<void> {
  const { _id, organisation, sha256 } = file;
  const mine = { _id, organisation, expiresAt: { $lte: now } };
  const hidden = await store.evidence.updateOne(mine, { $unset: { whole: 1 } });
  if (hidden.matchedCount === 0) return;
  const other = await store.evidence.findOne({ organisation, sha256, _id: { $ne: _id } }, { _id: 1 }).lean();
  const sentBefore = instant(clock.now() - unsignedForMs);
  if (!other)
    for (const piece of pieceIds(file)) await store.evidencePieces.deleteOne({ _id: piece, organisation, sentAt: { $lte: sentBefore } });
  await store.evidence.deleteOne(mine);
}
