import { startPoll } from '../poll.ts';
import type { Ports } from '../ports.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Commit } from '../store/commit.ts';
import type { CaseDocument } from '../store/models/case.ts';
import { sweep } from '../store/tenant.ts';
import { unsettledOf } from '../store/unsettled.ts';
import { clearQuiet } from './clear.ts';
import { settle } from './settle.ts';

/** A case that still holds lines so long after its commit: its process crashed before it copied them. */
const lateMs = 5_000;
/** A case without a new event for so long is quiet: what was copied is cleared out of it. */
const quietMs = 500;
const pollMs = 2_000;
const batchMax = 100;
/** Cases looked after at the same time: many at once, as an import leaves them, must not lie for minutes. */
const atOnceMax = 32;

export interface SettleSweep {
  readonly stop: () => Promise<void>;
  /** One round now. */
  readonly look: () => Promise<void>;
}

/** The net below settling, and the broom behind it. */
export function startSettleSweep(ports: Ports): SettleSweep {
  const quiet = new Map<string, { readonly commit: Commit; readonly atMs: number }>();

  const look = async (): Promise<void> => {
    await clearSettled();
    while ((await settleLate()) === batchMax);
  };

  /** How many it found: as many as it asked for means that there are more. */
  const settleLate = async (): Promise<number> => {
    const before = new Date(ports.clock.now() - lateMs).toISOString();
    const late = ports.store.cases.find({ unsettledAt: { $lte: before } });
    const documents = await sweep(late, 'unsettled-cases').sort({ unsettledAt: 1 }).limit(batchMax).lean<CaseDocument[]>();
    await sideBySide(documents, atOnceMax, async (document) => {
      const unsettled = unsettledOf(document);
      await settle(document.organisation, unsettled, ports);
      await clearQuiet({ organisation: document.organisation, caseId: document._id, revision: document.revision }, ports);
      if (unsettled.effects.length > 0) ports.work.effectsWaiting();
    });
    return documents.length;
  };

  const clearSettled = async (): Promise<void> => {
    const now = ports.clock.now();
    await sideBySide(quiet, atOnceMax, async ([caseId, { commit, atMs }]) => {
      if (now - atMs < quietMs) return;
      quiet.delete(caseId);
      const known = await ports.cases.load(commit, false);
      const copied =
        known.ok && known.value.document.revision === commit.document.revision && known.value.document.unsettled.journal.length === 0;
      if (copied) await clearQuiet({ organisation: commit.organisation, caseId, revision: commit.document.revision }, ports);
    });
  };

  const unwatch = ports.work.watch((commit) => {
    if (ports.cases.copied(commit)) quiet.delete(commit.caseId);
    else quiet.set(commit.caseId, { commit, atMs: ports.clock.now() });
  });
  const poll = startPoll(ports, { everyMs: pollMs, failed: 'cases could not be settled' }, look);
  return {
    stop: async () => {
      unwatch();
      await poll.stop();
      await clearAll(quiet, ports);
    },
    look,
  };
}

/** On the way out: whoever starts next finds nothing to do. */
async function clearAll(quiet: Map<string, { readonly commit: Commit }>, ports: Ports): Promise<void> {
  await sideBySide(quiet, atOnceMax, async ([caseId, { commit }]) => {
    const known = await ports.cases.load(commit, false);
    if (known.ok && known.value.document.unsettled.journal.length === 0)
      await clearQuiet({ organisation: commit.organisation, caseId, revision: known.value.document.revision }, ports);
  });
  quiet.clear();
}
