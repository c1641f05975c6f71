import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EmbeddedStore, openEmbedded } from './open-embedded.ts';

let folder = '';
let store: EmbeddedStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
  store = await openEmbedded(folder, { durability: 'relaxed' });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const long = 'l'.repeat(220);
const scalar = fc.constantFrom(null, 1, 2, 3, 'a', 'l'.repeat(180), `${long}1`, `${long}2`);
const values = (withLists: boolean) => (withLists ? fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })) : scalar);
const element = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const elements = (withLists: boolean) =>
  withLists ? fc.oneof({ weight: 5, arbitrary: fc.array(element, { maxLength: 3 }) }, { weight: 1, arbitrary: scalar }) : element;

/** Some collections have lists in a field, others never: an index behaves differently on each. */
const documents = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).chain(([inA, inB, inList]) =>
  fc.array(fc.record({ a: values(inA), b: values(inB), list: elements(inList) }, { requiredKeys: ['list'] }), {
    minLength: 10,
    maxLength: 40,
  }),
);

const names = ['a', 'b', 'list.x', 'list.y'] as const;
const name = fc.oneof(fc.constant<(typeof names)[number]>('a'), fc.constantFrom(...names));
const index = fc.record({
  keys: fc
    .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
    .chain((fields) => fc.tuple(...fields.map((field) => fc.tuple(fc.constant(field), fc.constantFrom(1, -1))))),
  sparse: fc.boolean(),
});

const condition: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(name, scalar).map(([name, value]) => ({ [name]: value })),
  fc
    .tuple(name, fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
    .map(([name, operator, value]) => ({ [name]: { [operator]: value } })),
  fc.tuple(name, scalar, scalar).map(([name, low, high]) => ({ [name]: { $gte: low, $lt: high } })),
  fc.tuple(name, fc.array(scalar, { minLength: 2, maxLength: 4 })).map(([name, values]) => ({ [name]: { $in: values } })),
  fc.tuple(name, fc.boolean()).map(([name, there]) => ({ [name]: { $exists: there } })),
  fc.tuple(name, fc.constantFrom('^', '^a', '^l', `^${long}`)).map(([name, start]) => ({ [name]: { $regex: start } })),
  fc.tuple(scalar, scalar).map(([x, y]) => ({ list: { $elemMatch: { x, y } } })),
  fc.tuple(scalar).map(([x]) => ({ list: { $elemMatch: { x: { $gt: x } } } })),
);
const filter: fc.Arbitrary<object> = fc.oneof(
  { weight: 4, arbitrary: fc.array(condition, { maxLength: 3 }).map((all) => (all.length > 0 ? { $and: all } : {})) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(condition, fc.array(fc.array(condition, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
      .map(([both, some]) => ({ $and: [both], $or: some.map((all) => ({ $and: all })) })),
  },
);
const sort = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
  .chain((fields) => fc.tuple(...fields.map((field) => fc.tuple(fc.constant(field), fc.constantFrom(1, -1)))));

let made = 0;

test('whatever indexes there are, the answer is that of reading all documents', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.array(index, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(filter, sort), { minLength: 10, maxLength: 20 }),
      fc.boolean(),
      fc.constantFrom(1, -1),
      async (given, indexes, questions, indexesFirst, byId) => {
        made += 1;
        const [plain, indexed] = [store.connection.collection(`plain${made}`), store.connection.collection(`indexed${made}`)];
        const rows = given.map((one, _id) => ({ _id, ...one }));
        const refused = new Set<number>();
        const insert = async () => {
          for (const row of rows) {
            await indexed.insertOne({ ...row } as never).catch((error: { code?: unknown }) => {
              if (error.code !== 171) throw error;
              refused.add(row._id); // Two lists side by side cannot be indexed.
            });
          }
        };
        const build = async () => {
          for (const [at, { keys, sparse }] of indexes.entries()) {
            const create = indexed.createIndex(Object.fromEntries(keys) as never, { sparse, name: `i${at}` });
            await create.catch((error: { code?: unknown }) => {
              if (error.code !== 85 && error.code !== 171) throw error;
            });
          }
        };
        if (indexesFirst) await build();
        await insert();
        if (!indexesFirst) await build();
        if (rows.length > refused.size) await plain.insertMany(rows.filter((row) => !refused.has(row._id)) as never);
        for (const [asked, order] of questions) {
          const whole = Object.fromEntries([...order, ['_id', byId]]);
          const expected = await plain.find(asked).sort(whole).toArray();
          const found = await indexed.find(asked).sort(whole).toArray();
          expect(found.map((row) => row._id)).toEqual(expected.map((row) => row._id));
          expect(await indexed.countDocuments(asked)).toBe(expected.length);
          expect(await indexed.countDocuments(asked, { skip: 1, limit: 3 })).toBe(expected.slice(1, 4).length);
          const few = await indexed.find(asked).sort(whole).skip(1).limit(3).toArray();
          expect(few.map((row) => row._id)).toEqual(expected.slice(1, 4).map((row) => row._id));
        }
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);
