import { bodyHash } from '../event-id.ts';
import { reasonOf } from '../incidents/reason-of.ts';
import type { Perform } from './performed.ts';
import { sendOn } from './tell-waiting.ts';
import { wake } from './wake.ts';

/** The case gets its register number, without gaps, and learns it as an event. Letters that name it are woken. */
export const performNumber: Perform = async (row, ports) => {
  const loaded = await ports.cases.load(row, false);
  if (!loaded.ok) return { end: 'ignored', note: loaded.refusal.code };
  const runnable = await ports.definitions.of(row.organisation, loaded.value.document.definition);
  if (!runnable.ok) return { end: 'hopeless', reason: reasonOf(runnable.refusal) };
  // One register for complaints, whatever the procedure; the others have their own.
  const { kind } = runnable.value.definition;
  const number = await ports.numbers.take({ organisation: row.organisation, kind, caseId: row.caseId, at: row.at });
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
  await wake({ organisation: row.organisation, caseId: row.caseId, waiting: 'waits-for-number' }, ports);
  return told;
};
