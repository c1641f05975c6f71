import { describe, expect, test } from '@jest/globals';
import { rows } from './faults/rows.ts';

// A test that cannot fail proves nothing: each fault is planted in one part of the product, and the check beside it has to go red.

/** A busy machine is no fault. */
const timeoutMs = 300_000;
/** Each of them once, without a fault. */
const checks = [...new Map(rows.map(({ check }) => [check.title, check])).values()];

describe('what must hold', () => {
  test.each(checks.map((check) => [check.title, check] as const))('%s', (_, check) => check.run(), timeoutMs);
});

describe('a fault is seen', () => {
  test.each(rows.map((row) => [row.fault, row.check.title, row] as const))(
    '%s: red is "%s"',
    async (_, __, row) => {
      const problem: unknown = await row.planted().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      // Red means that an expectation was not met; a fault that breaks the test itself shows nothing.
      const red = problem instanceof Error && 'matcherResult' in problem;
      const found = { red, otherwise: red ? '' : String(problem ?? 'it survived'), touched: row.touched() > 0 };
      expect(found).toEqual({ red: true, otherwise: '', touched: true });
    },
    timeoutMs,
  );
});

test('nobody has planted the same fault twice, and all twelve are there', () => {
  expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThanOrEqual(12);
});
