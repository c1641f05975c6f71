import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import { canonicalText } from '../../runtime-api/src/canonical-text.ts';
import type { Desk } from '../../runtime-api/src/people/desk.ts';
import { sweep } from '../../runtime-api/src/store/tenant.ts';

type Kept = Pick<Desk, 'store' | 'models'>;
type Stored = { readonly _id: string };

/** One hash for everything in each collection of a store, whoever it belongs to: equal hashes mean that nothing at all has changed. */
export async function collectionHashes(desk: Kept): Promise<{ readonly [collection: string]: string }> {
  const hashes: [string, string][] = [];
  for (const model of modelsOf(desk)) {
    const hash = createHash('sha256');
    let documents = 0;
    for await (const document of documentsOf(model)) {
      hash.update(`${canonicalText(document)}\n`);
      documents += 1;
    }
    hashes.push([model.collection.collectionName, `${documents} documents ${hash.digest('hex')}`]);
  }
  return Object.fromEntries(hashes.sort());
}

/** Everything that is kept of one organisation: the text of each document by its collection and id. */
export async function keptOf(desk: Kept, organisation: string): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const model of modelsOf(desk))
    for await (const document of documentsOf(model, { organisation }))
      kept.set(`${model.collection.collectionName} ${document._id}`, canonicalText(document));
  return kept;
}

async function* documentsOf(model: Model<unknown>, of: { readonly organisation?: string } = {}): AsyncGenerator<Stored> {
  for (let after = ''; ; ) {
    const batch = await sweep(model.find({ ...of, _id: { $gt: after } }), 'verify')
      .sort({ _id: 1 })
      .limit(500)
      .lean<Stored[]>();
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last._id;
  }
}

const modelsOf = ({ store, models }: Kept) => [...Object.values(store), ...Object.values(models)].filter(isModel);
const isModel = (value: unknown): value is Model<unknown> => typeof value === 'function' && 'modelName' in value && 'collection' in value;
