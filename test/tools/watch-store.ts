import { afterAll, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { wrongOperation } from './store-dialect.ts';

/** Every operation of a test on our own collections is held against the dialect; those that a test made up for itself are its own. */
const wrong = new Set<string>();
const madeUp = /^(rows\d*|savedcases)$/;

mongoose.set('debug', (collection: string, method: string, ...words: readonly unknown[]) => {
  const problem = madeUp.test(collection) ? undefined : wrongOperation({ collection, method, words });
  if (problem !== undefined) wrong.add(problem);
});

afterAll(() => {
  expect([...wrong]).toEqual([]);
});
