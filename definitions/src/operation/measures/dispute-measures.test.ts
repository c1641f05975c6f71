import { beforeAll, expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import { shipped } from '../../../../test/tools/pretend-case.ts';
import { recordOfScenario } from '../../../../test/tools/record-of-rehearsal.ts';
import { packs } from '../../rules/packs.ts';
import type { CaseRecord } from '../case-record.ts';
import { Operation } from '../operation.ts';

let dispute: Operation;
beforeAll(() => {
  dispute = new Operation(explore(shipped('external-dispute')), { packs });
});

const played = (name: string, change: (record: CaseRecord) => CaseRecord = (record) => record) => {
  const { samples } = dispute.judge(change(recordOfScenario(name).record));
  return (measure: string) => samples.flatMap(({ measure: id, ...sample }) => (id === measure ? [sample] : []));
};
/** The same journal, and its last line wrote into these fields. */
const writing =
  (...changed: readonly string[]) =>
  ({ lines, ...record }: CaseRecord): CaseRecord => ({
    ...record,
    lines: lines.map((line, place) => (place === lines.length - 1 ? { ...line, changed } : line)),
  });

test('a dispute that is over teaches if both a lesson and an action stand in it; one that was withdrawn is not asked', () => {
  const late = 'dispute-award-carried-out-late';
  expect(played(late, writing('lessons', 'correctiveAction'))('lessons')).toEqual([{ value: 1 }]);
  expect(played(late, writing('lessons'))('lessons')).toEqual([{ value: 0 }]);
  expect(played(late, writing('lessons'))('dispute-actions')).toEqual([{ value: 0 }]);
  expect(played('dispute-withdrawn')('lessons')).toEqual([]);
  const open = (record: CaseRecord) => ({ ...record, lines: record.lines.slice(0, 5) });
  expect(played(late, open)('lessons')).toEqual([]);
});

test('admitted, recommended and settled count each time that a side said so', () => {
  const late = played('dispute-award-carried-out-late');
  expect(late('admitted')).toEqual([{ value: 1, revision: 5 }]);
  expect(late('recommendation-accepted')).toEqual([{ value: 0, revision: 11 }]);
  expect(late('settled')).toEqual([{ value: 0 }]);
  expect(played('dispute-nobody-consents')('admitted')).toEqual([]);
  expect(played('dispute-withdrawn')('settled')).toEqual([]);
});

test('each stay in a stage counts once it is over, and all of them make up the time of the case', () => {
  const { record } = recordOfScenario('dispute-award-carried-out-late');
  const stays = played('dispute-award-carried-out-late')('days-in-stage');
  const days = (Date.parse(record.lines.at(-1)?.at ?? '') - Date.parse(record.receivedAt)) / 86_400_000;
  expect(stays.length).toBeGreaterThan(8);
  expect(stays.reduce((sum, { value = 0 }) => sum + value, 0)).toBeCloseTo(days, 6);
});

test('complainant and body must both be asked; nobody’s score is no feedback', () => {
  expect(played('dispute-award-carried-out-late')('both-asked')).toEqual([{ value: 0 }]);
  expect(dispute.measures).not.toContain('feedback');
});
