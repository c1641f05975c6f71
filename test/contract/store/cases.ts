import { test as jestTest } from '@jest/globals';
import { javaServerDifferences } from './java-server-differences.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export type Cases = (store: () => StoreUnderTest) => void;

/** A case of the contract. Where the test server is known to differ from MongoDB the case must fail there, so that the list stays true. */
export function test(title: string, run: () => Promise<void>): void {
  const differs =
    process.env.MONGODB_URI !== undefined && process.env.MONGODB_SERVER === 'mongo-java-server' && javaServerDifferences.has(title);
  if (differs) jestTest.failing(title, run);
  else jestTest(title, run);
}
