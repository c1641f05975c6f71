import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

/** Never silently nothing: MongoDB's code, and the document as it was. */
const refused: readonly (readonly [string, object, number | readonly number[]])[] = [
  ['$inc on a text', { $inc: { text: 1 } }, 14],
  ['$inc on null', { $inc: { none: 1 } }, 14],
  ['$inc by a text', { $inc: { n: 'x' } }, 14],
  ['$push on a number', { $push: { n: 1 } }, 2],
  ['$push $each of a number', { $push: { list: { $each: 5 } } }, 2],
  ['$addToSet on a text', { $addToSet: { text: 1 } }, 2],
  ['$pull on a number', { $pull: { n: 1 } }, 2],
  ['$set below a number', { $set: { 'n.below': 1 } }, 28],
  ['$set below null', { $set: { 'none.below': 1 } }, 28],
  ['$set a field of a list', { $set: { 'list.below': 1 } }, 28],
  ['$inc below a text', { $inc: { 'text.below': 1 } }, 28],
  ['another id', { $set: { _id: 'b' } }, 66],
  ['no id', { $unset: { _id: 1 } }, 66],
  ['one path twice', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ['a path and one below', { $set: { 'deep.a': 1 }, $unset: { deep: 1 } }, 40],
  ['an empty name', { $set: { 'a..b': 1 } }, 56],
  ['an operator that does not exist', { $sett: { n: 1 } }, [2, 9, 10_065]],
];

const whole = { _id: 'a', text: 'x', n: 1, none: null, list: [1], deep: {} };

export const updateErrorCases: Cases = (store) => {
  for (const [name, update, code] of refused) {
    test(`refuses ${name} with ${code}: ${JSON.stringify(update)}`, async () => {
      const rows = store().fresh();
      await rows.insertOne({ ...whole } as never);
      const answer = await rows.updateOne({ _id: 'a' } as never, update).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(answer).toBeInstanceOf(Error);
      const given = answer instanceof Error && 'code' in answer ? answer.code : undefined;
      expect([code].flat()).toContain(given);
      expect(await rows.findOne({ _id: 'a' } as never)).toEqual(whole);
    });
  }

  test('a refused update of many keeps what came before it and nothing of the refused', async () => {
    const rows = store().fresh();
    await rows.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 'x' },
      { _id: 3, n: 3 },
    ] as never);
    await expect(rows.updateMany({}, { $inc: { n: 1 } })).rejects.toMatchObject({ code: 14 });
    expect(await rows.findOne({ _id: 2 } as never)).toEqual({ _id: 2, n: 'x' });
  });

  test('a replacement is not an update', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'a', n: 1 } as never);
    await expect(async () => rows.updateOne({ _id: 'a' } as never, { n: 2 })).rejects.toThrow(/atomic operators/);
    expect(await rows.findOne({ _id: 'a' } as never)).toEqual({ _id: 'a', n: 1 });
  });

  test('names of the prototype are fields like others and reach no other object', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'a' } as never);
    await rows.updateOne({ _id: 'a' } as never, { $set: { 'constructor.prototype.polluted': 1, hasOwnProperty: 2 } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    const found = await rows.findOne({ _id: 'a' } as never);
    expect(JSON.parse(JSON.stringify(found))).toEqual({ _id: 'a', constructor: { prototype: { polluted: 1 } }, hasOwnProperty: 2 });
    await rows.updateOne({ _id: 'a' } as never, JSON.parse('{"$set":{"__proto__.polluted":1}}')).catch(() => undefined);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
};
