import { bodyHash } from '../event-id.ts';
import { takeNumber } from '../register/take-number.ts';
import type { Perform } from './performed.ts';
import { sendOn } from './tell-waiting.ts';

/** The case gets its register number, without gaps, and learns it as an event. Letters that name it are woken. */
export const performNumber: Perform = async (row, ports) => {
  const loaded = await ports.cases.load(row, false);
  if (!loaded.ok) return { end: 'ignored', note: loaded.refusal.code };
  const runnable = await ports.definitions.of(row.organisation, loaded.value.document.definition);
  if (!runnable.ok) return { end: 'hopeless', reason: runnable.refusal.code };
  // One register for complaints, whatever the procedure; the others have their own.
  const series = runnable.value.definition.kind;
  const number = await takeNumber({ organisation: row.organisation, series, caseId: row.caseId, at: row.at }, ports);
  const type = 'case.numbered';
  const payload = { number };
  const told = await sendOn(
    {
      organisation: row.organisation,
      caseId: row.caseId,
      type,
      id: `${row._id}:${type}`,
      bodyHash: bodyHash(type, payload),
      payload,
      hops: row.hops,
    },
    ports,
  );
  const now = new Date(ports.clock.now()).toISOString();
  await ports.store.effects.updateMany(
    { organisation: row.organisation, caseId: row.caseId, open: true, note: 'waits-for-number' },
    { $set: { nextAt: now } },
  );
  ports.work.effectsWaiting();
  return told;
};
