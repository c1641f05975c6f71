import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compiledOf } from '../../../test/tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import { explore } from './explore.ts';
import type { Occurrence } from './graph.ts';
import { slowest } from './slowest.ts';

const to = (target: string, more: object = {}): object => ({ target: `#${target}`, ...more });
const extend = { type: 'clock', params: { clock: 'law', do: 'extend' } };
type Step = { readonly days: number; readonly due?: readonly object[]; readonly go?: readonly object[]; readonly tags?: readonly string[] };

/** Steps one after another, each with its deadline and what it does when the clock `law` runs out; then `done`. */
function daysOf(line: readonly Step[], clock: object = {}, delays: object = {}): number | undefined {
  const next = (index: number): string => (index + 1 < line.length ? `s${index + 1}` : 'done');
  const states = line.map(({ days, due, go, tags }, index) => [
    `s${index}`,
    {
      tags: tags ?? (index === 0 ? ['stage:receipt'] : []),
      invoke: task(),
      on: { go: go ?? [to(next(index))], ...(due && { 'clock.law.due': due }) },
      after: { [`d${days}`]: [to(next(index))] },
    },
  ]);
  const lengths = [...line.map(({ days }) => days), 10, 20];
  const definition = smallDefinition(
    { initial: 's0', states: steps({ ...Object.fromEntries(states), done: end() }) },
    {
      events: { go: { label: { en: 'Go' } } },
      delays: { ...Object.fromEntries(lengths.map((days) => [`d${days}`, { days }])), ...delays },
      clocks: { law: { title: { en: 'Law' }, kind: 'law', limit: 'd10', starts: ['stage:receipt'], stops: [], ...clock } },
    },
  );
  const entered = (state: string) => (occurrence: Occurrence) => occurrence.is === 'entered' && occurrence.state === state;
  return slowest(explore(compiledOf(definition)), { isFrom: entered('s0'), isUntil: entered('done') })?.days;
}

test('where a clock runs out and leads away, nobody waits longer', () => {
  expect(daysOf([{ days: 4 }, { days: 20, due: [to('done')] }])).toBe(10);
  expect(daysOf([{ days: 4 }, { days: 3, due: [to('done')] }])).toBe(7);
});

test('a clock that leads nowhere, or only where a condition says so, ends no wait', () => {
  const guard = { type: 'if', params: { field: 'amount', is: 'filled' } };
  expect(daysOf([{ days: 4 }, { days: 20, due: [{}] }])).toBe(24);
  expect(daysOf([{ days: 4 }, { days: 20, due: [to('done', { guard })] }])).toBe(24);
  expect(daysOf([{ days: 4 }, { days: 20, due: [to('done', { guard }), to('done')] }])).toBe(10);
});

test('a clock speaks once: what has run out unheard ends no later wait', () => {
  expect(daysOf([{ days: 20 }, { days: 20, due: [to('done')] }])).toBe(40);
  expect(daysOf([{ days: 10 }, { days: 20, due: [to('done')] }])).toBe(30);
  expect(
    daysOf([
      { days: 20, due: [to('s1')] },
      { days: 20, due: [to('done')] },
    ]),
  ).toBe(30);
});

test('a longer limit counts where somebody set it, and only there', () => {
  const clock = { extension: { limit: 'd20', times: 1, letter: 'told' } };
  const line = (actions: readonly object[]): readonly Step[] => [
    { days: 4, go: [to('s1', { actions })] },
    { days: 30, due: [to('done')] },
  ];
  expect(daysOf(line([]), clock)).toBe(10);
  expect(daysOf(line([extend]), clock)).toBe(20);
});

test('a clock that was stopped, or that rests in some step, ends no wait', () => {
  const line: readonly Step[] = [{ days: 4 }, { days: 30, due: [to('done')], tags: ['stage:response'] }];
  expect(daysOf(line)).toBe(10);
  expect(daysOf(line, { stops: ['stage:response'] })).toBe(34);
  expect(daysOf(line, { kind: 'service', pausesIn: ['stage:response'] })).toBe(34);
});

test('of a clock that began before the time that is measured nothing is known', () => {
  expect(
    daysOf([
      { days: 4, tags: [] },
      { days: 30, due: [to('done')], tags: ['stage:receipt'] },
    ]),
  ).toBe(14);
  const line: readonly Step[] = [{ days: 8 }, { days: 9, tags: ['stage:receipt'], due: [{}] }, { days: 30, due: [to('done')] }];
  expect(daysOf(line)).toBe(47);
});

test('a limit in working days may be over sooner than at its longest: what may have run out unheard ends nothing', () => {
  const clock = { limit: 'work' };
  const delays = { work: { workingDays: 4 } };
  expect(daysOf([{ days: 5 }, { days: 30, due: [to('done')] }], clock, delays)).toBe(35);
  expect(daysOf([{ days: 2 }, { days: 30, due: [to('done')] }], clock, delays)).toBe(6);
});

const most = 12;
const lines = fc.array(fc.record({ days: fc.integer({ min: 1, max: most }), hears: fc.constantFrom('nothing', 'next', 'done', 'stays') }), {
  minLength: 1,
  maxLength: 5,
});

test('no run takes longer than is said, day by day; and where nothing else decides, one takes as long', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 2 * most }), (line, limit) => {
      const said = daysOf(
        line.map(({ days, hears }, index) => ({
          days,
          ...(hears !== 'nothing' && {
            due: [hears === 'stays' ? {} : to(hears === 'done' || index + 1 === line.length ? 'done' : `s${index + 1}`)],
          }),
        })),
        { limit: 'law' },
        { law: { days: limit } },
      );
      expect(said).toBe(longestRun(line, limit));
    }),
    { numRuns: 300 },
  );
});

/** Every way to leave each step on any of its days, with the clock on the day it runs out before or after. */
function longestRun(line: readonly { readonly days: number; readonly hears: string }[], limit: number): number {
  const from = (index: number, day: number, isRunning: boolean): number => {
    const step = line[index];
    if (!step) return day;
    const last = day + step.days;
    const runs: number[] = [];
    const isHeard = step.hears === 'next' || step.hears === 'done';
    const until = isRunning && isHeard ? Math.min(last, limit) : last;
    for (let leaves = day; leaves <= until; leaves += 1) {
      if (!isRunning || isHeard || leaves < limit) runs.push(from(index + 1, leaves, isRunning));
      else runs.push(from(index + 1, leaves, false), ...(leaves === limit ? [from(index + 1, leaves, true)] : []));
    }
    if (isRunning && isHeard && limit <= last) runs.push(from(step.hears === 'done' ? line.length : index + 1, limit, false));
    return Math.max(...runs);
  };
  return from(0, 0, true);
}
