import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

const cases = [
  { _id: 1, organisation: 'o', status: 'open', severity: 3, tags: ['a', 'b'], owner: { team: 'x' }, closedAt: null },
  { _id: 2, organisation: 'o', status: 'open', severity: 5, tags: ['b'], owner: { team: 'y' } },
  { _id: 3, organisation: 'o', status: 'closed', severity: 1, tags: [], owner: { team: 'x' }, closedAt: '2026-02-03' },
  { _id: 4, organisation: 'o', status: 'closed', tags: ['c'], closedAt: '2026-03-09' },
  { _id: 5, organisation: 'p', status: 'open', severity: 9, tags: ['a'] },
];

const pipelines: readonly (readonly [string, object[], readonly unknown[]])[] = [
  [
    'groups and counts',
    [
      { $match: { organisation: 'o' } },
      {
        $group: { _id: '$status', n: { $sum: 1 }, most: { $max: '$severity' }, least: { $min: '$severity' }, mean: { $avg: '$severity' } },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'closed', n: 2, most: 1, least: 1, mean: 1 },
      { _id: 'open', n: 2, most: 5, least: 3, mean: 4 },
    ],
  ],
  [
    'one group for missing and null',
    [{ $group: { _id: '$closedAt', n: { $sum: 1 } } }, { $sort: { n: -1, _id: 1 } }],
    [
      { _id: null, n: 3 },
      { _id: '2026-02-03', n: 1 },
      { _id: '2026-03-09', n: 1 },
    ],
  ],
  ['all in one group', [{ $group: { _id: null, total: { $sum: '$severity' } } }], [{ _id: null, total: 18 }]],
  [
    'groups by two',
    [
      { $match: { status: 'open' } },
      { $group: { _id: { organisation: '$organisation', team: '$owner.team' }, n: { $sum: 1 } } },
      { $sort: { n: 1, '_id.organisation': 1, '_id.team': 1 } },
    ],
    [
      { _id: { organisation: 'o', team: 'x' }, n: 1 },
      { _id: { organisation: 'o', team: 'y' }, n: 1 },
      { _id: { organisation: 'p' }, n: 1 },
    ],
  ],
  [
    'first, last, lists',
    [
      { $sort: { _id: 1 } },
      { $group: { _id: '$organisation', first: { $first: '$_id' }, last: { $last: '$_id' }, all: { $push: '$severity' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'o', first: 1, last: 4, all: [3, 5, 1] },
      { _id: 'p', first: 5, last: 5, all: [9] },
    ],
  ],
  [
    'opens lists',
    [{ $match: { organisation: 'o' } }, { $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 1 },
    ],
  ],
  [
    'opens lists and keeps the empty',
    [
      { $match: { organisation: 'o' } },
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1 } },
      { $sort: { _id: 1, tags: 1 } },
    ],
    [{ _id: 1, tags: 'a' }, { _id: 1, tags: 'b' }, { _id: 2, tags: 'b' }, { _id: 3 }, { _id: 4, tags: 'c' }],
  ],
  ['counts', [{ $match: { status: 'open' } }, { $count: 'n' }], [{ n: 3 }]],
  ['counts nothing as nothing', [{ $match: { status: 'x' } }, { $count: 'n' }], []],
  ['groups nothing as nothing', [{ $match: { status: 'x' } }, { $group: { _id: null, n: { $sum: 1 } } }], []],
  [
    'facets',
    [
      { $match: { organisation: 'o' } },
      {
        $facet: {
          open: [{ $match: { status: 'open' } }, { $count: 'n' }],
          none: [{ $match: { status: 'x' } }, { $count: 'n' }],
          top: [{ $sort: { severity: -1 } }, { $limit: 1 }, { $project: { severity: 1 } }],
        },
      },
    ],
    [{ open: [{ n: 2 }], none: [], top: [{ _id: 2, severity: 5 }] }],
  ],
  [
    'pages',
    [{ $match: { organisation: 'o' } }, { $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { status: 1, _id: 0 } }],
    [{ status: 'closed' }, { status: 'open' }],
  ],
  [
    'limits before it matches',
    [{ $sort: { _id: 1 } }, { $limit: 3 }, { $match: { status: 'closed' } }, { $project: { _id: 1 } }],
    [{ _id: 3 }],
  ],
  [
    'computes',
    [
      { $match: { _id: { $lte: 2 } } },
      { $sort: { _id: 1 } },
      {
        $project: {
          _id: 0,
          team: '$owner.team',
          urgent: { $cond: [{ $gte: ['$severity', 4] }, 'yes', 'no'] },
          month: { $substrCP: ['2026-02-03', 0, 7] },
          twice: { $multiply: ['$severity', 2] },
        },
      },
    ],
    [
      { team: 'x', urgent: 'no', month: '2026-02', twice: 6 },
      { team: 'y', urgent: 'yes', month: '2026-02', twice: 10 },
    ],
  ],
  [
    'takes the first that is there',
    [
      { $sort: { _id: 1 } },
      { $project: { when: { $ifNull: ['$closedAt', 'never'] } } },
      { $group: { _id: '$when', n: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: '2026-02-03', n: 1 },
      { _id: '2026-03-09', n: 1 },
      { _id: 'never', n: 3 },
    ],
  ],
];

export const aggregationCases: Cases = (store) => {
  for (const [name, pipeline, expected] of pipelines) {
    test(`an aggregation ${name}`, async () => {
      const rows = store().fresh();
      await rows.insertMany(cases as never);
      expect(await rows.aggregate(pipeline).toArray()).toEqual(expected);
    });
  }

  test('different values gathered once', async () => {
    const rows = store().fresh();
    await rows.insertMany(cases as never);
    const [row] = await rows.aggregate([{ $unwind: '$tags' }, { $group: { _id: null, all: { $addToSet: '$tags' } } }]).toArray();
    expect([...(row?.all ?? [])].sort()).toEqual(['a', 'b', 'c']);
  });

  test('an unknown stage is refused by its name', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 1 } as never);
    await expect(rows.aggregate([{ $nonsense: {} }]).toArray()).rejects.toThrow('$nonsense');
  });
};
