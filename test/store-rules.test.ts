import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { peopleModels } from '../runtime-api/src/store/models/people-models.ts';
import { openStore } from '../runtime-api/src/store/store.ts';
import { wrongIndex, wrongOperation } from './tools/store-dialect.ts';

test('every index of every model serves one organisation, or one worker that looks over all of them', async () => {
  const home = await mkdtemp(join(tmpdir(), 'redress-rules-'));
  const store = await openStore({ home, durability: 'relaxed' });
  await peopleModels(store);
  const models = Object.values(store.connection.models);
  expect(models.length).toBeGreaterThan(20);
  const wrong = models.flatMap((model) => model.schema.indexes().map((index) => wrongIndex(index as never)));
  expect(wrong.filter((problem) => problem !== undefined)).toEqual([]);
  await store.close();
  await rm(home, { recursive: true });
});

test.each([
  [{ title: 1 }, {}, 'begins with the organisation'],
  [{ organisation: 1, email: 1 }, { unique: true }, 'only _id is unique'],
  [{ nextAt: 1 }, {}, 'is sparse'],
])('the rules see a wrong index: %j', (fields, options, problem) => {
  expect(wrongIndex([fields, options])).toContain(problem);
});

const mine = { organisation: 'office', _id: 'case-1' };
test.each([
  ['updateOne', [{ organisation: 'office' }, { $set: { a: 1 } }], 'a write names its document'],
  ['updateOne', [{ ...mine, _id: { $in: ['a'] } }, { $set: { a: 1 } }], 'a write names its document'],
  ['updateMany', [mine, { $set: { a: 1 } }], 'not one of our operations'],
  ['deleteMany', [{ organisation: 'office' }], 'a write names one document'],
  ['find', [{ organisation: 'office', title: { $regex: 'late' } }], 'a pattern begins with ^'],
  ['find', [{ organisation: 'office', $where: 'true' }], '$where is not of our dialect'],
  ['aggregate', [[{ $match: {} }, { $lookup: {} }]], '$lookup is not of our dialect'],
  ['bulkWrite', [[]], 'not one of our operations'],
])('the rules see a wrong operation: %s %j', (method, words, problem) => {
  expect(wrongOperation({ collection: 'cases', method, words })).toContain(problem);
});
