import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

const changes: readonly (readonly [string, object, object, object])[] = [
  ['$set below', { a: { b: 1 } }, { $set: { 'a.c': 2, d: [1] } }, { a: { b: 1, c: 2 }, d: [1] }],
  ['$set makes the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set a year below', { counters: {} }, { $set: { 'counters.2026': 4 } }, { counters: { 2026: 4 } }],
  ['$set in a list', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  ['$set behind a list', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  ['$set in a document of a list', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  ['$set keeps empty ones', {}, { $set: { a: {}, b: [], c: null, d: '' } }, { a: {}, b: [], c: null, d: '' }],
  ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': 1 } }, { b: { d: 2 } }],
  ['$unset of nothing', { a: 1 }, { $unset: { 'x.y': 1, 'a.b': 1 } }, { a: 1 }],
  ['$inc', { a: 1, b: 1.5 }, { $inc: { a: 2, b: -0.5, c: 4 } }, { a: 3, b: 1, c: 4 }],
  [
    '$min and $max',
    { a: 5, b: 5, t: new Date(5) },
    { $min: { a: 3, t: new Date(7) }, $max: { b: 3, c: 1 } },
    { a: 5 - 2, b: 5, t: new Date(5), c: 1 },
  ],
  ['$push', { a: [1] }, { $push: { a: 2, b: { c: 1 } } }, { a: [1, 2], b: [{ c: 1 }] }],
  ['$push a list as one', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  ['$push $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  ['$push $each $slice from behind', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [2, 3, 4] }],
  ['$push $each $slice from the front', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: 3 } } }, { a: [1, 2, 3] }],
  ['$push $slice 0', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }],
  ['$addToSet', { a: [1, { b: 1 }] }, { $addToSet: { a: { b: 1 } } }, { a: [1, { b: 1 }] }],
  ['$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  ['$addToSet of nothing', {}, { $addToSet: { a: 1 } }, { a: [1] }],
  ['$pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by fields', { a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
  ['$pull by a condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull several', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
  ['$pull of nothing', {}, { $pull: { a: 1 } }, {}],
  ['several operators', { n: 1, l: [] }, { $set: { s: 1 }, $inc: { n: 1 }, $push: { l: 1 }, $unset: { u: 1 } }, { n: 2, l: [1], s: 1 }],
  ['$setOnInsert of what is there', { a: 1 }, { $setOnInsert: { a: 2, b: 2 }, $inc: { c: 1 } }, { a: 1, c: 1 }],
];

export const updateCases: Cases = (store) => {
  for (const [name, before, update, after] of changes) {
    test(`${name}: ${JSON.stringify(update)}`, async () => {
      const rows = store().fresh();
      await rows.insertOne({ _id: 'a', ...before } as never);
      expect(await rows.updateOne({ _id: 'a' } as never, update)).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
      expect(await rows.findOne({ _id: 'a' } as never)).toEqual({ _id: 'a', ...after });
    });
  }

  test('one update leaves the others alone, many changes all that match', async () => {
    const rows = store().fresh();
    await rows.insertMany(Array.from({ length: 250 }, (_, n) => ({ _id: n, kind: n % 2, seen: 0 })) as never);
    expect(await rows.updateOne({ kind: 1 }, { $inc: { seen: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await rows.countDocuments({ seen: 1 })).toBe(1);
    expect(await rows.updateMany({ kind: 0 }, { $inc: { seen: 5 } })).toMatchObject({ matchedCount: 125, modifiedCount: 125 });
    expect(await rows.countDocuments({ seen: 5 })).toBe(125);
    expect(await rows.updateMany({ kind: 7 }, { $inc: { seen: 5 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
      upsertedCount: 0,
    });
  });

  test('an update that moves documents in the index by which they are found meets each once', async () => {
    const rows = store().fresh();
    await rows.createIndex({ n: 1 });
    await rows.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n, n })) as never);
    expect(await rows.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } })).toMatchObject({ matchedCount: 300, modifiedCount: 300 });
    expect(await rows.find({ n: { $gte: 1000, $lt: 1300 } }).toArray()).toHaveLength(300);
  });

  test('an upsert makes the document of filter and update once, and changes it the second time', async () => {
    const rows = store().fresh();
    const upsert = () =>
      rows.updateOne(
        { _id: 'series', organisation: 'o', 'kind.of': 'x' } as never,
        { $inc: { last: 1 }, $setOnInsert: { since: 'now' } },
        { upsert: true },
      );
    expect(await upsert()).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'series' });
    expect(await upsert()).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null });
    expect(await rows.find().toArray()).toEqual([{ _id: 'series', organisation: 'o', kind: { of: 'x' }, last: 2, since: 'now' }]);
  });

  test('an upsert whose id is taken by a document that does not match is a duplicate', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'a', revision: 2 } as never);
    await expect(rows.updateOne({ _id: 'a', revision: 1 } as never, { $set: { revision: 3 } }, { upsert: true })).rejects.toMatchObject({
      code: 11000,
    });
    expect(await rows.findOne({ _id: 'a' } as never)).toEqual({ _id: 'a', revision: 2 });
  });

  test('find-and-update gives the document before or after, or nothing', async () => {
    const rows = store().fresh();
    await rows.insertMany([
      { _id: 'a', n: 1, list: [1] },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ] as never);
    expect(await rows.findOneAndUpdate({ n: { $gte: 2 } }, { $set: { claimed: true } }, { sort: { n: -1 } })).toEqual({ _id: 'c', n: 3 });
    const after = await rows.findOneAndUpdate(
      { claimed: { $exists: false } },
      { $set: { claimed: true } },
      { sort: { n: 1 }, returnDocument: 'after', projection: { claimed: 1 } },
    );
    expect(after).toEqual({ _id: 'a', claimed: true });
    expect(await rows.findOneAndUpdate({ _id: 'a' } as never, { $push: { list: 2 as never } })).toEqual({
      _id: 'a',
      n: 1,
      list: [1],
      claimed: true,
    });
    expect(await rows.findOneAndUpdate({ n: 99 }, { $set: { x: 1 } })).toBeNull();
    expect(await rows.findOneAndUpdate({ _id: 'z' } as never, { $set: { x: 1 } }, { upsert: true, returnDocument: 'after' })).toEqual({
      _id: 'z',
      x: 1,
    });
    expect(await rows.findOneAndUpdate({ _id: 'y' } as never, { $set: { x: 1 } }, { upsert: true })).toBeNull();
  });

  test('delete takes one, or all that match', async () => {
    const rows = store().fresh();
    await rows.insertMany(Array.from({ length: 230 }, (_, n) => ({ _id: n, kind: n % 2 })) as never);
    expect(await rows.deleteOne({ kind: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await rows.deleteOne({ kind: 9 })).toMatchObject({ deletedCount: 0 });
    expect(await rows.deleteMany({ kind: 1 })).toMatchObject({ deletedCount: 114 });
    expect(await rows.countDocuments({})).toBe(115);
  });
};
