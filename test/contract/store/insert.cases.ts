import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

export const insertCases: Cases = (store) => {
  test('a document comes back as it was given, field by field, in its order', async () => {
    const rows = store().fresh();
    await rows.insertOne({
      _id: 'a',
      title: 'Late parcel',
      empty: {},
      list: [],
      nothing: null,
      deep: { b: [{ c: 1 }] },
      'ł żółć': 'ی',
    } as never);
    const found = await rows.findOne({ _id: 'a' } as never);
    expect(found).toEqual({ _id: 'a', title: 'Late parcel', empty: {}, list: [], nothing: null, deep: { b: [{ c: 1 }] }, 'ł żółć': 'ی' });
    expect(Object.keys(found ?? {})).toEqual(['_id', 'title', 'empty', 'list', 'nothing', 'deep', 'ł żółć']);
  });

  test('a document without an id gets one, and the caller sees it', async () => {
    const rows = store().fresh();
    const given: Record<string, unknown> = { title: 'x' };
    const { insertedId } = await rows.insertOne(given);
    expect(given._id).toBe(insertedId);
    expect(await rows.countDocuments({ _id: insertedId })).toBe(1);
  });

  test('the same id a second time is refused with 11000 and names the key; the first stays', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'a', n: 1 } as never);
    await expect(rows.insertOne({ _id: 'a', n: 2 } as never)).rejects.toMatchObject({
      name: 'MongoServerError',
      code: 11000,
      message: expect.stringContaining('E11000 duplicate key error'),
    });
    expect(await rows.find().toArray()).toEqual([{ _id: 'a', n: 1 }]);
  });

  test('ids of different types are different ids', async () => {
    const rows = store().fresh();
    await rows.insertMany([{ _id: '1' }, { _id: 1 }, { _id: { a: 1 } }, { _id: { a: 1, b: 2 } }] as never);
    await expect(rows.insertOne({ _id: { a: 1 } } as never)).rejects.toMatchObject({ code: 11000 });
    expect(await rows.find({ _id: 1 } as never).toArray()).toEqual([{ _id: 1 }]);
    expect(await rows.find({ _id: { a: 1 } } as never).toArray()).toEqual([{ _id: { a: 1 } }]);
  });

  test('one of eight who insert the same id at once wins', async () => {
    const rows = store().fresh();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => rows.insertOne({ _id: 'only', n } as never)));
    const lost = tries.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(7);
    for (const one of lost) expect(one.status === 'rejected' && one.reason.code).toBe(11000);
    expect(await rows.countDocuments({})).toBe(1);
  });

  test('an ordered list stops at the first that is refused and says which', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'c' } as never);
    const many = ['a', 'b', 'c', 'd'].map((_id) => ({ _id }));
    await expect(rows.insertMany(many as never)).rejects.toMatchObject({
      name: 'MongoBulkWriteError',
      code: 11000,
      writeErrors: [{ index: 2, code: 11000 }],
    });
    expect((await rows.find().sort({ _id: 1 }).toArray()).map((row) => String(row._id))).toEqual(['a', 'b', 'c']);
  });

  test('an unordered list inserts all that can be', async () => {
    const rows = store().fresh();
    await rows.insertMany([{ _id: 'b' }, { _id: 'd' }] as never);
    const many = ['a', 'b', 'c', 'd', 'e'].map((_id) => ({ _id }));
    const refused = await rows.insertMany(many as never, { ordered: false }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ name: 'MongoBulkWriteError', code: 11000 });
    const errors = refused instanceof Error && 'writeErrors' in refused && Array.isArray(refused.writeErrors) ? refused.writeErrors : [];
    expect(errors.map((one: { index: number; code: number }) => [one.index, one.code])).toEqual([
      [1, 11000],
      [3, 11000],
    ]);
    expect((await rows.find().sort({ _id: 1 }).toArray()).map((row) => String(row._id))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('five thousand in one call are all there', async () => {
    const rows = store().fresh();
    const many = Array.from({ length: 5000 }, (_, n) => ({ _id: `r${n}`, n }));
    expect(await rows.insertMany(many as never)).toMatchObject({ acknowledged: true, insertedCount: 5000 });
    expect(await rows.countDocuments({})).toBe(5000);
    expect(await rows.countDocuments({ n: { $gte: 4990 } })).toBe(10);
  });

  test('what the caller changes after the call does not reach the store', async () => {
    const rows = store().fresh();
    const given = { _id: 'a', list: [{ n: 1 }] };
    await rows.insertOne(given as never);
    given.list.push({ n: 2 });
    const [found] = await rows.find().toArray();
    found?.list.push('mine');
    expect((await rows.findOne({ _id: 'a' } as never))?.list).toHaveLength(1);
  });
};
