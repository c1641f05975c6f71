import { expect, test } from '@jest/globals';
import { advance, begin, type Calendars } from '@redress/engine';
import { calendars, compiledOf, deepFrozen, PretendCase } from '../../../test/tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const ann = { person: 'ann', roles: ['clerk', 'boss', 'complainant'] };
const open = (more: object = {}) => ({ label: { en: 'x' }, by: ['clerk'], ...more });
const note = (text: string) => [{ type: 'set', params: { note: text } }];

const waiting = compiledOf(
  smallDefinition(
    {
      initial: 'here',
      states: steps({
        here: {
          invoke: task('clerk', { due: 'soon' }),
          on: { again: [{ target: '#here', reenter: true }], go: [{ target: '#there' }] },
          after: { soon: [{ actions: note('soon') }], often: [{ actions: note('often') }], late: [{ target: '#there' }] },
        },
        there: { on: { back: [{ target: '#here' }] }, after: { computed: [{ target: '#past' }] } },
        past: { after: { dated: [{ target: '#over' }] } },
        over: end(),
      }),
    },
    {
      events: { again: open(), go: open(), back: open() },
      delays: {
        soon: { workingDays: 2 },
        often: { hours: 10, repeat: true },
        late: { days: 5 },
        computed: { days: '= amount', atMost: { days: 3 } },
        dated: { until: '= date(due)', atMost: { days: 400 } },
      },
    },
  ),
);
const at = (work: PretendCase, timer: string) => work.state.timers.find((row) => row.id === timer)?.dueAt;

test('a reminder stays, what repeats comes again, the deadline leads away and takes the other timers with it', () => {
  const work = new PretendCase(waiting, { at: '2026-03-06T12:00:00.000Z', input: { amount: 2 } });
  expect(work.state.tasks).toMatchObject([{ dueAt: '2026-03-10T12:00:00.000Z' }]);
  expect([work.wait(), work.wait(), work.now]).toEqual(['here.often', 'here.often', '2026-03-07T08:00:00.000Z']);
  const fired = work.waitUntil('2026-03-11T12:00:00.000Z');
  expect(fired.filter((timer) => timer !== 'here.often')).toEqual(['here.soon', 'here.late']);
  expect(fired).toHaveLength(11);
  expect(work.state).toMatchObject({
    snapshot: { value: 'there' },
    tasks: [],
    timers: [{ id: 'there.computed', dueAt: '2026-03-13T12:00:00.000Z' }],
  });
});

test('what repeats without any time between is refused: it would never end', () => {
  const hurried = compiledOf(
    smallDefinition(
      {
        initial: 'here',
        states: steps({ here: { on: { go: [{ target: '#over' }] }, after: { often: [{ actions: note('often') }] } }, over: end() }),
      },
      { events: { go: open() }, delays: { often: { days: '= amount', atMost: { days: 3 }, repeat: true } } },
    ),
  );
  const work = new PretendCase(hurried, { input: { amount: 1 } });
  expect([work.wait(), work.wait(), work.now]).toEqual(['here.often', 'here.often', '2026-03-04T09:00:00.000Z']);
  const stuck = new PretendCase(hurried, { input: { amount: 0 } });
  const refusal = { code: 'step-failed', reason: 'delay-not-finite', at: '/delays/often', facts: { problem: 'not-later' } };
  expect(stuck.send('timer.fire', { payload: { timer: 'here.often' } })).toMatchObject({ refusal });
});

test('a timer is delivered once, never early, and never after its step was entered anew', () => {
  const work = new PretendCase(waiting, { at: '2026-03-06T12:00:00.000Z', input: { amount: 2 } });
  const [first] = work.state.timers;
  const payload = { timer: 'here.soon', armedRevision: first?.armedRevision ?? 0 };
  expect(work.send('timer.fire', { payload })).toEqual({ ok: false, refusal: { code: 'stale', what: 'timer', id: 'here.soon' } });
  work.now = '2026-03-09T12:00:00.000Z';
  work.take('again', { by: ann });
  expect(at(work, 'here.soon')).toBe('2026-03-11T12:00:00.000Z');
  work.now = '2026-03-12T12:00:00.000Z';
  expect(work.send('timer.fire', { payload })).toMatchObject({ refusal: { code: 'stale' } });
  work.take('timer.fire', { payload: { timer: 'here.soon', armedRevision: 2 } });
  expect(work.send('timer.fire', { payload: { timer: 'here.soon' } })).toMatchObject({ refusal: { code: 'stale' } });
  expect(work.send('timer.fire', { payload: {} })).toMatchObject({ refusal: { code: 'payload-invalid' } });
});

test('a person may fire a timer now or move it; what was moved stays when the calendar changes', () => {
  const work = new PretendCase(waiting, { at: '2026-03-06T12:00:00.000Z', input: { amount: 2 } });
  work.take('timer.fire', { by: ann, payload: { timer: 'here.soon' } });
  expect(work.state.snapshot.context).toMatchObject({ note: 'soon' });
  const moved = new PretendCase(waiting, { at: '2026-03-06T12:00:00.000Z' });
  const closed: Calendars = {
    organisation: { ...calendars.organisation, version: 2, holidays: [{ date: '2026-03-09', title: 'Closed' }] },
  };
  const changed = (state = moved.state) =>
    advance(waiting, state, { id: 'c', type: 'calendar.changed', at: moved.now, payload: { calendar: 'organisation' } }, closed);
  expect(changed()).toMatchObject({ ok: true, value: { state: { tasks: [{ dueAt: '2026-03-11T12:00:00.000Z' }] } } });
  moved.take('timer.move', { by: ann, payload: { timer: 'here.soon', dueAt: '2026-03-20T10:00:00+01:00' } });
  expect(moved.state.tasks).toMatchObject([{ dueAt: '2026-03-20T09:00:00.000Z' }]);
  expect(changed()).toMatchObject({ ok: true, value: { state: { tasks: [{ dueAt: '2026-03-20T09:00:00.000Z' }] } } });
  expect(moved.send('timer.move', { by: ann, payload: { timer: 'here.soon', dueAt: 'tomorrow' } })).toMatchObject({
    refusal: { code: 'payload-invalid' },
  });
  expect(moved.send('timer.move', { by: ann, payload: { timer: 'there.computed', dueAt: '2026-03-20T10:00:00Z' } })).toMatchObject({
    refusal: { code: 'stale' },
  });
});

test('a computed time is bounded however long, a time long past is due at once, an empty or negative one is an incident', () => {
  const arrive = (input: object) => {
    const work = new PretendCase(waiting, { input: JSON.parse(JSON.stringify(input)) });
    return { work, result: work.send('go', { by: ann }) };
  };
  expect(arrive({ amount: 2 }).result).toMatchObject({ value: { state: { timers: [{ dueAt: '2026-03-04T09:00:00.000Z' }] } } });
  for (const amount of [400, 1e308])
    expect(arrive({ amount }).result).toMatchObject({ value: { state: { timers: [{ dueAt: '2026-03-05T09:00:00.000Z' }] } } });
  for (const input of [{}, { amount: -1 }]) {
    const { result } = arrive(input);
    expect(result).toMatchObject({ refusal: { code: 'step-failed', reason: 'delay-not-finite', at: '/delays/computed' } });
  }
  const past = arrive({ amount: 1, due: '2020-01-01' }).work;
  past.wait();
  expect(at(past, 'past.dated')).toBe('2019-12-31T23:00:00.000Z');
  expect(past.wait()).toBe('past.dated');
  expect(past.state.status).toBe('ended');
});

const clocked = (kind: 'law' | 'service') =>
  compiledOf(
    smallDefinition(
      {
        initial: 'work',
        on: {
          more: [{ actions: [{ type: 'clock', params: { clock: 'answer', do: 'extend' } }] }],
          'clock.answer.due': [{ actions: note('late') }],
        },
        states: steps({
          work: {
            tags: ['stage:receipt'],
            on: { ask: [{ target: '#asking' }], done: [{ target: '#told' }] },
            after: { left: [{ actions: note('left') }] },
          },
          asking: { invoke: task('complainant'), on: { answered: [{ target: '#work' }] } },
          told: { tags: ['stage:response'], on: { ask: [{ target: '#work' }] } },
        }),
      },
      {
        events: { ask: open(), done: open(), more: open(), answered: { label: { en: 'x' } } },
        delays: { limit: { days: 10 }, longer: { days: 20 }, left: { remaining: 'answer' } },
        clocks: {
          answer: {
            title: { en: 'Answer' },
            kind,
            limit: 'limit',
            starts: ['stage:receipt'],
            stops: ['stage:response'],
            warnAt: [50, 80],
            ...(kind === 'service' && { pausesIn: ['wait:complainant'] }),
            extension: { limit: 'longer', times: 1, letter: 'told' },
          },
        },
      },
    ),
  );

test('a law clock runs through every wait, warns, runs out, and stops with the answer', () => {
  const work = new PretendCase(clocked('law'), { at: '2026-03-02T09:00:00.000Z' });
  work.take('ask', { by: ann });
  expect(work.waitUntil('2026-03-11T00:00:00.000Z')).toEqual(['clock.answer.warn.50', 'clock.answer.warn.80']);
  expect(work.state.clocks.answer).toMatchObject({ warned: [50, 80], pauses: [] });
  expect(work.send('clock.answer.due', { payload: { timer: 'clock.answer.due' } })).toMatchObject({
    refusal: { code: 'stale', what: 'clock' },
  });
  expect(work.send('clock.answer.due', { by: ann, payload: { timer: 'clock.answer.due' } })).toMatchObject({ refusal: { code: 'stale' } });
  expect(work.send('timer.move', { by: ann, payload: { timer: 'clock.answer.due', dueAt: '2027-01-01T00:00:00Z' } })).toMatchObject({
    refusal: { code: 'payload-invalid' },
  });
  work.waitUntil('2026-03-12T09:00:00.000Z');
  expect(work.state).toMatchObject({ clocks: { answer: { overdue: true } }, timers: [], snapshot: { context: { note: 'late' } } });
  work.complete('asking', 'answered', ann);
  work.take('done', { by: ann });
  work.take('ask', { by: ann });
  expect(work.state.clocks.answer).toMatchObject({ startedAt: '2026-03-02T09:00:00.000Z', stoppedAt: '2026-03-12T09:00:00.000Z' });
});

test('a clock of our own rests while the complainant is asked, and a deadline that is what it has left moves with it', () => {
  const work = new PretendCase(clocked('service'), { at: '2026-03-02T09:00:00.000Z' });
  expect(at(work, 'work.left')).toBe('2026-03-12T09:00:00.000Z');
  work.take('ask', { by: ann });
  expect(work.state).toMatchObject({ timers: [], clocks: { answer: { pauses: [{ from: '2026-03-02T09:00:00.000Z' }] } } });
  work.now = '2026-03-05T09:00:00.000Z';
  work.complete('asking', 'answered', ann);
  expect(at(work, 'clock.answer.due')).toBe('2026-03-15T09:00:00.000Z');
  expect(at(work, 'work.left')).toBe('2026-03-15T09:00:00.000Z');
  expect(at(work, 'clock.answer.warn.50')).toBe('2026-03-10T09:00:00.000Z');
});

test('a clock is extended once, with its letter, and what hangs on it moves; a second time the button is no way out', () => {
  const work = new PretendCase(clocked('law'), { at: '2026-03-02T09:00:00.000Z' });
  work.take('more', { by: ann });
  expect(work.letters).toEqual(['told to complainant']);
  expect([at(work, 'clock.answer.due'), at(work, 'work.left')]).toEqual(['2026-03-22T09:00:00.000Z', '2026-03-22T09:00:00.000Z']);
  expect(work.send('more', { by: ann })).toMatchObject({ refusal: { code: 'event-not-accepted', because: 'condition' } });
});

test('a complaint entered late has been running since it was received; what is past is due at once', () => {
  const work = new PretendCase(clocked('law'), { at: '2026-03-02T09:00:00.000Z', receivedAt: '2026-02-10T09:00:00.000Z' });
  expect(work.state).toMatchObject({
    startedAt: '2026-02-10T09:00:00.000Z',
    clocks: { answer: { startedAt: '2026-02-10T09:00:00.000Z', dueAt: '2026-02-20T09:00:00.000Z' } },
  });
  expect(work.waitUntil(work.now)).toEqual(['clock.answer.warn.50', 'clock.answer.warn.80', 'work.left', 'clock.answer.due']);
  expect(work.now).toBe('2026-03-02T09:00:00.000Z');
});

test('a time that is no time, and one before the last step, are refused', () => {
  const start = { caseId: 'c', channel: 'web', input: {}, calendars };
  for (const [receivedAt, now] of [
    ['2026-03-03T00:00:00Z', '2026-03-02T00:00:00Z'],
    ['yesterday', '2026-03-02T00:00:00Z'],
    ['2026-02-30T00:00:00Z', '2026-03-02T00:00:00Z'],
  ] as const) {
    const result = begin(waiting, deepFrozen({ ...start, receivedAt, event: { id: 'b', type: 'case.begin', at: now } }));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'payload-invalid' } });
  }
  const work = new PretendCase(waiting);
  work.now = '2026-03-01T00:00:00.000Z';
  expect(work.send('go', { by: ann })).toMatchObject({ refusal: { code: 'payload-invalid' } });
});
