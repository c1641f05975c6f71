import { afterAll, expect, jest } from '@jest/globals';
import mongoose from 'mongoose';
import { wrongOperation } from './store-dialect.ts';

/** Every operation of a test on our own collections is held against the dialect; those that a test made up for itself are its own. */
const wrong = new Set<string>();
const madeUp = /^(rows\d*|savedcases)$/;

jest.setTimeout(60_000); // A busy machine is slow, not wrong.

mongoose.set('debug', (collection: string, method: string, ...words: readonly unknown[]) => {
  const problem = madeUp.test(collection) ? undefined : wrongOperation({ collection, method, words });
  if (problem !== undefined) wrong.add(problem);
});

afterAll(() => {
  expect([...wrong]).toEqual([]);
});
