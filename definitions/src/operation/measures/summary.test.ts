import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayMs } from './measure.ts';
import { figureOf, meets } from './summary.ts';

const now = '2026-03-10T09:00:00.000Z';
const samples = (...values: readonly number[]) => values.map((value) => ({ measure: 'a', value }));
const before = (days: number): string => new Date(Date.parse(now) - days * dayMs).toISOString();

test('nothing to count is no figure, and not nought', () => {
  for (const unit of ['share', 'days', 'score', 'amount', 'count', 'each'] as const) expect(figureOf([], unit, now)).toEqual({ over: 0 });
  expect(figureOf(samples(0, 0), 'share', now)).toEqual({ over: 2, count: 0, value: 0 });
});

test('a share is told with its counts, days with what half and nine of ten took', () => {
  expect(figureOf(samples(1, 0, 1, 1), 'share', now)).toEqual({ over: 4, count: 3, value: 0.75 });
  expect(figureOf([{ measure: 'a', value: 3, of: 10 }], 'share', now)).toEqual({ over: 10, count: 3, value: 0.3 });
  expect(figureOf(samples(1, 2, 3, 40), 'days', now)).toEqual({ over: 4, value: 2, mostly: 40 });
  expect(figureOf(samples(2, 5), 'score', now)).toEqual({ over: 2, value: 3.5 });
  expect(figureOf(samples(0, 2), 'count', now)).toEqual({ over: 2, value: 2 });
});

test('what is still open counts as long as it is by now; what is due is late once its instant has passed', () => {
  expect(figureOf([{ measure: 'a', since: before(4) }], 'days', now)).toEqual({ over: 1, value: 4, mostly: 4 });
  const due = [
    { measure: 'a', due: before(1) },
    { measure: 'a', due: now },
    { measure: 'a', value: 0 },
  ];
  expect(figureOf(due, 'share', now)).toMatchObject({ over: 3, count: 1 });
});

test('how many fall to each is told, and never to whom', () => {
  const held = ['ada', 'ada', 'bo'].map((group) => ({ measure: 'a', value: 1, group }));
  const figure = figureOf(held, 'each', now);
  expect(figure).toEqual({ over: 2, count: 3, value: 1.5 });
  expect(JSON.stringify(figure)).not.toContain('ada');
});

test('a target is met at its very value', () => {
  expect([meets(0.95, { atLeast: 0.95 }), meets(0.949, { atLeast: 0.95 }), meets(20, { atMost: 20 }), meets(20.1, { atMost: 20 })]).toEqual(
    [true, false, true, false],
  );
});

test('whatever is counted, in whatever order: a share lies between nought and one, half took no longer than nine of ten, and each figure was there', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(figures, fc.infiniteStream(fc.nat()), (values, order) => {
      const mixed = values.map((value) => [value, order.next().value] as const).toSorted(([, one], [, other]) => one - other);
      const [plain, other] = [samples(...values), samples(...mixed.map(([value]) => value))];
      for (const unit of ['share', 'days', 'count', 'each'] as const)
        expect(figureOf(other, unit, now)).toEqual(figureOf(plain, unit, now));
      const { value = -1, mostly = -1 } = figureOf(plain, 'days', now);
      expect(values).toContain(value);
      expect(values).toContain(mostly);
      expect(value).toBeLessThanOrEqual(mostly);
      expect(values.filter((one) => one <= value).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(values.filter((one) => one <= mostly).length * 10).toBeGreaterThanOrEqual(values.length * 9);
      const share = figureOf(samples(...values.map((one) => one % 2)), 'share', now);
      expect(share).toMatchObject({ over: values.length, count: values.filter((one) => one % 2 === 1).length });
      expect(share.value).toBeGreaterThanOrEqual(0);
      expect(share.value).toBeLessThanOrEqual(1);
    }),
  );
});
