import { wake } from '../effects/wake.ts';
import type { Ports } from '../ports.ts';

/** The organisation's mail switch was opened: held letters go out now, in their order. */
export async function releaseHeldMail(organisation: string, ports: Pick<Ports, 'store' | 'clock' | 'work'>): Promise<number> {
  const held = await ports.store.letters.find({ organisation, state: 'held' }, { caseId: 1 }).lean<{ readonly caseId: string }[]>();
  for (const caseId of new Set(held.map((letter) => letter.caseId))) await wake({ organisation, caseId, waiting: 'mail-held' }, ports);
  return held.length;
}
