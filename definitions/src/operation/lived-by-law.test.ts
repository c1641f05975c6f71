import { expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import { shipped } from '../../../test/tools/pretend-case.ts';
import { recordOf } from '../../../test/tools/record-of.ts';
import { recordOfScenario } from '../../../test/tools/record-of-rehearsal.ts';
import { answered, complain, examined } from '../../../test/tools/starter-case.ts';
import { packsWith } from '../law/packs-with.ts';
import type { CaseRecord } from './case-record.ts';
import { Operation } from './operation.ts';

const laws = ['pl-financial', 'pl-consumer', 'iran', 'eu-adr'];
const judges = new Map<string, Operation>();
function judgeFor(name: string, timeZone: string): Operation {
  const key = `${name} ${timeZone}`;
  const judge = judges.get(key) ?? new Operation(explore(shipped(name)), { packs: packsWith(laws), timeZone });
  judges.set(key, judge);
  return judge;
}

/** A case with its lines at other times: by revision; those behind follow at once. */
function timed(record: CaseRecord, receivedAt: string, times: Readonly<Record<number, string>>): CaseRecord {
  let now = receivedAt;
  return {
    ...record,
    receivedAt,
    lines: record.lines.map((line) => {
      now = times[line.revision] ?? now;
      return { ...line, at: now };
    }),
  };
}

interface Lived {
  readonly zone: string;
  readonly received: string;
  readonly answered: string;
  readonly rule: string;
  /** Nothing: it is kept. */
  readonly broken?: true;
}
const warsaw = 'Europe/Warsaw';
const tehran = 'Asia/Tehran';
const thirty = 'law:pl-financial/answer-30';
const lived: readonly Lived[] = [
  // Thirty days over the night on which the clocks go forward: the last one is 1 April, in Warsaw until 22:00 UTC.
  { zone: warsaw, received: '2026-03-02T09:00:00.000Z', answered: '2026-04-01T21:59:59.000Z', rule: thirty },
  { zone: warsaw, received: '2026-03-02T09:00:00.000Z', answered: '2026-04-01T22:00:00.000Z', rule: thirty, broken: true },
  // What comes in an hour before midnight has thirty whole days as well, and one more after it.
  { zone: warsaw, received: '2026-03-01T22:59:59.000Z', answered: '2026-03-31T21:59:59.000Z', rule: thirty },
  { zone: warsaw, received: '2026-03-01T22:59:59.000Z', answered: '2026-03-31T22:00:00.000Z', rule: thirty, broken: true },
  { zone: warsaw, received: '2026-03-01T23:00:00.000Z', answered: '2026-04-01T21:59:59.000Z', rule: thirty },
  // Back again in autumn: the last day has an hour more.
  { zone: warsaw, received: '2026-10-01T06:00:00.000Z', answered: '2026-10-31T22:59:59.000Z', rule: thirty },
  { zone: warsaw, received: '2026-10-01T06:00:00.000Z', answered: '2026-10-31T23:00:00.000Z', rule: thirty, broken: true },
  // The year ends on the way; February has 28 days.
  { zone: warsaw, received: '2026-12-15T12:00:00.000Z', answered: '2027-01-14T22:59:59.000Z', rule: thirty },
  { zone: warsaw, received: '2027-01-31T12:00:00.000Z', answered: '2027-03-02T23:00:00.000Z', rule: thirty, broken: true },
  { zone: warsaw, received: '2026-03-02T09:00:00.000Z', answered: '2026-05-01T21:59:59.000Z', rule: 'law:pl-financial/answer-60' },
  {
    zone: warsaw,
    received: '2026-03-02T09:00:00.000Z',
    answered: '2026-05-01T22:00:00.000Z',
    rule: 'law:pl-financial/answer-60',
    broken: true,
  },
  { zone: warsaw, received: '2026-03-02T09:00:00.000Z', answered: '2026-03-16T22:59:59.000Z', rule: 'law:pl-consumer/answer-14' },
  {
    zone: warsaw,
    received: '2026-03-02T09:00:00.000Z',
    answered: '2026-03-16T23:00:00.000Z',
    rule: 'law:pl-consumer/answer-14',
    broken: true,
  },
  // Over Nowruz these are calendar days all the same; the day begins at 20:30 UTC.
  { zone: tehran, received: '2026-03-10T20:00:00.000Z', answered: '2026-03-30T20:29:59.000Z', rule: 'law:iran/standards-20' },
  { zone: tehran, received: '2026-03-10T20:00:00.000Z', answered: '2026-03-30T20:30:00.000Z', rule: 'law:iran/standards-20', broken: true },
  { zone: tehran, received: '2026-03-10T20:30:00.000Z', answered: '2026-03-31T20:29:59.000Z', rule: 'law:iran/standards-20' },
  { zone: tehran, received: '2026-03-15T06:00:00.000Z', answered: '2026-03-25T20:29:59.000Z', rule: 'law:iran/public-10' },
  { zone: tehran, received: '2026-03-15T06:00:00.000Z', answered: '2026-03-25T20:30:00.000Z', rule: 'law:iran/public-10', broken: true },
];
const decided = recordOf(answered());
const answer = decided.lines.find(({ type }) => type === 'decide')?.revision ?? 0;

test.each(lived)('$rule in $zone: received $received, answered $answered', ({ zone, received, rule, ...one }) => {
  const record = timed(decided, received, { [answer]: one.answered });
  const found = judgeFor('starter', zone)
    .judge(record)
    .rules.find((each) => each.rule === rule);
  expect(found).toMatchObject(one.broken ? { verdict: 'broken', revision: answer } : { verdict: 'kept' });
});

test('while nobody has answered, the last day is open until it is over, and no longer', () => {
  const open = timed(recordOf(examined()), '2026-03-02T09:00:00.000Z', {});
  const found = (zone: string) =>
    judgeFor('starter', zone)
      .judge(open)
      .rules.find(({ rule }) => rule === thirty);
  expect(found(warsaw)).toEqual({ rule: thirty, verdict: 'open', brokenAfter: '2026-04-01T22:00:00.000Z' });
  expect(found(tehran)).toMatchObject({ brokenAfter: '2026-04-01T20:30:00.000Z' });
});

test('what was received on paper and entered a week later counts from when it was received', () => {
  const late = {
    ...timed(decided, '2026-03-09T09:00:00.000Z', { [answer]: '2026-04-02T09:00:00.000Z' }),
    receivedAt: '2026-03-02T09:00:00.000Z',
  };
  const found = (record: CaseRecord) =>
    judgeFor('starter', warsaw)
      .judge(record)
      .rules.find(({ rule }) => rule === thirty)?.verdict;
  expect(found(late)).toBe('broken');
  expect(found({ ...late, receivedAt: '2026-03-09T09:00:00.000Z' })).toBe('kept');
});

const award = recordOfScenario('dispute-award-not-carried-out').record;
const line = (type: string) => award.lines.find((one) => one.type === type)?.revision ?? 0;
test.each([
  ['law:eu-adr/admissibility-21', 'bothConsent', 'admit', '2026-03-23T22:59:59.000Z', 'kept'],
  ['law:eu-adr/admissibility-21', 'bothConsent', 'admit', '2026-03-23T23:00:00.000Z', 'broken'],
  ['law:eu-adr/outcome-90', 'ready', 'timer.fire', '2026-05-31T21:59:59.000Z', 'kept'],
  ['law:eu-adr/outcome-90', 'ready', 'timer.fire', '2026-05-31T22:00:00.000Z', 'broken'],
])('%s from %s to %s at %s is %s', (rule, from, until, at, verdict) => {
  const record = timed(award, '2026-03-02T09:00:00.000Z', { [line(from)]: '2026-03-02T10:00:00.000Z', [line(until)]: at });
  const found = judgeFor('external-dispute', warsaw)
    .judge(record)
    .rules.find((each) => each.rule === rule);
  expect(found).toMatchObject(verdict === 'broken' ? { verdict, revision: line(until) } : { verdict });
});

test('where the law takes silence for a yes, a deadline that passed is made good by a decision or a remedy, and by nothing else', () => {
  const silence = (record: CaseRecord, name = 'complaint') =>
    judgeFor(name, warsaw)
      .judge(record)
      .rules.find(({ rule }) => rule === 'law:pl-financial/silence-accepted')?.verdict;
  // That the complainant says nothing is no silence of ours.
  expect(silence(recordOfScenario('complaint-no-answer').record)).toBeUndefined();
  expect(silence(recordOfScenario('complaint-nobody-acts').record)).toBe('broken');
  const late = complain();
  late.wait();
  expect(silence(recordOf(late), 'starter')).toBe('open');
  expect(silence(recordOf(answered()), 'starter')).not.toBe('broken');
});
