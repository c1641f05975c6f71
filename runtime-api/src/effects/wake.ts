import type { Ports } from '../ports.ts';

/** What an effect waits for before it can be done. */
export type Waiting = 'waits-for-number' | 'mail-held';

/** What these effects of a case waited for is there: they are due now, one by one. */
export async function wake(
  which: { readonly organisation: string; readonly caseId: string; readonly waiting: Waiting },
  ports: Pick<Ports, 'store' | 'clock' | 'work'>,
): Promise<void> {
  const { organisation, caseId, waiting } = which;
  const nextAt = new Date(ports.clock.now()).toISOString();
  const rows = await ports.store.effects
    .find({ organisation, caseId, open: true, note: waiting }, { _id: 1 })
    .lean<{ readonly _id: string }[]>();
  for (const { _id } of rows) await ports.store.effects.updateOne({ organisation, _id, open: true, note: waiting }, { $set: { nextAt } });
  ports.work.effectsWaiting();
}
