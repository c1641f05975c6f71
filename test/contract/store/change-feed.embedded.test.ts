import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Inserted } from '../../../runtime-api/src/store/embedded/change-feed.ts';
import { type EmbeddedStore, openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

let folder = '';
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
  store = await openEmbedded(folder);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test('inserts are heard after their commit, in order, once, with rising numbers', async () => {
  const heard: Inserted[] = [];
  const readable: Promise<number>[] = [];
  const rows = store.connection.collection('rows');
  store.onInsert('rows', (inserted) => {
    heard.push(inserted);
    readable.push(rows.countDocuments({ _id: inserted.document._id } as never));
  });
  await Promise.all(Array.from({ length: 50 }, (_, n) => rows.insertOne({ _id: `c${n}:1`, n } as never)));
  await rows.insertMany([{ _id: 'm1' }, { _id: 'm2' }] as never);
  await rows.updateOne({ _id: 'up' } as never, { $set: { n: 1 } }, { upsert: true });
  await rows.updateOne({ _id: 'up' } as never, { $set: { n: 2 } }, { upsert: true });
  await store.connection.collection('others').insertOne({ _id: 'x' } as never);
  expect(heard).toHaveLength(53);
  expect(new Set(heard.map((one) => one.document._id)).size).toBe(53);
  const numbers = heard.map((one) => one.sequence);
  expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
  expect(await Promise.all(readable)).toEqual(heard.map(() => 1));
});

test('a refused insert is not heard, nor anything after listening ended', async () => {
  const heard: unknown[] = [];
  const rows = store.connection.collection('rows');
  await rows.insertOne({ _id: 'a' } as never);
  const stop = store.onInsert('rows', (inserted) => heard.push(inserted.document._id));
  await expect(rows.insertOne({ _id: 'a' } as never)).rejects.toMatchObject({ code: 11000 });
  await expect(rows.insertMany([{ _id: 'b' }, { _id: 'a' }, { _id: 'c' }] as never)).rejects.toMatchObject({ code: 11000 });
  expect(heard).toEqual(['b']);
  stop();
  await rows.insertOne({ _id: 'd' } as never);
  expect(heard).toEqual(['b']);
});

test('the counters say what a query cost', async () => {
  const rows = store.connection.collection('cases');
  await rows.createIndex({ organisation: 1, dueAt: 1 });
  await rows.insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: n, organisation: `o${n % 4}`, dueAt: n })) as never);
  const cost = async (ask: () => Promise<unknown>) => {
    const before = store.stats();
    await ask();
    const now = store.stats();
    return {
      queries: now.queries - before.queries,
      examined: now.examined - before.examined,
      returned: now.returned - before.returned,
      scans: now.scans - before.scans,
    };
  };
  expect(await cost(() => rows.findOne({ _id: 7 } as never))).toEqual({ queries: 1, examined: 1, returned: 1, scans: 0 });
  expect(await cost(() => rows.find({ organisation: 'o1' }).sort({ dueAt: -1 }).limit(10).toArray())).toEqual({
    queries: 1,
    examined: 10,
    returned: 10,
    scans: 0,
  });
  expect(
    await cost(() =>
      rows
        .find({ organisation: { $in: ['o1', 'o2'] } })
        .sort({ dueAt: 1 })
        .limit(10)
        .toArray(),
    ),
  ).toEqual({ queries: 1, examined: 10, returned: 10, scans: 0 });
  expect(await cost(() => rows.find({ organisation: 'o1', dueAt: { $gt: 100, $lt: 120 } }).toArray())).toEqual({
    queries: 1,
    examined: 5,
    returned: 5,
    scans: 0,
  });
  // An index that tells how many there are is all that is read; where it does not, every document is looked at.
  expect(await cost(() => rows.countDocuments({ organisation: 'o1', dueAt: { $gt: 100, $lt: 600 } }))).toMatchObject({
    examined: 0,
    scans: 0,
  });
  expect(await cost(() => rows.countDocuments({ organisation: 'o1', _id: { $ne: 7 } } as never))).toMatchObject({
    examined: 250,
    scans: 0,
  });
  expect(await cost(() => rows.find({ dueAt: 5 }).toArray())).toEqual({ queries: 1, examined: 1000, returned: 1, scans: 1 });
});

test('a long scan lets others work in between', async () => {
  const rows = store.connection.collection('many');
  for (let from = 0; from < 20_000; from += 5000)
    await rows.insertMany(Array.from({ length: 5000 }, (_, n) => ({ _id: from + n, n: from + n, text: 'x'.repeat(200) })) as never);
  let turns = 0;
  let scanning = true;
  const turn = () => {
    turns += 1;
    if (scanning) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await rows.countDocuments({ n: { $gte: 0 } })).toBe(20_000);
  scanning = false;
  expect(turns).toBeGreaterThan(5);
}, 30_000);
