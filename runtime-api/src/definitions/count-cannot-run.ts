import type { Ports } from '../ports.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { DefinitionVersionDocument } from '../store/models/definition.ts';
import { sweep } from '../store/tenant.ts';

/** Versions looked at: half of those that are kept compiled, or a look would throw out what people work with and compile it anew every time. */
const versionsMost = 100;

/** Running cases of the whole store whose procedure cannot run: no event of theirs failed, and none is taken. Counted on an index; only versions that some running case is on are compiled. */
export async function countCannotRun(
  { store, definitions }: Pick<Ports, 'store' | 'definitions'>,
  countedMost: number,
): Promise<{ readonly count: number; readonly truncated: boolean }> {
  let [count, looked, truncated] = [0, 0, false];
  for (const { _id: organisation } of await sweep(store.organisations.find({}, { _id: 1 }), 'organisations').lean<
    { readonly _id: string }[]
  >()) {
    const versions = await store.definitionVersions
      .find({ organisation }, { definition: 1, version: 1, hash: 1 })
      .sort({ definition: 1, version: -1 })
      .lean<Pick<DefinitionVersionDocument, 'definition' | 'version' | 'hash'>[]>();
    for (const { definition: id, version, hash } of versions) {
      const running = { organisation, 'definition.id': id, 'definition.version': version, standing: { $gt: '' } };
      if ((await store.cases.findOne(running, { _id: 1 }).lean<Pick<CaseDocument, '_id'>>()) === null) continue;
      if (looked === versionsMost) return { count, truncated: true };
      looked += 1;
      if ((await definitions.of(organisation, { id, version, hash })).ok) continue;
      const more = await store.cases.countDocuments(running, { limit: countedMost + 1 });
      truncated ||= more > countedMost;
      count += Math.min(more, countedMost);
    }
  }
  return { count, truncated };
}
