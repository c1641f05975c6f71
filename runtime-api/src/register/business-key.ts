import { ok, type Result, refuse } from '@redress/engine';
import { sha256 } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { insertNew } from '../store/insert-new.ts';
import type { BusinessKeyDocument } from '../store/models/register.ts';

/** A start that has not arrived after this time was a crash: its key may be taken over. */
const patienceMs = 60_000;

/** Unique in the organisation because it is the `_id`. The row comes before its case; a key whose case never came is given on. */
export async function reserveBusinessKey(
  wanted: {
    readonly organisation: string;
    readonly businessKey: string;
    readonly caseId: string;
    readonly at: string;
  },
  ports: Pick<Ports, 'store' | 'clock'>,
): Promise<Result<string, Refusal>> {
  const { organisation, businessKey, caseId, at } = wanted;
  const { businessKeys, cases } = ports.store;
  const _id = sha256(['business-key', organisation, businessKey].join('\n'));
  if (await insertNew(() => businessKeys.insertMany([{ _id, organisation, businessKey, caseId, at }]))) return ok(caseId);
  const row = await businessKeys.findOne({ organisation, _id }).lean<BusinessKeyDocument>();
  if (row === null || row.caseId === caseId) return ok(caseId);
  const exists = (await cases.countDocuments({ organisation, _id: row.caseId })) > 0;
  const used = refuse<Refusal>({
    code: 'business-key-used',
    businessKey,
    caseId: row.caseId,
  });
  if (exists || ports.clock.now() - Date.parse(row.at) < patienceMs) return used;
  const taken = await businessKeys.updateOne({ organisation, _id, caseId: row.caseId }, { $set: { caseId, at } });
  return taken.matchedCount === 1 ? ok(caseId) : used;
}
