import { beforeAll, expect, test } from '@jest/globals';
import { explore } from '@redress/engine';
import { compiledOf, PretendCase, readProcess, shipped } from '../../../../test/tools/pretend-case.ts';
import { recordOf, withLine } from '../../../../test/tools/record-of.ts';
import { recordOfScenario } from '../../../../test/tools/record-of-rehearsal.ts';
import { ada, answered, complain, examined, harry, resolved } from '../../../../test/tools/starter-case.ts';
import { packs } from '../../rules/packs.ts';
import type { CaseRecord } from '../case-record.ts';
import { Operation } from '../operation.ts';

let starter: Operation;
let complaint: Operation;
beforeAll(() => {
  starter = new Operation(explore(shipped('starter')), { packs });
  complaint = new Operation(explore(shipped('complaint')), { packs });
});

const of = (measure: string, record: CaseRecord, operation = starter) =>
  operation.judge(record).samples.flatMap(({ measure: id, ...sample }) => (id === measure ? [sample] : []));
const played = (name: string, change: (record: CaseRecord) => CaseRecord = (record) => record) => {
  const record = change(recordOfScenario(name).record);
  return (measure: string) => of(measure, record, complaint);
};

test('an open case waits, may be late, and is somebody’s; one that is over is none of that', () => {
  const open = recordOf(examined());
  expect(of('open-age', open)).toEqual([{ since: open.receivedAt }]);
  expect(of('open-overdue', open)).toEqual([{ due: open.standing?.dueAt }]);
  expect(of('open-per-person', open)).toEqual([]);
  const held = { ...open, standing: { isOpen: true, holders: ['harry', 'harry', 'olga'], values: {} } };
  expect(of('open-per-person', held)).toHaveLength(2);
  expect(of('open-overdue', held)).toEqual([{ value: 0 }]);
  for (const measure of ['open-age', 'open-overdue', 'open-per-person']) expect(of(measure, recordOf(resolved()))).toEqual([]);
});

test('a person answers with the first letter that a person’s act sends; what the clock sends is nobody’s answer', () => {
  const [first] = of('first-answer', recordOf(examined()));
  expect(first).toMatchObject({ value: 0, revision: expect.any(Number) });
  const silent = complain();
  silent.wait();
  expect(of('first-answer', recordOf(silent))).toEqual([]);
});

test('how often somebody had to ask is counted in each case, also where it is never', () => {
  const asked = answered();
  asked.take('statusRequest', { by: ada });
  asked.take('statusRequest', { by: ada });
  expect(of('times-asked', recordOf(asked))).toEqual([{ value: 2 }]);
  expect(of('times-asked', recordOf(complain()))).toEqual([{ value: 0 }]);
});

test('acknowledged and answered on time; late from the line on that says so; with time left neither', () => {
  const done = recordOf(resolved());
  expect([of('ack-on-time', done), of('answered-on-time', done)]).toMatchObject([[{ value: 1 }], [{ value: 1 }]]);
  expect(of('answered-on-time', recordOf(examined()))).toEqual([]);
  const late = complain();
  late.wait();
  expect(of('ack-on-time', recordOf(late))).toEqual([{ value: 0, revision: 2 }]);
  const waiting = recordOf(examined());
  const last = waiting.lines.at(-1);
  if (!last) throw new Error('no lines');
  const passed = { ...last, revision: last.revision + 1, type: 'clock.answer.due', taken: [] };
  expect(of('answered-on-time', { ...waiting, lines: [...waiting.lines, passed] })).toEqual([{ value: 0, revision: passed.revision }]);
});

test('a clock that runs out after the answer makes nothing late', () => {
  const after = played('complaint-resolved', (record) => {
    const last = record.lines.at(-1);
    if (!last) throw new Error('no lines');
    return { ...record, lines: [...record.lines, { ...last, revision: last.revision + 1, type: 'clock.response.due', taken: [] }] };
  });
  expect(after('answered-on-time')).toMatchObject([{ value: 1 }]);
  const before = played('complaint-resolved', withLine(6, { type: 'clock.response.due' }));
  expect(before('answered-on-time')).toEqual([{ value: 0, revision: 6 }]);
  expect(before('ack-on-time')).toMatchObject([{ value: 1 }]);
});

test('days count from when the complaint was received to the answer and to the end, under what the end means', () => {
  const record = { ...recordOf(resolved()), receivedAt: '2026-02-20T09:00:00.000Z' };
  expect(of('days-to-answer', record)).toMatchObject([{ value: 10 }]);
  expect(of('days-by-outcome', record)).toMatchObject([{ group: 'resolved', value: 10 }]);
  expect(of('days-by-outcome', recordOf(answered()))).toEqual([]);
});

test('of the cases that are over: which were reviewed, went outside, were withdrawn or somebody else’s', () => {
  const shares = (name: string) =>
    ['reviewed', 'outside', 'withdrawn', 'misdirected'].map((id) => played(name)(id).map(({ value }) => value));
  expect(shares('complaint-resolved')).toEqual([[0], [0], [0], [0]]);
  expect(shares('complaint-review-helps')).toEqual([[1], [0], [0], [0]]);
  expect(shares('complaint-external-settled')).toMatchObject([[expect.any(Number)], [1], [0], [0]]);
  expect(shares('complaint-withdrawn-in-review')).toEqual([[1], [0], [1], [0]]);
  expect(shares('complaint-redirected')).toEqual([[0], [0], [0], [1]]);
  expect(of('misdirected', recordOf(answered()))).toEqual([]);
});

test('resolved at once is what nobody asked back about and nobody looked at again; what was not resolved is not counted', () => {
  expect(played('complaint-resolved')('solved-at-once')).toEqual([{ value: 1 }]);
  expect(played('complaint-review-helps')('solved-at-once')).toMatchObject([{ value: 0, revision: expect.any(Number) }]);
  expect(played('complaint-redirected')('solved-at-once')).toEqual([]);
});

test('a weight that was changed after the classification counts, one that was only given does not', () => {
  expect(played('complaint-resolved')('weighed-anew')).toEqual([{ value: 0 }]);
  expect(played('complaint-resolved', withLine(8, { changed: ['priority'] }))('weighed-anew')).toEqual([{ value: 1, revision: 8 }]);
  expect(played('complaint-redirected')('weighed-anew')).toEqual([]);
});

test('a remedy is on time or late; where none was owed there is nothing to count', () => {
  expect(played('complaint-resolved')('remedy-on-time')).toMatchObject([{ value: 1 }]);
  expect(played('complaint-remedy-never-comes')('remedy-on-time')).toMatchObject([{ value: 0 }]);
  expect(played('complaint-redirected')('remedy-on-time')).toEqual([]);
});

test('who was heard counts where somebody complained about is named, and only before the decision', () => {
  expect(played('complaint-resolved')('heard')).toEqual([]);
  const named = (heardIn: number | undefined) => (record: CaseRecord) => {
    const lines = record.lines.map(({ changed = [], ...line }) => ({
      ...line,
      changed: [...changed.filter((field) => field !== 'partiesHeard'), ...(line.revision === heardIn ? ['partiesHeard'] : [])],
    }));
    return withLine(3, { changed: ['subjectPersons'] })({ ...record, lines });
  };
  expect(played('complaint-resolved', named(8))('heard')).toMatchObject([{ value: 1, revision: 9 }]);
  expect(played('complaint-resolved', named(14))('heard')).toMatchObject([{ value: 0 }]);
  expect(played('complaint-resolved', named(undefined))('heard')).toMatchObject([{ value: 0 }]);
});

test('effort is told by severity, once a case was decided', () => {
  expect(played('complaint-resolved')('days-by-severity')).toMatchObject([
    { group: expect.stringMatching(/^[1-4]$/), value: expect.any(Number) },
  ]);
  expect(played('complaint-resolved')('acts-by-severity')).toMatchObject([{ value: 5 }]);
  expect(played('complaint-redirected')('days-by-severity')).toEqual([]);
});

test('a survey is answered or not; its score counts where there is one', () => {
  expect(played('complaint-resolved')('answers-to-survey')).toEqual([{ value: 1 }]);
  expect(played('complaint-resolved')('satisfaction')).toEqual([{ value: expect.any(Number) }]);
  expect(played('complaint-resolved', withLine(13, { changed: [] }))('answers-to-survey')).toEqual([{ value: 0 }]);
  expect(played('complaint-redirected')('answers-to-survey')).toEqual([]);
  expect(played('complaint-redirected')('satisfaction')).toEqual([]);
});

test('what is done against a cause counts where a cause was found', () => {
  expect(played('complaint-resolved')('actions-written')).toEqual([{ value: 1 }]);
  expect(played('complaint-resolved', withLine(14, { changed: ['rootCause'] }))('actions-written')).toEqual([{ value: 0 }]);
  expect(played('complaint-redirected')('actions-written')).toEqual([]);
});

test('letters to whoever complained count, and those that came back; where none was asked for there is nothing to count', () => {
  const sent = recordOf(examined());
  const [letters] = of('letters-failed', sent);
  expect(letters).toMatchObject({ value: 0 });
  expect(letters?.of).toBeGreaterThan(0);
  const failing = new PretendCase(compiledOf(readProcess('complaint')), {
    by: ada,
    input: { description: 'Late', contact: 'ada@example.org' },
  });
  expect(
    of('letters-failed', { ...recordOf(failing), lines: recordOf(failing).lines.map(({ lettersTo: _, ...line }) => line) }, complaint),
  ).toEqual([]);
});

test('a case that somebody set aside by hand counts with the line that says so', () => {
  expect(of('set-aside', recordOf(resolved()))).toEqual([{ value: 0 }]);
  const early = answered();
  const timer = early.state.timers.find(({ step }) => step === 'awaitingAnswer');
  if (!timer) throw new Error('no timer');
  early.take('timer.fire', { by: harry, payload: { timer: timer.id } });
  expect(of('set-aside', recordOf(early))).toEqual([{ value: 1, revision: early.state.revision }]);
  const whole = recordOf(resolved());
  const ended = { revision: whole.lines.length + 1, at: early.now, type: 'case.cancel', to: [], taken: [] };
  expect(of('set-aside', { ...whole, lines: [...whole.lines, ended] })).toEqual([{ value: 0 }]); // With the case it came from.
});

test('whether a journal is whole is only told where somebody looked', () => {
  const record = recordOf(resolved());
  expect(of('records-whole', record)).toEqual([]);
  const looked = (isWhole: boolean) => ({ ...record, standing: { isOpen: false, holders: [], values: {}, isWhole } });
  expect([of('records-whole', looked(true)), of('records-whole', looked(false))]).toEqual([[{ value: 1 }], [{ value: 0 }]]);
});

test('what a procedure has nothing for is no measure of it', () => {
  expect(starter.measures).not.toContain('outside');
  expect(complaint.measures).toContain('outside');
  expect(complaint.measures).not.toContain('reopened');
});
