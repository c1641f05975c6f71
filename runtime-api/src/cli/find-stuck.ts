import type { Desk } from '../people/desk.ts';
import { instant } from '../people/desk.ts';
import { sweep } from '../store/tenant.ts';

export interface Stuck {
  readonly what: 'timer-due' | 'case-unsettled' | 'effect-unsent' | 'lease-expired';
  readonly organisation: string;
  readonly case: string;
  readonly since: string;
}

/** Twice the poll of each worker (settling first leaves a case alone for five seconds): what lies longer was overlooked by every one. */
const lateMs = { timer: 2_000, settling: 9_000, effect: 2_000 } as const;
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
      store.effects.find({ nextAt: { $lt: before(lateMs.effect) } }, { organisation: 1, caseId: 1, nextAt: 1, fence: 1, note: 1 }),
      'verify',
    )
      .sort({ nextAt: 1 })
      .limit(rowsMax)
      .lean<{ organisation: string; caseId: string; nextAt: string; fence: number; note?: string }[]>(),
  ]);
  return [
    ...timers.map(({ _id, organisation, nextDueAt }) => ({ what: 'timer-due' as const, organisation, case: _id, since: nextDueAt })),
    ...unsettled.map(({ _id, organisation, unsettledAt }) => ({
      what: 'case-unsettled' as const,
      organisation,
      case: _id,
      since: unsettledAt,
    })),
    ...effects.map(({ organisation, caseId, nextAt, fence, note }) => ({
      // A claim takes the note of the last attempt away, and its end writes a new one: claimed without a note, the worker fell silent.
      what: fence > 0 && note === undefined ? ('lease-expired' as const) : ('effect-unsent' as const),
      organisation,
      case: caseId,
      since: nextAt,
    })),
  ];
}
