import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

const people = Array.from({ length: 400 }, (_, n) => ({
  _id: n,
  organisation: `o${n % 3}`,
  status: ['open', 'closed', 'waiting'][n % 7 === 0 ? 2 : n % 2],
  priority: (n * 7) % 11,
  ...(n % 4 === 0 ? { dueAt: `2026-0${(n % 9) + 1}-01` } : {}),
  keys: [`w${n % 13}`, `w${n % 5}`, `name${n}`],
  tasks: [
    { role: `r${n % 4}`, open: n % 2 === 0 },
    { role: `r${(n + 1) % 4}`, open: n % 3 === 0 },
  ],
}));

const specifications: readonly (readonly [Record<string, 1 | -1>, object])[] = [
  [{ organisation: 1, status: 1, priority: -1 }, {}],
  [{ organisation: 1, keys: 1 }, {}],
  [{ dueAt: 1 }, { sparse: true }],
  [{ 'tasks.role': 1, 'tasks.open': 1 }, {}],
  [{ priority: -1 }, {}],
];

const asked: readonly (readonly [object, Record<string, 1 | -1>])[] = [
  [
    { organisation: 'o1', status: 'open' },
    { priority: -1, _id: 1 },
  ],
  [
    { organisation: 'o1', status: 'open' },
    { priority: 1, _id: -1 },
  ],
  [
    { organisation: 'o1', status: { $in: ['open', 'waiting'] } },
    { priority: -1, _id: 1 },
  ],
  [
    { organisation: 'o2', status: 'open', priority: { $gte: 3, $lt: 8 } },
    { priority: -1, _id: 1 },
  ],
  [{ organisation: 'o0', keys: 'w3' }, { _id: -1 }],
  [{ organisation: 'o0', keys: { $regex: '^name1' } }, { _id: 1 }],
  [{ organisation: 'o0', keys: { $gte: 'w4', $lt: 'w5' } }, { _id: 1 }],
  [{ $and: [{ keys: 'w1' }, { keys: 'w2' }], organisation: 'o1' }, { _id: 1 }],
  [
    { organisation: 'o0', keys: { $gte: 'w4' } },
    { keys: 1, _id: 1 },
  ],
  [
    { organisation: 'o0', keys: { $gte: 'w10', $lt: 'w4' } },
    { keys: -1, _id: 1 },
  ],
  [{ organisation: 'o0', $or: [{ keys: { $gte: 'w30', $lt: 'w31' } }, { keys: 'w1' }] }, { _id: 1 }],
  [{ dueAt: { $lte: '2026-04-01' } }, { dueAt: 1, _id: 1 }],
  [{ dueAt: { $exists: true } }, { dueAt: -1, _id: -1 }],
  [{ dueAt: { $exists: false } }, { _id: 1 }],
  [{ dueAt: null }, { _id: 1 }],
  [{ 'tasks.role': 'r1', 'tasks.open': true }, { _id: 1 }],
  [{ tasks: { $elemMatch: { role: 'r1', open: true } } }, { _id: 1 }],
  [{ $or: [{ organisation: 'o1', status: 'closed' }, { dueAt: '2026-02-01' }] }, { _id: 1 }],
  [{ organisation: 'o1', $or: [{ status: 'open', priority: { $gt: 5 } }, { keys: 'name4' }] }, { _id: 1 }],
  [{ priority: { $in: [1, 9, 4] } }, { priority: 1, _id: 1 }],
  [{ priority: { $in: [1, 9, 4] } }, { priority: -1, _id: 1 }],
  [{ priority: { $gt: 8 } }, { priority: -1, _id: -1 }],
  [{}, { priority: 1, _id: 1 }],
  [{ _id: { $in: [5, 3, 399, 1000] } }, { _id: -1 }],
  [{ _id: { $gt: 100, $lte: 110 } }, { _id: 1 }],
];

export const indexCases: Cases = (store) => {
  test('answers with indexes are the answers without, in the same order', async () => {
    const plain = store().fresh();
    const indexed = store().fresh();
    for (const [keys, options] of specifications) await indexed.createIndex(keys, options);
    await plain.insertMany(people as never);
    await indexed.insertMany(people as never);
    for (const [filter, sort] of asked) {
      const without = await plain.find(filter).sort(sort).toArray();
      const withThem = await indexed.find(filter).sort(sort).toArray();
      expect({ filter, sort, ids: withThem.map((row) => row._id) }).toEqual({ filter, sort, ids: without.map((row) => row._id) });
      expect(without.length).toBeGreaterThan(0);
      const page = await indexed.find(filter).sort(sort).skip(2).limit(5).toArray();
      expect(page.map((row) => row._id)).toEqual(without.slice(2, 7).map((row) => row._id));
      expect(await indexed.countDocuments(filter)).toBe(without.length);
    }
  });

  test('an index made later knows the documents that are there, and follows every change', async () => {
    const rows = store().fresh();
    await rows.insertMany(people as never);
    for (const [keys, options] of specifications) await rows.createIndex(keys, options);
    expect(await rows.countDocuments({ organisation: 'o1', status: 'open' })).toBe(
      people.filter((one) => one.organisation === 'o1' && one.status === 'open').length,
    );
    await rows.updateMany({ organisation: 'o1', status: 'open' }, { $set: { status: 'closed', keys: ['z'] }, $unset: { dueAt: 1 } });
    expect(await rows.countDocuments({ organisation: 'o1', status: 'open' })).toBe(0);
    expect(await rows.countDocuments({ organisation: 'o1', keys: 'z' })).toBe(
      people.filter((one) => one.organisation === 'o1' && one.status === 'open').length,
    );
    await rows.deleteMany({ organisation: 'o1', keys: 'z' });
    expect(await rows.countDocuments({ organisation: 'o1', keys: 'z' })).toBe(0);
    const due = (await rows.find({ dueAt: { $gte: '' } }).toArray()).length;
    expect(due).toBe((await rows.find({}).toArray()).filter((one) => one.dueAt !== undefined).length);
  });

  test('a document is found once, however many of its elements match', async () => {
    const rows = store().fresh();
    await rows.createIndex({ keys: 1 });
    await rows.insertMany([
      { _id: 1, keys: ['aa', 'ab', 'ab', 'ac'] },
      { _id: 2, keys: 'ab' },
      { _id: 3, keys: [] },
    ] as never);
    expect((await rows.find({ keys: { $regex: '^a' } }).toArray()).map((row) => row._id).sort()).toEqual([1, 2]);
    expect(await rows.countDocuments({ keys: { $gt: 'a' } })).toBe(2);
    expect(await rows.countDocuments({ keys: { $in: ['aa', 'ab', 'ac'] } })).toBe(2);
  });

  test('both bounds may be met by two elements', async () => {
    const rows = store().fresh();
    await rows.createIndex({ n: 1 });
    await rows.insertMany([
      { _id: 1, n: [1, 10] },
      { _id: 2, n: [4] },
      { _id: 3, n: 11 },
    ] as never);
    expect(
      (
        await rows
          .find({ n: { $gt: 3, $lt: 6 } })
          .sort({ _id: 1 })
          .toArray()
      ).map((row) => row._id),
    ).toEqual([1, 2]);
    expect((await rows.find({}).sort({ n: 1 }).toArray()).map((row) => row._id)).toEqual([1, 2, 3]);
    expect((await rows.find({}).sort({ n: -1 }).toArray()).map((row) => row._id)).toEqual([3, 1, 2]);
  });

  test('two lists side by side cannot stand in one index', async () => {
    const rows = store().fresh();
    await rows.createIndex({ a: 1, b: 1 });
    await rows.insertOne({ _id: 1, a: [1, 2], b: 3 } as never);
    if (store().kind === 'embedded') {
      await expect(rows.insertOne({ _id: 2, a: [1, 2], b: [1, 2] } as never)).rejects.toMatchObject({ code: 171 });
      expect(await rows.countDocuments({})).toBe(1);
    }
    expect(await rows.countDocuments({ a: 2, b: 3 })).toBe(1);
  });

  test('the same index again is done already; the list names all', async () => {
    const rows = store().fresh();
    expect(await rows.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect(await rows.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect(await rows.createIndex({ c: 1 }, { sparse: true, name: 'by c' })).toBe('by c');
    const list = await rows.indexes();
    expect(list.map((index) => [index.name, index.key])).toEqual([
      ['_id_', { _id: 1 }],
      ['a_1_b_-1', { a: 1, b: -1 }],
      ['by c', { c: 1 }],
    ]);
  });

  test('long texts with a common beginning are kept apart and in order', async () => {
    const rows = store().fresh();
    await rows.createIndex({ text: 1 });
    const long = 'ż'.repeat(600);
    const texts = [`${long}b`, `${long}a`, long, 'ż', `${long}a${long}`];
    await rows.insertMany(texts.map((text, _id) => ({ _id, text })) as never);
    for (const [at, text] of texts.entries()) expect((await rows.find({ text }).toArray()).map((row) => row._id)).toEqual([at]);
    expect(
      (
        await rows
          .find({ text: { $gte: 'ż' } })
          .sort({ text: 1 })
          .toArray()
      ).map((row) => row._id),
    ).toEqual([3, 2, 1, 4, 0]);
    expect(
      (
        await rows
          .find({ text: { $gt: `${long}a` } })
          .sort({ text: 1 })
          .toArray()
      ).map((row) => row._id),
    ).toEqual([4, 0]);
    expect(await rows.countDocuments({ text: { $regex: `^${long}a` } })).toBe(2);
  });
};
