import type { Store } from './store.ts';
import { sweep } from './tenant.ts';

/** Twice the poll, with room for one slow round. */
const lateMs = 2_000;

export interface Stuck {
  readonly dueTimers: number;
  readonly unsettledCases: number;
  /** Not begun, or begun by a worker whose lease has run out. */
  readonly lateEffects: number;
  /** Age of the oldest waiting effect in milliseconds, 0 if none waits. */
  readonly oldestEffectMs: number;
}

/** What should have been done by now: a due timer, a case that is not settled, an effect nobody took, an expired lease. None, in a healthy server. */
export async function stuckNow(store: Store, nowMs: number, late = lateMs): Promise<Stuck> {
  const before = new Date(nowMs - late).toISOString();
  const [dueTimers, unsettledCases, lateEffects, oldest] = await Promise.all([
    sweep(store.cases.countDocuments({ nextDueAt: { $lte: before } }), 'metrics'),
    sweep(store.cases.countDocuments({ unsettledAt: { $lte: new Date(nowMs - late - 5_000).toISOString() } }), 'metrics'),
    sweep(store.effects.countDocuments({ nextAt: { $lte: before } }), 'metrics'),
    sweep(store.effects.findOne({ nextAt: { $lte: before } }, { nextAt: 1 }), 'metrics')
      .sort({ nextAt: 1 })
      .lean<{ readonly nextAt: string }>(),
  ]);
  return { dueTimers, unsettledCases, lateEffects, oldestEffectMs: oldest === null ? 0 : Math.max(0, nowMs - Date.parse(oldest.nextAt)) };
}
