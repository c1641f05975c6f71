import type { Ports } from '../ports.ts';

/** The organisation's mail switch was opened: held letters go out now, in their order. */
export async function releaseHeldMail(organisation: string, ports: Pick<Ports, 'store' | 'clock' | 'work'>): Promise<number> {
  const held = await ports.store.letters.find({ organisation, state: 'held' }, { caseId: 1 }).lean<{ readonly caseId: string }[]>();
  const now = new Date(ports.clock.now()).toISOString();
  for (const caseId of new Set(held.map((letter) => letter.caseId))) {
    await ports.store.effects.updateMany({ organisation, caseId, open: true, note: 'mail-held' }, { $set: { nextAt: now } });
  }
  ports.work.effectsWaiting();
  return held.length;
}
