import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

export const pageCases: Cases = (store) => {
  test('pages by the last row seen give every row once, in order, while rows come and go', async () => {
    const rows = store().fresh();
    await rows.createIndex({ organisation: 1, dueAt: 1, _id: 1 });
    await rows.insertMany(
      Array.from({ length: 500 }, (_, n) => ({
        _id: `t${String(n).padStart(4, '0')}`,
        organisation: `o${n % 2}`,
        dueAt: (n * 7) % 23,
      })) as never,
    );
    const seen: string[] = [];
    let last: { dueAt: number; _id: string } | undefined;
    for (let page = 0; ; page++) {
      const behind: object = last ? { $or: [{ dueAt: { $gt: last.dueAt } }, { dueAt: last.dueAt, _id: { $gt: last._id } }] } : {};
      const found = await rows
        .find({ organisation: 'o1', ...behind })
        .sort({ dueAt: 1, _id: 1 })
        .limit(20)
        .toArray();
      seen.push(...found.map((row) => String(row._id)));
      const end = found.at(-1);
      if (!end) break;
      last = { dueAt: end.dueAt, _id: String(end._id) };
      await rows.insertOne({ _id: `a${page}`, organisation: 'o1', dueAt: -1 } as never);
      await rows.deleteOne({ _id: seen[0] } as never);
    }
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
  });

  test('skip and limit, with and without an order', async () => {
    const rows = store().fresh();
    await rows.insertMany(Array.from({ length: 30 }, (_, n) => ({ _id: n, n: 29 - n })) as never);
    expect((await rows.find({}).sort({ n: 1 }).skip(5).limit(3).toArray()).map((row) => row.n)).toEqual([5, 6, 7]);
    expect((await rows.find({}).sort({ n: -1 }).skip(28).toArray()).map((row) => row.n)).toEqual([1, 0]);
    expect(await rows.find({}).limit(7).toArray()).toHaveLength(7);
    expect(await rows.find({}).skip(40).toArray()).toEqual([]);
    expect(await rows.find({}).limit(0).toArray()).toHaveLength(30);
    expect(await rows.countDocuments({}, { limit: 10 })).toBe(10);
    expect(await rows.countDocuments({}, { skip: 25 })).toBe(5);
  });

  test('the order of types is MongoDB’s: null, numbers, text, documents, lists by their least, ids, booleans, times', async () => {
    const rows = store().fresh();
    const values: readonly unknown[] = [new Date(0), true, false, { a: 1 }, 'b', 'a', 10, -1.5, null, 'ż', '\u{1f600}', '\uffff'];
    await rows.insertMany(values.map((value, _id) => ({ _id, value })) as never);
    const order = await rows.find({}).sort({ value: 1 }).toArray();
    expect(order.map((row) => row.value)).toEqual([
      null,
      -1.5,
      10,
      'a',
      'b',
      'ż',
      '\uffff',
      '\u{1f600}',
      { a: 1 },
      false,
      true,
      new Date(0),
    ]);
    const indexed = store().fresh();
    await indexed.createIndex({ value: -1 });
    await indexed.insertMany(values.map((value, _id) => ({ _id, value })) as never);
    expect((await indexed.find({}).sort({ value: 1 }).toArray()).map((row) => row._id)).toEqual(order.map((row) => row._id));
    expect((await indexed.find({}).sort({ value: -1 }).toArray()).map((row) => row._id)).toEqual(order.map((row) => row._id).reverse());
  });

  test('a cursor gives one after the other and may be left early', async () => {
    const rows = store().fresh();
    await rows.insertMany(Array.from({ length: 350 }, (_, n) => ({ _id: n })) as never);
    const cursor = rows.find({}).sort({ _id: 1 });
    expect(await cursor.next()).toEqual({ _id: 0 });
    expect(await cursor.hasNext()).toBe(true);
    const rest: unknown[] = [];
    for await (const row of cursor) rest.push(row._id);
    expect(rest).toEqual(Array.from({ length: 349 }, (_, n) => n + 1));
    expect(await cursor.next()).toBeNull();
    const left = rows.find({}).sort({ _id: 1 });
    for await (const row of left) {
      expect(row._id).toBe(0);
      break;
    }
    expect(await rows.countDocuments({})).toBe(350);
  });
};
