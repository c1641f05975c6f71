import { expect, test } from '@jest/globals';
import { sideBySide } from './side-by-side.ts';

test('all are done, at most so many at the same time', async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await sideBySide(Array.from({ length: 50 }, (_, n) => n).values(), 8, async (n) => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
    done.push(n);
  });
  expect(done.sort((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(most).toBe(8);
});

test('one that fails keeps none of the others from being done, and is told', async () => {
  const done: number[] = [];
  const work = async (n: number) => {
    if (n === 2) throw new Error('two');
    await Promise.resolve();
    done.push(n);
  };
  await expect(sideBySide([1, 2, 3, 4], 2, work)).rejects.toThrow('two');
  expect(done.sort()).toEqual([1, 3, 4]);
});

test('nothing to do is done', async () => {
  await expect(sideBySide([], 4, async () => undefined)).resolves.toBeUndefined();
});
