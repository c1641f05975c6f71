import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

/** What each filter finds among these, by the manual's rules. */
const documents = [
  {
    _id: 1,
    title: 'alpha',
    n: 5,
    tags: ['a', 'b'],
    at: new Date('2026-01-01'),
    owner: { role: 'handler', level: 2 },
    tasks: [
      { role: 'x', open: true },
      { role: 'y', open: false },
    ],
  },
  {
    _id: 2,
    title: 'Alpha',
    n: 5.5,
    tags: [],
    owner: { role: 'lead' },
    tasks: [
      { role: 'x', open: false },
      { role: 'y', open: true },
    ],
  },
  { _id: 3, title: 'żółw', n: -1, tags: ['b', 'c'], owner: null, tasks: [] },
  { _id: 4, title: 'ی', n: '5', tags: 'a' },
  { _id: 5, n: null, tags: [['a']], at: new Date('2026-03-01'), flag: true },
  { _id: 6, title: '', n: [1, 9], flag: false, owner: { role: 'handler', level: 2, since: 1 } },
];

const finds: readonly (readonly [string, object, readonly number[]])[] = [
  ['nothing asked', {}, [1, 2, 3, 4, 5, 6]],
  ['text as it is', { title: 'alpha' }, [1]],
  ['a number, not its text', { n: 5 }, [1]],
  ['null and missing', { title: null }, [5]],
  ['null, missing, not empty list', { tags: null }, [6]],
  ['field of a document', { 'owner.role': 'handler' }, [1, 6]],
  ['whole document, all fields in order', { owner: { role: 'handler', level: 2 } }, [1]],
  ['whole document in another order', { owner: { level: 2, role: 'handler' } }, []],
  ['element of a list', { tags: 'a' }, [1, 4]],
  ['whole list', { tags: ['a', 'b'] }, [1]],
  ['list as an element', { tags: ['a'] }, [5]],
  ['field of elements', { 'tasks.role': 'y' }, [1, 2]],
  ['two fields of any elements', { 'tasks.role': 'x', 'tasks.open': true }, [1, 2]],
  ['two fields of one element', { tasks: { $elemMatch: { role: 'x', open: true } } }, [1]],
  ['element between', { n: { $elemMatch: { $gt: 5, $lt: 10 } } }, [6]],
  ['between, by any elements', { n: { $gt: 5, $lt: 6 } }, [2, 6]],
  ['$gt stays among its type', { n: { $gt: 0 } }, [1, 2, 6]],
  ['$lte', { n: { $lte: 5 } }, [1, 3, 6]],
  ['$gte text by code points', { title: { $gte: 'b' } }, [3, 4]],
  ['$lt text', { title: { $lt: 'a' } }, [2, 6]],
  ['times', { at: { $gte: new Date('2026-02-01') } }, [5]],
  ['$in', { n: { $in: [5, '5', null] } }, [1, 4, 5]],
  ['$in nothing', { n: { $in: [] } }, []],
  ['$ne', { n: { $ne: 5 } }, [2, 3, 4, 5, 6]],
  ['$ne of a list element', { tags: { $ne: 'a' } }, [2, 3, 5, 6]],
  ['$ne null', { title: { $ne: null } }, [1, 2, 3, 4, 6]],
  ['there', { at: { $exists: true } }, [1, 5]],
  ['there though null', { n: { $exists: true } }, [1, 2, 3, 4, 5, 6]],
  ['not there', { at: { $exists: false } }, [2, 3, 4, 6]],
  ['not there below', { 'owner.level': { $exists: false } }, [2, 3, 4, 5]],
  ['false', { flag: false }, [6]],
  ['$or', { $or: [{ n: 5 }, { title: 'żółw' }] }, [1, 3]],
  ['$and', { $and: [{ tags: 'a' }, { tags: 'b' }] }, [1]],
  ['$or in $and', { n: { $ne: null }, $or: [{ tags: 'b' }, { flag: true }] }, [1, 3]],
  ['beginning', { title: { $regex: '^al' } }, [1]],
  ['beginning as an expression', { title: /^ż/ }, [3]],
  ['beginning with a dot', { title: { $regex: '^al\\.' } }, []],
  ['a path through a scalar', { 'title.x': 1 }, []],
  ['a name of the prototype', { constructor: 'x' }, []],
  ['a name of the prototype, missing', { toString: { $exists: true } }, []],
];

export const filterCases: Cases = (store) => {
  for (const [name, filter, ids] of finds) {
    test(`finds ${name}: ${JSON.stringify(filter)}`, async () => {
      const rows = store().fresh();
      await rows.insertMany(documents as never);
      const found = await rows.find(filter).sort({ _id: 1 }).toArray();
      expect(found.map((row) => row._id)).toEqual(ids);
      expect(await rows.countDocuments(filter)).toBe(ids.length);
      expect(await rows.findOne(filter).then((row) => row !== null)).toBe(ids.length > 0);
    });
  }

  test('only the fields asked for come back', async () => {
    const rows = store().fresh();
    await rows.insertMany(documents as never);
    const one = async (projection: object) => (await rows.find({ _id: 1 } as never, { projection }).toArray())[0];
    expect(await one({ title: 1, n: true })).toEqual({ _id: 1, title: 'alpha', n: 5 });
    expect(await one({ 'owner.role': 1, _id: 0 })).toEqual({ owner: { role: 'handler' } });
    expect(await one({ 'tasks.open': 1, missing: 1, _id: 0 })).toEqual({ tasks: [{ open: true }, { open: false }] });
    expect(await one({ _id: 1 })).toEqual({ _id: 1 });
  });

  test('distinct opens lists once and leaves out what is missing', async () => {
    const rows = store().fresh();
    await rows.insertMany(documents as never);
    expect((await rows.distinct('owner.role', {})).sort()).toEqual(['handler', 'lead']);
    expect((await rows.distinct('tags', { _id: { $lte: 3 } } as never)).sort()).toEqual(['a', 'b', 'c']);
  });

  test('values that hold operators are values when they are stored and sought by $eq', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 1, answer: { text: '{$gt: ""}' }, key: '$gt' } as never);
    expect(await rows.countDocuments({ key: { $eq: '$gt' } })).toBe(1);
  });
};
