import type { Ports } from '../ports.ts';

/** Clears what is copied out of a case, unless it has moved on: then its next commit leaves it out. */
export async function clearQuiet(
  settled: { readonly organisation: string; readonly caseId: string; readonly revision: number },
  ports: Pick<Ports, 'store'>,
): Promise<void> {
  await ports.store.cases.updateOne(
    { organisation: settled.organisation, _id: settled.caseId, revision: settled.revision },
    { $set: { unsettled: { journal: [], effects: [] } }, $unset: { unsettledAt: '' } },
  );
}
