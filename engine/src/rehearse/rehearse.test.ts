import { expect, test } from '@jest/globals';
import { calendars, readProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { beginningWith, codes, play, script, words } from '../../../test/tools/short-script.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import { Rehearsing, rehearse } from './rehearse.ts';
import type { Script } from './script.ts';

/** One task, ended by `done`; a reminder every day, a deadline after three. */
const office = smallDefinition(
  {
    initial: 'working',
    states: steps({
      working: {
        invoke: task(),
        on: { done: [{ target: '#ended' }] },
        after: {
          daily: [{ actions: [{ type: 'letter', params: { letter: 'told' } }] }],
          late: [{ target: '#given', actions: [{ type: 'set', params: { note: 'too late' } }] }],
        },
      },
      ended: end('resolved'),
      given: end('unresolved'),
    }),
  },
  { events: { done: { label: words } }, delays: { daily: { days: 1, repeat: true }, late: { days: 3 } } },
);

test('what goes otherwise than written is said, with its place, and the rest is played', () => {
  const rehearsal = play(
    [office],
    script({
      steps: [
        { send: 'done', by: 'bea' },
        { send: 'done', by: 'bea', refused: 'not-permitted' },
        { send: 'done', by: 'bea', refused: 'excluded' },
        { expect: { steps: ['ended'], tasks: [], fields: { note: 'x' }, due: { 'working.late': null }, records: ['r'], overdue: ['c'] } },
        { claim: 'resting', by: 'carl' },
        { waitFor: 'working.never' },
        { waitUntil: '2020-01-01T00:00:00Z' },
        { wait: { workingHours: 1, calendar: 'moon' } },
        { post: 'told', by: 'carl' },
        { answer: 'working' },
        { expect: {}, in: 'escalation' },
        { send: 'done', by: 'carl', refused: 'excluded' },
        { expect: { status: 'ended', outcome: 'resolved' } },
      ],
    }),
  );
  expect(rehearsal.ok).toBe(false);
  expect(codes(rehearsal)).toEqual([
    '/steps/0 refused',
    '/steps/2 refused-otherwise',
    ...Array.from({ length: 6 }, () => '/steps/3 not-as-expected'),
    '/steps/4 no-such-task',
    '/steps/5 no-such-timer',
    '/steps/6 clock-goes-back',
    '/steps/7 bad-wait',
    '/steps/8 no-such-letter',
    '/steps/9 no-such-wait',
    '/steps/10 no-such-case',
    '/steps/11 not-refused',
  ]);
  expect(rehearsal.problems[2]?.facts).toEqual({ caseId: 'small-1', what: 'steps', expected: ['ended'], found: ['working'] });
  expect(rehearsal.refused.map(({ expected }) => expected)).toEqual([false, true, false]);
});

test('deadlines, tasks, letters and coverage tell what happened', () => {
  const rehearsal = play([office], script({ input: { note: 'hello' }, steps: [{ wait: { days: 10 } }] }));
  expect(rehearsal.ok).toBe(true);
  expect(rehearsal.deadlines.map((row) => `${row.timer} ${row.dueAt.slice(0, 10)} ${row.end}`)).toEqual([
    'working.daily 2026-03-03 fired',
    'working.late 2026-03-05 fired',
    'working.daily 2026-03-04 fired',
    'working.daily 2026-03-05 dropped', // At the same moment the deadline, armed first, was faster.
  ]);
  expect(rehearsal.letters.map((row) => `${row.at.slice(0, 10)} ${row.letter} to ${row.to} ${row.became}`)).toEqual([
    '2026-03-03 told to complainant sent',
    '2026-03-04 told to complainant sent',
  ]);
  expect(rehearsal.tasks).toEqual([
    {
      caseId: 'small-1',
      process: 'small',
      task: 'working:1',
      step: 'working',
      kind: 'work',
      role: 'clerk',
      openedAt: '2026-03-02T09:00:00.000Z',
      dueAt: '2026-03-05T09:00:00.000Z',
      closedAt: '2026-03-05T09:00:00.000Z',
      closedBy: { event: 'timer.fire' },
    },
  ]);
  expect(rehearsal.coverage).toEqual([
    {
      process: 'small',
      rows: [
        { at: '/machine/states/working/on/done/0', times: 0 },
        { at: '/machine/states/working/after/daily/0', times: 2 },
        { at: '/machine/states/working/after/late/0', times: 1 },
      ],
      taken: 2,
    },
  ]);
  expect(rehearsal.cases).toMatchObject([
    { caseId: 'small-1', status: 'ended', outcome: 'unresolved', steps: ['given'], endedAt: '2026-03-05T09:00:00.000Z' },
  ]);
  expect(rehearsal.at).toBe('2026-03-12T09:00:00.000Z');
});

const launcher = beginningWith(
  'small',
  {
    states: steps({
      first: { entry: [{ type: 'start', params: { definition: 'moon' } }], invoke: task(), on: { done: [{ target: '#ended' }] } },
      ended: end(),
    }),
  },
  { events: { done: { label: words } } },
);

test('a procedure that is missing, or does not compile, is said', () => {
  expect(codes(play([launcher], script()))).toEqual([' unknown-process']);
  expect(codes(play([], script()))).toEqual([' unknown-process']);
  const broken = beginningWith(
    'small',
    { states: steps({ first: { invoke: task(), on: { nowhere: [{ target: '#moon' }] } } }) },
    { events: { nowhere: { label: words } } },
  );
  const [problem] = play([broken], script()).problems;
  expect(problem?.code).toBe('does-not-compile');
  expect(problem?.findings?.length).toBeGreaterThan(0);
});

test('a start that is refused is said', () => {
  expect(codes(play([office], script({ input: { nothing: 1 } })))).toEqual([' case-not-begun']);
  expect(codes(play([office], script({ receivedAt: '2026-03-02T09:00:01Z' })))).toEqual([' case-not-begun']);
});

test('a timer that fails is set aside, and the case goes on', () => {
  const failing = beginningWith(
    'small',
    {
      states: steps({
        first: {
          invoke: task(),
          on: { done: [{ target: '#ended' }] },
          after: { soon: [{ actions: [{ type: 'set', params: { amount: '= note + 1' } }] }] },
        },
        ended: end('resolved'),
      }),
    },
    { events: { done: { label: words } }, delays: { soon: { days: 1 } } },
  );
  const rehearsal = play(
    [failing],
    script({ input: { note: 'words' }, steps: [{ wait: { days: 2 } }, { send: 'done', by: 'carl' }, { expect: { outcome: 'resolved' } }] }),
  );
  expect(rehearsal.problems).toMatchObject([{ code: 'incident', facts: { timer: 'first.soon' }, refusal: { code: 'step-failed' } }]);
});

const writing = beginningWith(
  'small',
  {
    states: steps({
      first: {
        invoke: { src: 'letter', input: { letter: 'told' }, onDone: [{ target: '#ended' }], onError: [{ target: '#again' }] },
        meta: { owner: 'clerk' },
      },
      again: { invoke: task(), on: { done: [{ target: '#first' }] } },
      ended: end('resolved'),
    }),
  },
  { events: { done: { label: words } } },
);

test('a letter comes back, is corrected and sent; another is printed and posted', () => {
  const bounced = play(
    [writing],
    script({
      letters: { told: 'bounced' },
      input: { note: 'x' },
      steps: [
        { expect: { steps: ['again'] } },
        { letters: { told: 'sent' } },
        { send: 'done', by: 'carl' },
        { expect: { outcome: 'resolved', letters: ['told to complainant', 'told to complainant'] } },
      ],
    }),
  );
  expect(bounced.problems).toEqual([]);
  expect(bounced.letters.map((letter) => letter.became)).toEqual(['bounced', 'sent']);
  const printed = play(
    [writing],
    script({
      letters: { '*': 'print' },
      input: { note: 'x' },
      steps: [
        { expect: { steps: ['first'], tasks: ['first clerk'] } },
        { post: 'told', by: 'ada', refused: 'not-permitted' },
        { post: 'told', by: 'carl' },
        { expect: { outcome: 'resolved' } },
      ],
    }),
  );
  expect(printed.problems).toEqual([]);
  expect(printed.letters.map((letter) => letter.became)).toEqual(['posted']);
});

test.each([
  [{ '*': 'print', 'told to complainant': 'sent' }, 'sent'],
  [{ '*': 'sent', '* to complainant': 'print' }, 'to print'],
  [{ '* to complainant': 'print', told: 'sent' }, 'sent'],
  [{ told: 'sent', 'told to complainant': 'print' }, 'to print'],
  [{ '* to boss': 'print', 'told to boss': 'print' }, 'sent'],
] as const)('what is said of one letter or receiver counts before what is said of all: %j', (letters, became) => {
  const played = play([writing], script({ letters, input: { note: 'x' } }));
  expect(played.letters.map((letter) => letter.became)).toEqual([became]);
});

test('a rehearsal played step by step gives a script that plays the same', () => {
  const setting = { definitions: [office], calendars, tools: { schemas } };
  const rehearsing = new Rehearsing(setting, script({ input: { note: 'x' } }));
  rehearsing.play({ wait: { hours: 30 } });
  const early = rehearsing.result();
  expect(rehearsing.cases[0]?.state.tasks).toHaveLength(1);
  rehearsing.play({ send: 'done', by: 'carl' });
  expect(rehearse(setting, rehearsing.script)).toEqual(rehearsing.result());
  expect(early.tasks[0]?.closedAt).toBeUndefined();
  expect(JSON.parse(JSON.stringify(early))).toEqual(early);
});

test('received long ago: the clock has run out on arrival, in the order in which it would have', () => {
  const written: Script = {
    process: 'starter',
    at: '2026-03-02T09:00:00Z',
    receivedAt: '2025-01-01T09:00:00Z',
    people: { ada: ['complainant'] },
    by: 'ada',
    input: { description: 'late', contact: 'ada@example.org' },
    steps: [],
  };
  const rehearsal = play([readProcess('starter')], written);
  expect(rehearsal.journal.map((line) => line.timer ?? line.event)).toEqual([
    'case.begin',
    'case.numbered',
    'clock.answer.warn.75',
    'clock.answer.due',
  ]);
  expect(rehearsal.journal.every((line) => line.at === '2026-03-02T09:00:00.000Z')).toBe(true);
});
