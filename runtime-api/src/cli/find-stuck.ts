import type { Desk } from '../people/desk.ts';
import { instant } from '../people/desk.ts';
import { sweep } from '../store/tenant.ts';

export interface Stuck {
  readonly what: 'timer-due' | 'case-unsettled' | 'effect-unsent' | 'lease-expired';
  readonly organisation: string;
  readonly case: string;
  readonly since: string;
}

/** Twice the slowest poll: what lies longer was overlooked by every worker. */
const lateMs = { timer: 2_000, settling: 10_000, effect: 10_000 } as const;
const rowsMax = 100;

/** Work that should have been done by now: due timers, unsettled cases, effects nobody took or whose worker fell silent. */
export async function findStuck({ store, clock }: Desk): Promise<readonly Stuck[]> {
  const before = (ms: number) => instant(clock.now() - ms);
  const [timers, unsettled, effects] = await Promise.all([
    sweep(store.cases.find({ nextDueAt: { $lt: before(lateMs.timer) } }, { organisation: 1, nextDueAt: 1 }), 'verify')
      .sort({ nextDueAt: 1 })
      .limit(rowsMax)
      .lean<{ _id: string; organisation: string; nextDueAt: string }[]>(),
    sweep(store.cases.find({ unsettledAt: { $lt: before(lateMs.settling) } }, { organisation: 1, unsettledAt: 1 }), 'verify')
      .sort({ unsettledAt: 1 })
      .limit(rowsMax)
      .lean<{ _id: string; organisation: string; unsettledAt: string }[]>(),
    sweep(
      store.effects.find({ nextAt: { $lt: before(lateMs.effect) } }, { organisation: 1, caseId: 1, nextAt: 1, fence: 1, attempts: 1 }),
      'verify',
    )
      .sort({ nextAt: 1 })
      .limit(rowsMax)
      .lean<{ organisation: string; caseId: string; nextAt: string; fence: number; attempts: number }[]>(),
  ]);
  return [
    ...timers.map(({ _id, organisation, nextDueAt }) => ({ what: 'timer-due' as const, organisation, case: _id, since: nextDueAt })),
    ...unsettled.map(({ _id, organisation, unsettledAt }) => ({
      what: 'case-unsettled' as const,
      organisation,
      case: _id,
      since: unsettledAt,
    })),
    ...effects.map(({ organisation, caseId, nextAt, fence, attempts }) => ({
      what: fence > attempts ? ('lease-expired' as const) : ('effect-unsent' as const),
      organisation,
      case: caseId,
      since: nextAt,
    })),
  ];
}
