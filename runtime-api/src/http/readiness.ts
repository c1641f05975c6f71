import type { Static } from '@sinclair/typebox';
import { sweep } from '../store/tenant.ts';
import { describe } from './describe-failure.ts';
import type { Office } from './office.ts';
import type { Readiness } from './shapes/office.ts';

/** From here on a part is said to fail. */
const limitsMs = { clock: 5_000, timers: 60_000, settling: 60_000, effects: 300_000 } as const;

type Part = Static<typeof Readiness>['parts'][string];

/** Whether work can be done: the store answers and took the last write, clocks agree, nothing due is left lying. */
export async function readiness(office: Office): Promise<Static<typeof Readiness>> {
  const { store, clock } = office.ports;
  const now = clock.now();
  const late = (at: string | undefined) => (at === undefined ? 0 : Math.max(0, now - Date.parse(at)));
  const part = (lagMs: number, most: number): Part => ({ ok: lagMs < most, facts: { lagMs } });
  const parts: Record<string, Part> = {};
  try {
    const before = Date.now();
    const [due, unsettled, effect] = await Promise.all([
      sweep(store.cases.findOne({ nextDueAt: { $gt: '' } }, { nextDueAt: 1 }).sort({ nextDueAt: 1 }), 'metrics').lean<{
        nextDueAt?: string;
      }>(),
      sweep(store.cases.findOne({ unsettledAt: { $gt: '' } }, { unsettledAt: 1 }).sort({ unsettledAt: 1 }), 'metrics').lean<{
        unsettledAt?: string;
      }>(),
      sweep(store.effects.findOne({ nextAt: { $gt: '' } }, { nextAt: 1 }).sort({ nextAt: 1 }), 'metrics').lean<{ nextAt?: string }>(),
    ]);
    const losesWrites = store.losesWrites?.() ?? false;
    parts.store = {
      ok: !losesWrites,
      facts: { kind: store.kind, answeredMs: Date.now() - before, ...(losesWrites ? { losesWrites } : {}) },
    };
    parts.clock = { ok: Math.abs(office.skewMs()) < limitsMs.clock, facts: { skewMs: office.skewMs() } };
    parts.timers = part(late(due?.nextDueAt), limitsMs.timers);
    parts.settling = part(late(unsettled?.unsettledAt), limitsMs.settling);
    parts.effects = part(late(effect?.nextAt), limitsMs.effects);
  } catch (error) {
    office.ports.log.error({ error: describe(error) }, 'the store does not answer');
    parts.store = { ok: false, facts: { kind: store.kind } };
  }
  return { status: Object.values(parts).every(({ ok }) => ok) ? 'ok' : 'failing', parts };
}
