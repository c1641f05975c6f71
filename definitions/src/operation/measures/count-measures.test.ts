import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { readProcess } from '../../../../test/tools/pretend-case.ts';
import { countMeasures, type MeasuredCase } from './count-measures.ts';
import { measureDiagnosis } from './diagnosis.ts';
import type { Sample } from './measure.ts';
import { underObjectives } from './objectives.ts';
import { measureVersions } from './versions.ts';

const complaint: Definition = readProcess('complaint');
const options = {
  definition: complaint,
  measures: [
    'ack-on-time',
    'by-category',
    'by-cause',
    'repeat-cause',
    'days-by-outcome',
    'days-by-severity',
    'open-per-person',
    'set-aside',
  ],
  now: '2026-03-10T09:00:00.000Z',
  timeZone: 'Europe/Warsaw',
  placesMost: 2,
};
const of = (measure: string, cases: readonly MeasuredCase[], more: Partial<typeof options> = {}) =>
  countMeasures(cases, { ...options, ...more }).find((one) => one.measure === measure);
const cases = (measure: string, ...read: readonly Partial<Sample>[]): readonly MeasuredCase[] =>
  read.map((sample, place) => ({ id: `c${place}`, receivedAt: '2026-02-10T09:00:00.000Z', samples: [{ measure, value: 1, ...sample }] }));

test('with a target of the procedure there is a verdict; without one, or without anything to count, there is none', () => {
  expect(of('ack-on-time', cases('ack-on-time', {}, { value: 0, revision: 7 }))).toMatchObject({
    over: 2,
    count: 1,
    target: { atLeast: 0.98 },
    meets: false,
    places: [{ case: 'c1', revision: 7 }],
  });
  expect(of('ack-on-time', [])).toEqual({
    measure: 'ack-on-time',
    rule: '10002/8.4-B',
    unit: 'share',
    kpi: 'ack-on-time',
    target: { atLeast: 0.98 },
    over: 0,
    periods: { per: 'month', of: [] },
    places: [],
  });
  const { kpis: _, ...free } = complaint;
  expect(of('ack-on-time', cases('ack-on-time', {}), { definition: free })).not.toHaveProperty('meets');
  const otherwise = { ...complaint, kpis: { 'ack-on-time': { unit: 'count', per: 'month', atLeast: 40 } } };
  expect(of('ack-on-time', cases('ack-on-time', {}), { definition: otherwise })).not.toHaveProperty('target');
});

test('only what the procedure has something for is told', () => {
  expect(countMeasures([], { ...options, measures: [] })).toEqual([]);
});

test('words that somebody typed are told where three cases share them, values that were chosen always', () => {
  const typed = cases('by-category', ...['Late', 'late ', 'LATE', 'Mr Smith was rude', 'Mr Smith was rude'].map((group) => ({ group })));
  const told = of('by-category', typed);
  expect(told?.groups).toEqual({ field: 'category', of: [{ group: 'Late', over: 3, value: 3 }], others: 2 });
  expect(JSON.stringify(told)).not.toContain('Smith');
  expect(of('days-by-severity', cases('days-by-severity', { group: '4', value: 3 }))?.groups?.of).toMatchObject([
    { group: '4', title: { en: 'Critical' }, over: 1, value: 3 },
  ]);
  expect(of('days-by-outcome', cases('days-by-outcome', { group: 'resolved' }))?.groups?.of).toMatchObject([{ title: { en: 'Resolved' } }]);
});

test('the largest ten groups are told, the rest is counted', () => {
  const many = Array.from({ length: 12 }, (_, place) => Array.from({ length: place + 3 }, () => ({ group: `cause ${place}` }))).flat();
  const { of: told = [], others } = of('by-cause', cases('by-cause', ...many))?.groups ?? {};
  expect([told.length, told[0]?.group, others]).toEqual([10, 'cause 11', 3 + 4]);
});

test('a cause comes again if a case of the year before had it; longer ago, or another, it does not', () => {
  const received = ['2025-01-10', '2025-12-01', '2026-01-10', '2026-01-20'];
  const causes = ['Courier', 'Printing', 'courier', ' COURIER'];
  const read = received.map((day, place) => ({
    id: `c${place}`,
    receivedAt: `${day}T09:00:00.000Z`,
    samples: [{ measure: 'repeat-cause', value: 1, group: causes[place] ?? '' }],
  }));
  // The third is exactly a year later; the fourth follows it.
  expect(of('repeat-cause', read)).toMatchObject({ over: 4, count: 2 });
  expect(of('repeat-cause', read.toReversed())).toMatchObject({ over: 4, count: 2 });
  expect(of('repeat-cause', read.slice(0, 2))).toMatchObject({ over: 2, count: 0 });
  const later = read.map((one, place) => (place === 2 ? { ...one, receivedAt: '2026-01-11T10:00:00.000Z' } : one));
  expect(of('repeat-cause', later)).toMatchObject({ over: 4, count: 1 });
});

test('periods are whole ones of the organisation’s calendar, by the day on which a case was received', () => {
  const at = ['2026-01-31T22:59:59.000Z', '2026-01-31T23:00:00.000Z', '2026-03-01T12:00:00.000Z'];
  const read = at.map((receivedAt, place) => ({ id: `c${place}`, receivedAt, samples: [{ measure: 'ack-on-time', value: place % 2 }] }));
  expect(of('ack-on-time', read)?.periods).toEqual({
    per: 'month',
    of: [
      { from: '2026-02-01', over: 1, count: 1, value: 1, meets: true },
      { from: '2026-01-01', over: 1, count: 0, value: 0, meets: false },
    ],
  });
});

test('under the rule for objectives each stands period by period; one that nothing measures is told, and nowhere else', () => {
  const kpis = { ...complaint.kpis, 'phone-waiting': { unit: 'days', per: 'month', atMost: 1 } };
  const definition = { ...complaint, kpis };
  const told = underObjectives(
    countMeasures(cases('ack-on-time', {}), { ...options, definition, measures: ['ack-on-time', 'set-aside'] }),
    definition,
  );
  expect(told.find(({ measure, rule }) => measure === 'ack-on-time' && rule === '10002/8.4-B')).not.toHaveProperty('periods');
  const objectives = told.filter(({ rule }) => rule === '10002/6.2-B');
  expect(objectives[0]).toMatchObject({ measure: 'ack-on-time', periods: { of: [{ from: '2026-02-01', meets: true }] } });
  expect(objectives.filter(({ isUnmeasured }) => isUnmeasured).map(({ kpi }) => kpi)).toContain('phone-waiting');
  expect(objectives.some(({ measure }) => measure === 'set-aside')).toBe(false);
});

const now = '2026-03-31T21:00:00Z';

test('versions count by who stands behind them and whether they were tried; with none there is nothing to count', () => {
  const whole = { hasAuthor: true, hasApprover: true, hasNote: true, scenarios: 4 };
  const told = measureVersions('complaint', [whole, { ...whole, hasNote: false, scenarios: 0 }], now);
  expect(told.map(({ measure, count, over }) => [measure, count, over])).toEqual([
    ['versions-approved', 1, 2],
    ['versions-tried', 1, 2],
    ['words-approved', undefined, 0],
  ]);
  expect(measureVersions('dispute', [], now).map(({ rule, over, value }) => [rule, over, value])).toEqual([
    ['10003/6.3.3-B', 0, undefined],
    ['10003/4.4-B', 0, undefined],
  ]);
  expect(measureVersions('code', [whole], now)).toEqual([]);
});

test('the words of letters are as old as the newest version that somebody approved', () => {
  const drawn = { hasAuthor: true, hasApprover: false, hasNote: true, scenarios: 0 };
  const versions = [drawn, { ...drawn, approvedAt: '2026-03-01T09:00:00Z' }, { ...drawn, approvedAt: '2025-03-01T09:00:00Z' }];
  const [, , words] = measureVersions('complaint', versions, now);
  expect(words).toMatchObject({ measure: 'words-approved', rule: '10002/4.9-B', unit: 'days', over: 1, value: 30.5 });
});

test('before methods for disputes are chosen it is told how many complaints stay unresolved, and nothing where none ended', () => {
  const told = measureDiagnosis('dispute', { ended: 8, unresolved: 2 });
  expect(told).toMatchObject([{ rule: '10003/6.3.1-B', unit: 'share', over: 8, count: 2, value: 0.25 }]);
  expect(measureDiagnosis('dispute', { ended: 0, unresolved: 0 })[0]).toMatchObject({ over: 0 });
  expect(measureDiagnosis('complaint', { ended: 8, unresolved: 2 })).toEqual([]);
});
