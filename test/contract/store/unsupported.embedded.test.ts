import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose, { type Collection } from 'mongoose';
import { type EmbeddedStore, openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';

let folder = '';
let store: EmbeddedStore;
let rows: Collection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
  store = await openEmbedded(folder, { durability: 'relaxed' });
  rows = store.connection.collection('rows');
  await rows.insertOne({ _id: 1, n: 1, list: [{ a: 1 }], text: 'x' } as never);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const find =
  (filter: object, options: object = {}) =>
  async () =>
    rows.find(filter, options).toArray();
const update =
  (change: object, options: object = {}) =>
  async () =>
    rows.updateOne({ _id: 1 } as never, change, options);
const aggregate =
  (...pipeline: object[]) =>
  async () =>
    rows.aggregate(pipeline).toArray();
const decimal = mongoose.mongo.Decimal128.fromString('1.5');

const outside: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["'$nin'", find({ n: { $nin: [1] } })],
  ["'$not'", find({ n: { $not: { $gt: 1 } } })],
  ["'$nor'", find({ $nor: [{ n: 1 }] })],
  ["'$all'", find({ list: { $all: [1] } })],
  ["'$size'", find({ list: { $size: 1 } })],
  ["'$type'", find({ n: { $type: 'int' } })],
  ["'$mod'", find({ n: { $mod: [2, 0] } })],
  ["'$expr'", find({ $expr: { $eq: ['$n', 1] } })],
  ["'$where'", find({ $where: 'true' })],
  ["'$text'", find({ $text: { $search: 'x' } })],
  ["'$options'", find({ text: { $regex: '^x', $options: 'i' } })],
  ['(only ^ and plain characters)', find({ text: { $regex: 'x' } })],
  ['(only ^ and plain characters)', find({ text: /^x/i })],
  ['(only ^ and plain characters)', find({ text: { $regex: '^(a+)+$' } })],
  ['(only ^ and plain characters)', find({ text: { $regex: '^x.*' } })],
  ['regular expression in $in', find({ text: { $in: [/^x/] } })],
  ["exclusion ('text')", find({}, { projection: { text: 0 } })],
  ["projection of 'list'", find({}, { projection: { list: { $slice: 1 } } })],
  ['sort or index direction', find({}, { sort: { n: { $meta: 'textScore' } } })],
  ["option 'collation'", find({}, { collation: { locale: 'pl' } })],
  ["option 'hint'", find({}, { hint: { n: 1 } })],
  ["update operator '$mul'", update({ $mul: { n: 2 } })],
  ["update operator '$rename'", update({ $rename: { n: 'm' } })],
  ["update operator '$currentDate'", update({ $currentDate: { n: true } })],
  ["update operator '$bit'", update({ $bit: { n: { and: 1 } } })],
  ["update operator '$pop'", update({ $pop: { list: 1 } })],
  ["update operator '$pullAll'", update({ $pullAll: { list: [1] } })],
  ["modifier '$position'", update({ $push: { list: { $each: [1], $position: 0 } } })],
  ["modifier '$sort'", update({ $push: { list: { $each: [1], $sort: 1 } } })],
  ["positional operator '$'", update({ $set: { 'list.$.a': 2 } })],
  ["positional operator '$[]'", update({ $set: { 'list.$[].a': 2 } })],
  ["option 'arrayFilters'", update({ $set: { n: 2 } }, { arrayFilters: [{ 'x.a': 1 }] })],
  ['update pipeline', async () => rows.updateOne({ _id: 1 } as never, [{ $set: { n: 2 } }])],
  ["'$lookup'", aggregate({ $lookup: { from: 'rows', localField: 'n', foreignField: 'n', as: 'x' } })],
  ["'$bucket'", aggregate({ $bucket: { groupBy: '$n', boundaries: [0, 1] } })],
  ["'$addFields'", aggregate({ $addFields: { m: 1 } })],
  ["'$out'", aggregate({ $out: 'other' })],
  ["accumulator '$stdDevPop'", aggregate({ $group: { _id: null, x: { $stdDevPop: '$n' } } })],
  ["expression '$function'", aggregate({ $project: { x: { $function: { body: '', args: [], lang: 'js' } } } })],
  ["variable '$$ROOT'", aggregate({ $project: { x: '$$ROOT' } })],
  ["'bulkWrite'", async () => rows.bulkWrite([{ deleteOne: { filter: {} } }])],
  ["'replaceOne'", async () => rows.replaceOne({ _id: 1 } as never, { n: 2 })],
  ["'findOneAndReplace'", async () => rows.findOneAndReplace({ _id: 1 } as never, { n: 2 })],
  ["'findOneAndDelete'", async () => rows.findOneAndDelete({ _id: 1 } as never)],
  ["'watch'", async () => rows.watch()],
  ["'drop'", async () => rows.drop()],
  ["index option 'unique'", () => rows.createIndex({ n: 1 }, { unique: true })],
  ["index option 'expireAfterSeconds'", () => rows.createIndex({ n: 1 }, { expireAfterSeconds: 5 })],
  ["index option 'partialFilterExpression'", () => rows.createIndex({ n: 1 }, { partialFilterExpression: { n: 1 } })],
  ['direction "text"', () => rows.createIndex({ text: 'text' })],
  ['session', () => store.connection.startSession()],
  ['Decimal128', () => rows.insertOne({ _id: 2, price: decimal } as never)],
  ['Decimal128', find({ price: { $gt: decimal } })],
  ['beyond 2^53', () => rows.insertOne({ _id: 2, n: mongoose.mongo.Long.fromString('9007199254740993') } as never)],
  ['beyond 2^53', update({ $inc: { n: Number.MAX_SAFE_INTEGER } })],
  ['regular expression as a stored value', () => rows.insertOne({ _id: 2, x: /x/ } as never)],
  ['_id longer than', () => rows.insertOne({ _id: 'x'.repeat(300) } as never)],
  ['command', async () => store.connection.db?.command({ dbStats: 1 })],
];

for (const [named, ask] of outside) {
  test(`names what it leaves out: ${named}`, async () => {
    const answer = await ask().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(answer).toMatchObject({ code: 2, codeName: 'BadValue', message: expect.stringContaining(named) });
    expect(answer).toMatchObject({ message: expect.stringContaining('MONGODB_URI') });
    expect(await rows.find({}).toArray()).toEqual([{ _id: 1, n: 1, list: [{ a: 1 }], text: 'x' }]);
  });
}

test('nothing of MongoDB’s collection is simply missing', () => {
  const collection: object = store.connection.db?.collection('rows') ?? {};
  for (const method of Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype)) expect(method in collection).toBe(true);
});
