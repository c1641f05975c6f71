import { expect, test } from '@jest/globals';
import type { PretendCase } from '../../../test/tools/pretend-case.ts';
import { ada, answered, complain, examined, filled, harry, olga, resolved, tom } from '../../../test/tools/starter-case.ts';

const where = (complaint: PretendCase) => complaint.state.snapshot.value;

test('a complaint is received: its task is open, its number asked for, its clock runs', () => {
  const complaint = complain();
  expect(complaint.state.tasks).toMatchObject([
    { id: 'recording:1', role: 'handler', form: 'recording', dueAt: '2026-03-03T09:00:00.000Z' },
  ]);
  expect(complaint.effects).toEqual([{ key: 'case:1:0', kind: 'number', series: 'starter' }]);
  expect(complaint.state.clocks).toMatchObject({ answer: { startedAt: '2026-03-02T09:00:00.000Z', dueAt: '2026-03-30T22:00:00.000Z' } });
  expect(complaint.state).toMatchObject({
    performedBy: { start: [{ role: 'complainant', person: 'ada' }] },
    records: [{ record: 'complaint-record' }],
  });
});

test('resolved: recorded, examined, decided, accepted, kept, asked, closed', () => {
  expect(where(answered())).toBe('awaitingAnswer');
  const complaint = resolved();
  expect(complaint.state).toMatchObject({ status: 'ended', outcome: 'resolved', tasks: [], timers: [] });
  expect(complaint.letters).toEqual(
    ['acknowledgement', 'decision', 'remedyPlan', 'survey', 'closure'].map((letter) => `${letter} to complainant`),
  );
  expect(complaint.state.clocks).toMatchObject({ answer: { stoppedAt: complaint.now } });
  expect(complaint.state.records.map(({ record }) => record)).toEqual([
    'complaint-record',
    'complaint-record',
    'classification',
    'evidence',
    'findings',
    'decision',
    'response',
    'acceptance',
    'remedy-delivered',
    'closure-record',
  ]);
});

test('misdirected: not for us, and the letter says who can help', () => {
  const complaint = complain();
  complaint.complete('recording', 'notOurs', harry, { redirectReasons: 'We sell no trains.', otherBody: 'The railway' });
  expect(complaint.state).toMatchObject({ status: 'ended', outcome: 'misdirected' });
  expect(complaint.effects.at(-1)).toMatchObject({
    kind: 'letter',
    letter: 'redirection',
    facts: { otherBody: { is: 'text', value: 'The railway' } },
  });
});

test('withdrawn: at any time, in every step', () => {
  for (const complaint of [complain(), examined(), answered()]) {
    expect(complaint.take('withdraw', { by: ada, payload: { values: {} } })).toMatchObject({ filed: ['closure-record'] });
    expect(complaint.state).toMatchObject({ status: 'ended', outcome: 'withdrawn', tasks: [], timers: [] });
    expect(complaint.letters.at(-1)).toBe('withdrawalReceipt to complainant');
    expect(complaint.send('withdraw', { by: ada })).toMatchObject({
      ok: false,
      refusal: { code: 'case-ended', status: 'ended', outcome: 'withdrawn' },
    });
  }
});

test('unresolved: the head looks again once, the second time the outside body is offered', () => {
  const complaint = answered();
  complaint.complete('awaitingAnswer', 'reject', ada, { objection: 'Not enough.' });
  expect(where(complaint)).toBe('reviewing');
  complaint.complete('reviewing', 'reviewed', tom, filled('decision', { decision: 'partly', remedyDueDate: '2026-04-01' }));
  expect(where(complaint)).toBe('externalOffer');
  complaint.complete('externalOffer', 'accept', ada, {});
  complaint.waitUntil('2026-03-16T09:00:00.000Z');
  // The review is used up: a remedy that is late goes on to the outside offer.
  expect(where(complaint)).toBe('externalOffer');
  complaint.complete('externalOffer', 'accept', ada, {});
  complaint.complete('implementing', 'remedyDone', harry, filled('remedy'));
  expect(where(complaint)).toBe('surveying');
  const again = answered();
  again.complete('awaitingAnswer', 'goExternal', ada);
  again.complete('externalOffer', 'decline', ada);
  again.complete('closingUnresolved', 'close', olga, filled('closure'));
  expect(again.state).toMatchObject({ status: 'ended', outcome: 'unresolved' });
});

test('what the head decided after taking over, the head does not look at again: a no leads to the outside offer', () => {
  const complaint = examined();
  expect(complaint.wait()).toBe('deciding.headTakesOver');
  complaint.complete('deciding', 'decide', tom, filled('decision', { decision: 'upheld', remedyDueDate: '2026-04-01' }));
  complaint.complete('awaitingAnswer', 'reject', ada, { objection: 'Not enough.' });
  expect(where(complaint)).toBe('externalOffer');
});

test('a promise kept twice cannot be given a third time: the button is not offered', () => {
  const complaint = answered();
  complaint.complete('awaitingAnswer', 'accept', ada, {});
  complaint.waitUntil('2026-03-16T09:00:00.000Z');
  expect(where(complaint)).toBe('reviewing');
  complaint.complete('reviewing', 'reviewed', tom, filled('decision', { decision: 'partly', remedyDueDate: '2026-05-01' }));
  complaint.complete('externalOffer', 'accept', ada, {});
  expect(complaint.state.snapshot.context).toMatchObject({ _visits: { implementing: 2, reviewing: 1 } });
  complaint.waitUntil('2026-03-30T09:00:00.000Z');
  expect(where(complaint)).toBe('externalOffer');
  expect(complaint.complete('externalOffer', 'accept', ada, {})).toMatchObject({
    ok: false,
    refusal: { code: 'event-not-accepted', because: 'condition' },
  });
});

test('status and more information: at any time, nothing moves, the right people hear of it', () => {
  const complaint = examined();
  const before = complaint.state;
  complaint.take('statusRequest', { by: ada });
  complaint.take('addInfo', { by: ada, payload: { values: { statement: 'It is also scratched.' } } });
  expect(complaint.letters.slice(-3)).toEqual(['progress to complainant', 'newStatement to handler', 'newStatement to processOwner']);
  expect(complaint.state.snapshot).toEqual({
    ...before.snapshot,
    context: { ...before.snapshot.context, statement: 'It is also scratched.' },
  });
  expect(complaint.state.timers).toEqual(before.timers);
  expect(complaint.steps.at(-1)).toMatchObject({ changed: ['statement'], filed: ['statement'] });
  expect(complaint.state.performedBy.addInfo).toEqual([{ role: 'complainant', person: 'ada' }]);
});

test('nobody does anything: deadlines carry the case to its end, and every promise of a letter is kept', () => {
  const complaint = complain();
  const fired: string[] = [];
  while (complaint.state.status === 'active') {
    const timer = complaint.wait();
    fired.push(`${complaint.now.slice(5, 10)} ${timer}`);
    // The head of the organisation takes the task over before the deadline leads away.
    if (timer === 'deciding.headTakesOver')
      expect(complaint.state.tasks).toMatchObject([{ id: 'deciding:4', role: 'topManagement', competence: ['governance'] }]);
  }
  expect(fired).toEqual([
    '03-03 recording.recordBy',
    '03-10 examining.update',
    '03-13 examining.examineBy',
    '03-16 deciding.headTakesOver',
    '03-18 deciding.decideBy',
    '04-17 externalOffer.offerOpen',
    '04-22 closingUnresolved.closeBy',
  ]);
  expect(complaint.letters).toEqual([
    'overdue to processOwner',
    'acknowledgement to complainant',
    'progress to complainant',
    'overdue to processOwner',
    'late to complainant',
    'overdue to topManagement',
    'late to complainant',
    'overdue to topManagement',
    'externalOffer to complainant',
    'closureUnresolved to complainant',
    'overdue to topManagement',
    'closure to complainant',
  ]);
  expect(complaint.state).toMatchObject({ status: 'ended', outcome: 'unresolved' });
});

test('the clock warns and runs out where people only talk, and stops with the answer', () => {
  const complaint = complain();
  complaint.complete('recording', 'recorded', harry, filled('recording'));
  for (let moved = 0; moved < 5; moved++)
    complaint.take('timer.move', { by: olga, payload: { timer: 'examining.examineBy', dueAt: '2026-05-01T00:00:00Z' } });
  const fired = complaint.waitUntil('2026-04-02T00:00:00.000Z');
  expect(fired.filter((timer) => timer.startsWith('clock.'))).toEqual(['clock.answer.warn.75', 'clock.answer.due']);
  expect(fired.filter((timer) => timer === 'examining.update')).toHaveLength(4);
  expect(complaint.state.clocks).toMatchObject({ answer: { warned: [75], overdue: true } });
  expect(complaint.letters.slice(-5)).toEqual([
    'progress to complainant',
    'reminder to processOwner',
    'reminder to topManagement',
    'progress to complainant',
    'overdue to topManagement',
  ]);
  expect(complaint.state.tasks).toMatchObject([{ step: 'examining', dueAt: '2026-05-01T00:00:00.000Z' }]);
});

test('the letter with the decision says when it must be answered, and the date promised', () => {
  const complaint = answered();
  const letter = complaint.effects.find((effect) => effect.kind === 'letter' && effect.letter === 'decision');
  expect(letter).toEqual({
    key: 'case:4:0',
    kind: 'letter',
    letter: 'decision',
    to: 'complainant',
    step: 'awaitingAnswer',
    owner: 'processOwner',
    blocks: [0, 1, 2, 3, 4, 5, 6, 7].map((block) => ({ block })),
    facts: {
      decision: { is: 'words', value: { en: 'Upheld', fa: expect.any(String), pl: expect.any(String) } },
      findings: { is: 'text', value: 'words' },
      reasons: { is: 'text', value: 'words' },
      remedy: { is: 'text', value: 'words' },
      remedyDueDate: { is: 'date', value: '2026-04-01' },
      'step.due': { is: 'instant', value: '2026-04-01T08:00:00.000Z' },
    },
  });
  const acknowledgement = complaint.effects.find((effect) => effect.kind === 'letter' && effect.letter === 'acknowledgement');
  // The promise ends with its last day: people are told the day, not the midnight after it.
  expect(acknowledgement).toMatchObject({
    facts: {
      'clock.answer.due': { is: 'date', value: '2026-03-30' },
      'case.startedAt': { is: 'instant', value: '2026-03-02T09:00:00.000Z' },
    },
  });
});
