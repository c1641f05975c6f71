import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EmbeddedStore, openEmbedded } from './open-embedded.ts';

let folder = '';
let store: EmbeddedStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
  store = await openEmbedded(folder, { durability: 'relaxed' });
  const rows = store.connection.collection('rows');
  await rows.createIndex({ organisation: 1, holder: 1 });
  await rows.createIndex({ one: 1, other: 1 });
  await store.connection.collection('papers').createIndex({ organisation: 1, at: -1 });
});
beforeEach(async () => {
  for (const name of ['papers', 'rows']) await store.connection.collection(name).deleteMany({});
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

interface Wish {
  readonly expected: number;
  readonly rows?: readonly { readonly id: string; readonly replaces?: boolean; readonly fields?: object }[];
  readonly organisation?: string;
  readonly at?: string;
}

const write = ({ expected, rows = [], organisation = 'o', at = 'then' }: Wish): Promise<boolean> =>
  store.atOnce({
    collection: 'papers',
    expected,
    document: Object.assign({ _id: 'p', organisation, revision: expected + 1 }, { at }),
    rows: rows.map(({ id, replaces = false, fields }) => ({
      collection: 'rows',
      document: Object.assign({ _id: id, organisation: 'o' }, fields),
      replaces,
    })),
  });
const all = (name: string) => store.connection.collection(name).find({}).sort({ _id: 1 }).toArray();
const heldBy = (holder: string) => store.connection.collection('rows').find({ organisation: 'o', holder }).toArray();

test('a new document with its rows; then the next revision, whose rows replace or leave what stands', async () => {
  const first = [
    { id: 'r1', fields: { holder: 'ada' } },
    { id: 'r2', fields: { holder: 'ada' } },
  ];
  expect(await write({ expected: 0, rows: first })).toBe(true);
  const second = [
    { id: 'r1', replaces: true, fields: { holder: 'bob' } },
    { id: 'r2', fields: { holder: 'eve' } },
    { id: 'r3', fields: { holder: 'bob' } },
  ];
  expect(await write({ expected: 1, rows: second, at: 'now' })).toBe(true);
  expect(await all('papers')).toEqual([{ _id: 'p', organisation: 'o', revision: 2, at: 'now' }]);
  expect((await heldBy('ada')).map(({ _id }) => _id)).toEqual(['r2']);
  expect((await heldBy('bob')).map(({ _id }) => _id)).toEqual(['r1', 'r3']);
  expect(await heldBy('eve')).toEqual([]);
  expect(await store.connection.collection('papers').countDocuments({ organisation: 'o', at: 'then' })).toBe(0);
});

test.each([
  ['it is there already', { expected: 0 }],
  ['it is behind', { expected: 2 }],
  ["it is another organisation's", { expected: 1, organisation: 'rival' }],
])('nothing is written where %s', async (_, wish) => {
  await write({ expected: 0, rows: [{ id: 'r1', fields: { holder: 'ada' } }] });
  const before = [await all('papers'), await all('rows')];
  const row = { id: 'r1', replaces: true, fields: { holder: 'bob' } };
  expect(await write({ ...wish, rows: [row, { id: 'r2' }] })).toBe(false);
  expect([await all('papers'), await all('rows')]).toEqual(before);
});

test('nothing is written where nothing stands and something is expected', async () => {
  expect(await write({ expected: 1, rows: [{ id: 'r1' }] })).toBe(false);
  expect([await all('papers'), await all('rows')]).toEqual([[], []]);
});

test('a row that the store refuses takes everything along: nothing is written', async () => {
  const twoLists = { id: 'r2', fields: { one: [1, 2], other: [1, 2] } };
  await expect(write({ expected: 0, rows: [{ id: 'r1' }, twoLists] })).rejects.toThrow(/parallel arrays/);
  await expect(write({ expected: 0, rows: [{ id: 'r1' }, { id: 'x'.repeat(4_000) }] })).rejects.toThrow(/_id longer/);
  expect([await all('papers'), await all('rows')]).toEqual([[], []]);
});

test('of those who write the same revision at once one gets through, with his rows alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 9 }), async (writers) => {
      for (const name of ['papers', 'rows']) await store.connection.collection(name).deleteMany({});
      const wishes = Array.from({ length: writers }, (_, n) => ({ expected: 0, rows: [{ id: `by ${n}` }, { id: 'all', fields: { n } }] }));
      const won = await Promise.all(wishes.map(write));
      expect(won.filter(Boolean)).toHaveLength(1);
      const n = won.indexOf(true);
      expect(await all('rows')).toEqual([
        { _id: 'all', organisation: 'o', n },
        { _id: `by ${n}`, organisation: 'o' },
      ]);
    }),
    { numRuns: 30 },
  );
});

test('what others write between two revisions is seen: the indexes find what stands there, and nothing else', async () => {
  const rows = store.connection.collection<{ _id: string; holder?: string }>('rows');
  const step = fc.record({
    by: fc.constantFrom('together', 'alone', 'gone'),
    id: fc.constantFrom('r1', 'r2'),
    holder: fc.constantFrom('ada', 'bob', 'eve', undefined),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const name of ['papers', 'rows']) await store.connection.collection(name).deleteMany({});
      const standing = new Map<string, string | undefined>();
      let revision = 0;
      for (const { by, id, holder } of steps) {
        const fields = holder === undefined ? {} : { holder };
        if (by === 'together') {
          expect(await write({ expected: revision, rows: [{ id, replaces: true, fields }] })).toBe(true);
          revision += 1;
          standing.set(id, holder);
        } else if (by === 'gone') {
          await rows.deleteOne({ _id: id });
          standing.delete(id);
        } else {
          await rows.updateOne({ _id: id }, holder === undefined ? { $unset: { holder: '' } } : { $set: { holder } });
          if (standing.has(id)) standing.set(id, holder);
        }
      }
      for (const asked of ['ada', 'bob', 'eve']) {
        const expected = [...standing].filter(([, holder]) => holder === asked).map(([id]) => id);
        expect((await heldBy(asked)).map(({ _id }) => String(_id)).sort()).toEqual(expected.sort());
      }
    }),
    { numRuns: 60 },
  );
});
