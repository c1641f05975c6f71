import { beforeAll, expect, test } from '@jest/globals';
import { type Actor, explore } from '@redress/engine';
import { compiledOf, PretendCase, shipped } from '../../../test/tools/pretend-case.ts';
import { recordOf } from '../../../test/tools/record-of.ts';
import { cut, edited, put } from '../../../test/tools/rule-trial.ts';
import { ada, answered, complain, filled, harry, olga, resolved, tom } from '../../../test/tools/starter-case.ts';
import { packs } from '../rules/packs.ts';
import type { CaseRecord, RecordLine } from './case-record.ts';
import { Operation } from './operation.ts';

let operation: Operation;
beforeAll(() => {
  operation = new Operation(explore(shipped('starter')), { packs });
});

function reviewed(): PretendCase {
  const complaint = answered();
  complaint.complete('awaitingAnswer', 'reject', ada, { objection: 'Not enough.' });
  complaint.complete('reviewing', 'reviewed', tom, filled('decision', { decision: 'partly', remedyDueDate: '2026-04-01' }));
  return complaint;
}
const verdictOf = (record: CaseRecord, rule: string) => operation.judge(record).rules.find((one) => one.rule === rule)?.verdict;
const kinds = (record: CaseRecord) =>
  operation.judge(record).deviations.map(({ kind, revision, element }) => ({ kind, revision, element }));
/** The journal with its lines changed. */
const forged = ({ lines, ...record }: CaseRecord, change: (line: RecordLine) => RecordLine | undefined): CaseRecord => ({
  ...record,
  lines: lines.flatMap((line) => change(line) ?? []),
});

test('a complaint that went as it is drawn keeps every rule that speaks of it, and deviates nowhere', () => {
  const { rules, deviations } = operation.judge(recordOf(resolved()));
  expect(deviations).toEqual([]);
  expect(rules.filter(({ verdict }) => verdict !== 'kept')).toEqual([]);
  expect(rules.length).toBeGreaterThan(15);
});

test('while it runs, what can still come is open, and a time limit says from when on it is broken', () => {
  const record = recordOf(complain());
  const { rules } = operation.judge(record);
  expect(rules.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  const open = rules.filter(({ verdict }) => verdict === 'open');
  expect(open.length).toBeGreaterThan(0);
  const limit = open.find(({ brokenAfter }) => brokenAfter !== undefined);
  expect(limit?.brokenAfter?.slice(0, 4)).toBe('2026');
  expect(open.every(({ revision }) => revision === undefined)).toBe(true);
});

test('nobody records in time: the step is late, with the line that says so', () => {
  const complaint = complain();
  complaint.wait();
  expect(kinds(recordOf(complaint))).toEqual([
    { kind: 'late', revision: 2, element: expect.stringMatching(/^\/machine\/states\/recording\/after\//) },
  ]);
});

test('what somebody overrides is told with the person: a deadline moved, one let pass early, a failure skipped, a case cancelled', () => {
  const complaint = answered();
  const timer = complaint.state.timers.find(({ step }) => step === 'awaitingAnswer');
  if (!timer) throw new Error('no timer');
  complaint.take('timer.move', { by: olga, payload: { timer: timer.id, dueAt: '2026-09-01T08:00:00.000Z' } });
  complaint.take('timer.fire', { by: tom, payload: { timer: timer.id } });
  const last = recordOf(complaint).lines.length;
  const more: RecordLine[] = ['incident.skip', 'case.cancel'].map((type, place) => ({
    revision: last + 1 + place,
    at: complaint.now,
    type,
    by: olga,
    to: [],
    taken: [],
  }));
  const { deviations } = operation.judge({ ...recordOf(complaint), lines: [...recordOf(complaint).lines, ...more] });
  expect(deviations.map(({ kind, person }) => `${kind} by ${person}`)).toEqual([
    'moved by olga',
    'early by tom',
    'skipped by olga',
    'cancelled by olga',
  ]);
  // Which deadline it was is told as well.
  expect(deviations.flatMap(({ element }) => element ?? [])).toEqual([expect.stringMatching(/awaitingAnswer\/after\//)]);
});

test('a case that ends with the one it came from was ended by nobody: that is no override', () => {
  const complaint = answered();
  const { lines, ...record } = recordOf(complaint);
  const ended: RecordLine = { revision: lines.length + 1, at: complaint.now, type: 'case.cancel', to: [], taken: [] };
  expect(operation.judge({ ...record, lines: [...lines, ended] }).deviations).toEqual([]);
});

test('a move that the procedure does not have is astray; what comes after proves nothing any more', () => {
  const record = forged(recordOf(resolved()), (line) => (line.type === 'decide' ? { ...line, to: ['closing'] } : line));
  expect(kinds(record)).toContainEqual({ kind: 'astray', revision: 4, element: undefined });
  expect(operation.judge(record).rules.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  expect(operation.judge(record).rules.length).toBeLessThan(operation.judge(recordOf(resolved())).rules.length + 1);
});

test('who handled the complaint reviews it: an excluded person acted, and the rule of the fresh eye is broken', () => {
  const record = recordOf(reviewed());
  expect(kinds(record)).toEqual([]);
  expect(verdictOf(record, '10002/4.7-B')).toBe('kept');
  // The engine refuses it; a journal in which it stands anyway was written by something else.
  const wrong = forged(record, (line) =>
    line.type === 'reviewed' ? { ...line, by: { person: 'harry', roles: ['topManagement'] } } : line,
  );
  expect(kinds(wrong)).toEqual([{ kind: 'excluded', revision: 6, element: 'reviewing' }]);
  expect(verdictOf(wrong, '10002/4.7-B')).toBe('broken');
});

test('whoever took a decision over had part in it: the same person in the review breaks the rule of the fresh eye', () => {
  const drawn = edited('starter', cut('#awaitingAnswer/on/reject/0/guard'));
  const complaint = new PretendCase(compiledOf(drawn), { by: ada, input: { description: 'It came late.', contact: 'ada@example.org' } });
  complaint.complete('recording', 'recorded', harry, filled('recording'));
  complaint.complete('examining', 'examined', harry, filled('examination'));
  complaint.wait();
  const decision = filled('decision', { decision: 'partly', remedyDueDate: '2026-04-01' });
  complaint.complete('deciding', 'decide', tom, decision);
  complaint.complete('awaitingAnswer', 'reject', ada, { objection: 'Not enough.' });
  complaint.complete('reviewing', 'reviewed', tom, decision);
  const { rules } = new Operation(explore({ definition: drawn }), { packs }).judge(recordOf(complaint));
  expect(rules.find(({ rule }) => rule === '10002/4.7-B')).toMatchObject({ verdict: 'broken', element: 'reviewing' });
});

test('the same person reviews again what the complainant said no to: the fresh eye is gone, and somebody else keeps it', () => {
  const drawn = edited('starter', (draft) => {
    put('#reviewing/meta/maxVisits', 2)(draft);
    put('#reviewing/on/reviewed/0/target', '#awaitingAnswer')(draft);
    cut('#awaitingAnswer/on/reject/0/guard')(draft);
  });
  const again = (second: Actor) => {
    const complaint = new PretendCase(compiledOf(drawn), { by: ada, input: { description: 'It came late.', contact: 'ada@example.org' } });
    const decision = filled('decision', { decision: 'partly', remedyDueDate: '2026-04-01' });
    complaint.complete('recording', 'recorded', harry, filled('recording'));
    complaint.complete('examining', 'examined', harry, filled('examination'));
    complaint.complete('deciding', 'decide', olga, decision);
    for (const reviewer of [tom, second]) {
      complaint.complete('awaitingAnswer', 'reject', ada, { objection: 'Not enough.' });
      complaint.complete('reviewing', 'reviewed', reviewer, decision);
    }
    const { rules } = new Operation(explore({ definition: drawn }), { packs }).judge(recordOf(complaint));
    return rules.find(({ rule }) => rule === '10002/4.7-B')?.verdict;
  };
  expect(again(tom)).toBe('broken');
  expect(again({ ...tom, person: 'tina' })).toBe('kept');
});

test('what only records of cases show is read on each: no time of ours ran out, nobody had to ask, both records are there', () => {
  const whole = recordOf(resolved());
  const measures = (record: CaseRecord) => ['10002/4.3-B', '10002/4.6-B', '10002/8.1-B'].map((rule) => verdictOf(record, rule));
  expect(measures(whole)).toEqual(['kept', 'kept', 'kept']);
  const asked = answered();
  asked.take('statusRequest', { by: ada });
  expect(measures(recordOf(asked))).toEqual(['kept', 'broken', 'open']);
  const late = complain();
  late.wait();
  expect(measures(recordOf(late))).toEqual(['broken', 'kept', 'open']);
});

test('what was done for somebody counts as done by that somebody too', () => {
  const wrong = forged(recordOf(reviewed()), (line) =>
    line.type === 'reviewed' ? { ...line, by: { person: 'tom', onBehalfOf: 'harry', roles: ['topManagement'] } } : line,
  );
  expect(operation.judge(wrong).deviations).toMatchObject([{ kind: 'excluded', person: 'harry' }]);
});

test('the drawing keeps a time limit, and a case whose deadline was moved breaks it', () => {
  const late = forged(recordOf(answered()), (line) => (line.type === 'decide' ? { ...line, at: '2026-06-30T09:00:00.000Z' } : line));
  const broken = operation.judge(late).rules.filter(({ verdict }) => verdict === 'broken');
  expect(broken.length).toBeGreaterThan(0);
  expect(broken.every(({ revision }) => revision === 4)).toBe(true);
});

test('a case that is somewhere else although no way was taken is astray at once: one that was opened again after its end', () => {
  const whole = recordOf(resolved());
  const after = { revision: whole.lines.length + 1, at: '2026-03-09T09:00:00.000Z', by: olga, taken: [] };
  const reopened = { ...whole, lines: [...whole.lines, { ...after, type: 'reopened', to: ['examining'] }] };
  expect(kinds(reopened)).toEqual([{ kind: 'astray', revision: after.revision, element: undefined }]);
  const noted = { ...whole, lines: [...whole.lines, { ...after, type: 'task.claim', to: whole.lines.at(-1)?.to ?? [] }] };
  expect(kinds(noted)).toEqual([]);
});

test('a way that somebody took to whom the procedure does not give it is astray with its person, and proves nothing', () => {
  const whole = recordOf(resolved());
  const takenBy = (type: string, by: Actor) => forged(whole, (line) => (line.type === type ? { ...line, by } : line));
  expect(operation.judge(takenBy('accept', harry)).deviations).toMatchObject([{ kind: 'astray', revision: 5, person: 'harry' }]);
  expect(verdictOf(whole, '10002/7.9-B')).toBe('kept');
  expect(verdictOf(takenBy('accept', harry), '10002/7.9-B')).not.toBe('kept');
  // Whoever writes down what the complainant said acts in the complainant's role.
  expect(kinds(takenBy('accept', { person: 'harry', onBehalfOf: 'ada', roles: ['complainant'] }))).toEqual([]);
  expect(kinds(takenBy('decide', { ...olga, roles: ['handler', 'processOwner'] }))).toEqual([]);
  expect(kinds(takenBy('decide', { ...olga, roles: ['frontline'] }))).toMatchObject([{ kind: 'astray', revision: 4 }]);
});

test('a case that was taken over in the middle is followed from there, and nothing of its past is judged', () => {
  const { lines, ...record } = recordOf(resolved());
  const [first] = lines;
  const [, , third] = lines;
  if (!first || !third) throw new Error('no lines');
  const { rules, deviations } = operation.judge({
    ...record,
    lines: [{ ...first, type: 'case.imported', to: third.to, taken: [] }, ...lines.slice(3)],
  });
  expect({ rules, deviations }).toEqual({ rules: [], deviations: [] });
});

test('what was received long before somebody entered it is late from the first day on', () => {
  const record = { ...recordOf(answered()), receivedAt: '2025-09-01T09:00:00.000Z' };
  expect(operation.judge(recordOf(answered())).rules.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  expect(operation.judge(record).rules.filter(({ verdict }) => verdict === 'broken').length).toBeGreaterThan(0);
});
