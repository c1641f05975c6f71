import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import { canonicalText } from '../../runtime-api/src/canonical-text.ts';
import type { Desk } from '../../runtime-api/src/people/desk.ts';
import { sweep } from '../../runtime-api/src/store/tenant.ts';

/** One hash for everything in each collection of a store, whoever it belongs to: equal hashes mean that nothing at all has changed. */
export async function collectionHashes({
  store,
  models,
}: Pick<Desk, 'store' | 'models'>): Promise<{ readonly [collection: string]: string }> {
  const all = [...Object.values(store), ...Object.values(models)].filter(isModel);
  const hashes: [string, string][] = [];
  for (const model of all) {
    const hash = createHash('sha256');
    let documents = 0;
    for (let after = ''; ; ) {
      const batch = await sweep(model.find({ _id: { $gt: after } }), 'verify')
        .sort({ _id: 1 })
        .limit(500)
        .lean<{ readonly _id: string }[]>();
      for (const document of batch) hash.update(`${canonicalText(document)}\n`);
      documents += batch.length;
      const last = batch.at(-1);
      if (last === undefined) break;
      after = last._id;
    }
    hashes.push([model.collection.collectionName, `${documents} documents ${hash.digest('hex')}`]);
  }
  return Object.fromEntries(hashes.sort());
}

const isModel = (value: unknown): value is Model<unknown> => typeof value === 'function' && 'modelName' in value && 'collection' in value;
