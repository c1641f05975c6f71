import type { Ports } from '../ports.ts';
import type { EffectDocument } from '../store/models/effect.ts';
import { sweep } from '../store/tenant.ts';

/** A worker that is silent so long has lost its claim. It renews at a third. */
export const leaseMs = 30_000;
/** Look again at the first in the lane, as soon as that may be over; it usually wakes the next one itself. */
const behindMs = { least: 1_000, most: 60_000 };

type Claiming = Pick<Ports, 'store' | 'clock'>;
const instant = (atMs: number): string => new Date(atMs).toISOString();

/** What others do, at their own pace: a mail server that hangs must not keep numbers and other cases waiting. */
export const isOutside = ({ kind }: Pick<EffectDocument, 'kind'>): boolean => kind === outside;
const outside = 'letter';

/** Rows that may be worked on now, of all organisations; without those that others do where `own`. */
export async function dueEffects(ports: Claiming, most: number, own = false): Promise<readonly EffectDocument[]> {
  const due = ports.store.effects.find({ nextAt: { $lte: instant(ports.clock.now()) }, ...(own ? { kind: { $ne: outside } } : {}) });
  return sweep(due, 'due-effects').sort({ nextAt: 1 }).limit(most).lean<EffectDocument[]>();
}

/** Takes a row by compare-and-set on its fence; undefined if another worker was faster or an earlier one of its lane is still open. */
export async function claim(row: EffectDocument, ports: Claiming): Promise<EffectDocument | undefined> {
  const { organisation, _id, lane } = row;
  const first = await ports.store.effects.findOne({ organisation, lane, open: true }).sort({ order: 1 }).lean<EffectDocument>();
  if (first === null) return undefined;
  if (first._id !== _id) {
    if (row.kind === 'case.stop') await hurry(first, ports);
    const nextAt = instant(behind(first, ports.clock.now()));
    await ports.store.effects.updateOne({ organisation, _id, fence: row.fence }, { $set: { nextAt } });
    // The first one may have ended in between, and woken this row before it was put off: then it is this one's turn.
    const ended = (await ports.store.effects.findOne({ organisation, _id: first._id, open: true }, { _id: 1 }).lean()) === null;
    return ended ? claim({ ...row, nextAt }, ports) : undefined;
  }
  if (row.nextAt === undefined) return undefined;
  const taken = { fence: row.fence + 1, nextAt: instant(ports.clock.now() + leaseMs) };
  const answer = await ports.store.effects.updateOne(
    { organisation, _id, fence: row.fence, open: true, nextAt: row.nextAt },
    { $set: taken, $unset: { note: '' } },
  );
  return answer.matchedCount === 1 ? { ...first, ...taken } : undefined;
}

const behind = (first: EffectDocument, nowMs: number): number =>
  Math.min(
    nowMs + behindMs.most,
    Math.max(nowMs + behindMs.least, first.nextAt === undefined ? Number.MAX_VALUE : Date.parse(first.nextAt)),
  );

/** The step was left: whatever is still kept for its sub-procedure, or was given up, is looked at once more and finds nobody waiting. A row with a claim has no note. */
async function hurry(row: EffectDocument, ports: Claiming): Promise<void> {
  if (row.note === undefined) return;
  const { organisation, _id, fence, state } = row;
  const asItWas = row.nextAt === undefined ? { nextAt: { $exists: false } } : { nextAt: row.nextAt };
  await ports.store.effects.updateOne(
    { organisation, _id, fence, open: true, state, ...asItWas },
    { $set: { state: 'open', nextAt: instant(ports.clock.now()) } },
  );
}

/** False if the claim was lost. */
export async function renew(row: EffectDocument, ports: Claiming): Promise<boolean> {
  const { organisation, _id, fence } = row;
  const answer = await ports.store.effects.updateOne(
    { organisation, _id, fence, open: true },
    { $set: { nextAt: instant(ports.clock.now() + leaseMs) } },
  );
  return answer.matchedCount === 1;
}

/** The last write names the fence: a worker that slept through its lease changes nothing. */
export async function close(
  row: EffectDocument,
  end: { readonly state: 'done' | 'ignored' | 'skipped'; readonly note?: string },
  ports: Claiming,
): Promise<boolean> {
  const { organisation, _id, fence } = row;
  const answer = await ports.store.effects.updateOne(
    { organisation, _id, fence, open: true },
    { $set: { ...end, doneAt: instant(ports.clock.now()) }, $unset: { nextAt: '', open: '' } },
  );
  return answer.matchedCount === 1;
}

export async function postpone(
  row: EffectDocument,
  until: { readonly atMs: number; readonly note: string; readonly attempts: number },
  ports: Claiming,
): Promise<boolean> {
  const { organisation, _id, fence } = row;
  const answer = await ports.store.effects.updateOne(
    { organisation, _id, fence, open: true },
    { $set: { nextAt: instant(until.atMs), note: until.note, attempts: until.attempts } },
  );
  return answer.matchedCount === 1;
}

/** Stays first in its lane, out of the workers' sight, until people decide. */
export async function park(row: EffectDocument, note: string, ports: Claiming): Promise<boolean> {
  const { organisation, _id, fence } = row;
  const answer = await ports.store.effects.updateOne(
    { organisation, _id, fence, open: true },
    { $set: { state: 'incident', note }, $unset: { nextAt: '' } },
  );
  return answer.matchedCount === 1;
}

/** The next one of the lane need not wait for its next look. One that somebody works on already keeps its lease: it was claimed, and has no note. */
export async function wakeNext(row: EffectDocument, ports: Claiming): Promise<boolean> {
  const { organisation, lane } = row;
  const next = await ports.store.effects.findOne({ organisation, lane, open: true }).sort({ order: 1 }).lean<EffectDocument>();
  if (next?.nextAt === undefined || (next.fence > 0 && next.note === undefined)) return false;
  await ports.store.effects.updateOne(
    { organisation, _id: next._id, fence: next.fence, nextAt: next.nextAt },
    { $set: { nextAt: instant(ports.clock.now()) } },
  );
  return true;
}
