import { describe, expect, test } from '@jest/globals';
import { rows } from './faults/rows.ts';

// A test that cannot fail proves nothing: each fault is planted in one part of the product, and the check beside it has to go red.
// around() takes `atOnce` away, so on the embedded store the rows of the revision and of the journal line meet the road in two steps, and their twins "where copies
// go along" and "with its case" that of production; every other row leaves cases their own road.

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

/** Those of the table that every store must see. */
const twelve = [
  'the revision is not compared',
  'nobody asks whether an event was seen before',
  'the last write of a worker names no fence',
  'what is done is not marked',
  'effects go out before the commit',
  'a timer stays after it fired',
  'timers fire 50 ms early',
  'restored steps are not in the order of the procedure',
  'a task instance that is gone is taken for the one that is open',
  'a filter forgets the organisation',
  'a journal line leaves its case before it is copied',
  'memory that is behind refuses',
];
/** Only the embedded store takes a case and its copies at once. */
const ofTheEmbeddedStore = ['the revision is not compared where copies go along', 'a journal line does not go along with its case'];

test('nobody has planted the same fault twice, and each of the twelve is there by its name', () => {
  const asked = process.env.MONGODB_URI === undefined ? [...ofTheEmbeddedStore, ...twelve] : twelve;
  expect(rows.map(({ fault }) => fault)).toEqual(asked);
});
