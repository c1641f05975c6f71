import { expect } from '@jest/globals';
import { type Cases, test } from './cases.ts';

export const compareAndSetCases: Cases = (store) => {
  test('of eight who compare and set one document at once, exactly the wins move the revision', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'case', organisation: 'o', revision: 0, wins: [] } as never);
    const client = async (name: number) => {
      let wins = 0;
      for (let attempt = 0; attempt < 60; attempt++) {
        const now = await rows.findOne({ _id: 'case' } as never);
        const revision: number = now?.revision;
        const filter = { organisation: 'o', _id: 'case', revision };
        const result = await rows.updateOne(filter as never, {
          $set: { revision: revision + 1 },
          $push: { wins: `${name}:${revision}` as never },
        });
        expect(result.matchedCount).toBe(result.modifiedCount);
        wins += result.modifiedCount;
      }
      return wins;
    };
    const wins = await Promise.all(Array.from({ length: 8 }, (_, name) => client(name)));
    const total = wins.reduce((sum, one) => sum + one, 0);
    const end = await rows.findOne({ _id: 'case' } as never);
    expect(total).toBeGreaterThanOrEqual(60);
    expect(end?.revision).toBe(total);
    expect(end?.wins.map((win: string) => Number(win.split(':')[1]))).toEqual(Array.from({ length: total }, (_, n) => n));
  });

  test('of eight workers who find and claim, no job is claimed twice and none is left', async () => {
    const rows = store().fresh();
    await rows.createIndex({ nextAt: 1 }, { sparse: true });
    await rows.insertMany(Array.from({ length: 120 }, (_, n) => ({ _id: n, nextAt: n % 10 })) as never);
    const worker = async (name: number) => {
      const claimed: unknown[] = [];
      for (;;) {
        const job = await rows.findOneAndUpdate(
          { nextAt: { $lte: 100 } },
          { $set: { by: name }, $unset: { nextAt: 1 } },
          { sort: { nextAt: 1 } },
        );
        if (!job) return claimed;
        claimed.push(job._id);
      }
    };
    const claims = (await Promise.all(Array.from({ length: 8 }, (_, name) => worker(name)))).flat();
    expect(claims).toHaveLength(120);
    expect(new Set(claims).size).toBe(120);
  });

  test('eight who count by an upsert of one row count each number once', async () => {
    const rows = store().fresh();
    const given = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const numbers: unknown[] = [];
        while (numbers.length < 15) {
          const row = await rows
            .findOneAndUpdate({ _id: 'o:2026' } as never, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
            .catch((error: { code?: unknown }) => (error.code === 11000 ? undefined : Promise.reject(error))); // A server may lose this race by name.
          if (row) numbers.push(row.last);
        }
        return numbers;
      }),
    );
    expect(
      given
        .flat()
        .map(Number)
        .sort((left, right) => left - right),
    ).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  });

  test('who has written reads his own write at once', async () => {
    const rows = store().fresh();
    await rows.createIndex({ n: 1 });
    await rows.insertOne({ _id: 'a', n: 0 } as never);
    for (let n = 1; n <= 50; n++) {
      await rows.updateOne({ _id: 'a' } as never, { $set: { n } });
      expect(await rows.countDocuments({ n })).toBe(1);
      expect(await rows.countDocuments({ n: n - 1 })).toBe(0);
    }
  });
};
