import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedStore, openEmbedded } from './open-embedded.ts';

let store: EmbeddedStore;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-narrower-'));
  store = await openEmbedded(folder, { durability: 'relaxed' });
  const collection = store.connection.collection<{ _id: number; words: string[]; at: number }>('cases');
  await collection.createIndex({ organisation: 1, words: 1 });
  await collection.createIndex({ organisation: 1, at: -1 });
  const rows = Array.from({ length: 3_000 }, (_, n) => ({ _id: n, organisation: 'one', words: [`word${n % 100}`, 'late'], at: n }));
  await collection.insertMany(rows);
  const tasks = store.connection.collection<{ _id: number; caseId: string }>('tasks');
  await tasks.createIndex({ organisation: 1, state: 1, due: 1 });
  await tasks.createIndex({ organisation: 1, caseId: 1, at: 1 });
  await tasks.insertMany(
    Array.from({ length: 3_000 }, (_, n) => ({ _id: n, organisation: 'one', state: 'open', caseId: `case${n % 1_000}`, due: -n, at: n })),
  );
}, 30_000);

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** The newest cases with a word that begins so, and how many were looked at for them. */
async function newest(beginning: RegExp): Promise<{ readonly found: readonly number[]; readonly examined: number }> {
  const before = store.stats().examined;
  const found = await store.connection
    .collection<{ _id: number }>('cases')
    .find({ organisation: 'one', words: beginning })
    .sort({ at: -1 })
    .limit(20)
    .toArray();
  return { found: found.map(({ _id }) => _id), examined: store.stats().examined - before };
}

test('cases with a rare word are looked up by the word and put in order, not searched for among all in that order', async () => {
  const { found, examined } = await newest(/^word77/);
  expect(found).toEqual(Array.from({ length: 20 }, (_, n) => 2_977 - n * 100));
  expect(examined).toBe(30);
});

test('cases with a word that nearly all have are read in the order of the list', async () => {
  const { found, examined } = await newest(/^la/);
  expect(found).toEqual(Array.from({ length: 20 }, (_, n) => 2_999 - n));
  expect(examined).toBeLessThan(100);
});

test('of two indexes that narrow as far, the one that has less to look at is taken', async () => {
  const before = store.stats().examined;
  const found = await store.connection
    .collection<{ _id: number }>('tasks')
    .find({ organisation: 'one', state: 'open', caseId: 'case7' })
    .sort({ due: 1 })
    .toArray();
  expect(found.map(({ _id }) => _id)).toEqual([2_007, 1_007, 7]);
  expect(store.stats().examined - before).toBeLessThan(10);
});
