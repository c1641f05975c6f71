import { expect, test } from '@jest/globals';
import { compiledOf, PretendCase } from '../../../test/tools/pretend-case.ts';
import { end, sizeTable, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const ann = { person: 'ann', roles: ['clerk', 'boss', 'complainant'] };
const label = { label: { en: 'x' } };
const open = (more: object) => ({ label: { en: 'x' }, by: ['clerk'], ...more });
const small = (...given: Parameters<typeof smallDefinition>) => new PretendCase(compiledOf(smallDefinition(...given)));

test('tracks run side by side, and the stage goes on when all are done', () => {
  const track = (name: string) => ({
    initial: name,
    states: { [name]: { invoke: task(), on: { [`${name}Ready`]: [{ target: `#${name}Over` }] } }, [`${name}Over`]: { type: 'final' } },
  });
  const work = small(
    {
      initial: 'both',
      states: steps({
        both: { type: 'parallel', onDone: [{ target: '#done' }], states: { left: track('a'), right: track('b') } },
        done: end(),
      }),
    },
    { events: { aReady: label, bReady: label } },
  );
  expect(work.state.tasks.map(({ id }) => id)).toEqual(['a:1', 'b:1']);
  work.complete('b', 'bReady', ann);
  expect(work.state.snapshot.value).toEqual({ both: { left: 'a', right: 'bOver' } });
  const last = work.complete('a', 'aReady', ann);
  expect(last).toMatchObject({
    ok: true,
    value: { state: { status: 'ended', outcome: 'ended' }, trace: [{ event: 'aReady' }, { event: 'xstate.done.state.both' }] },
  });
});

test('history returns where the stage stopped, after the case has been text in between', () => {
  const work = small(
    {
      initial: 'stage',
      states: steps({
        stage: {
          initial: 'one',
          on: { pause: [{ target: '#paused' }] },
          states: {
            one: { invoke: task(), on: { next: [{ target: '#two' }] } },
            two: { invoke: task() },
            again: { type: 'history', target: '#one' },
          },
        },
        paused: { on: { resume: [{ target: '#again' }] } },
      }),
    },
    { events: { next: label, pause: open({}), resume: open({}) } },
  );
  work.complete('one', 'next', ann);
  work.take('pause', { by: ann });
  expect(work.state).toMatchObject({ tasks: [], snapshot: { historyValue: { again: [{ id: 'two' }] } } });
  work.take('resume', { by: ann });
  expect(work.state).toMatchObject({ snapshot: { value: { stage: 'two' } }, tasks: [{ id: 'two:4' }] });
});

test('steps used up are seen behind a stage and behind history', () => {
  const work = small(
    {
      initial: 'waiting',
      states: steps({
        waiting: { on: { go: [{ target: '#stage' }, { target: '#elsewhere' }], back: [{ target: '#again' }, { target: '#elsewhere' }] } },
        stage: {
          initial: 'once',
          on: { leave: [{ target: '#waiting' }] },
          states: {
            once: { meta: { maxVisits: 2 }, on: { on: [{ target: '#other' }] } },
            other: {},
            again: { type: 'history', target: '#once' },
          },
        },
        elsewhere: { on: { leave: [{ target: '#waiting' }] } },
      }),
    },
    { events: { go: open({}), back: open({}), leave: open({}), on: open({}) } },
  );
  const way = ['go', 'leave', 'back', 'leave', 'go', 'leave', 'back'].map((event) => {
    work.take(event, { by: ann });
    return work.state.snapshot.value;
  });
  expect(way).toEqual([{ stage: 'once' }, 'waiting', { stage: 'once' }, 'waiting', 'elsewhere', 'waiting', 'elsewhere']);
  expect(work.state.snapshot.context).toEqual({ _visits: { once: 2 } });
});

test('a decision step goes on by itself, by what was submitted and computed on the way', () => {
  const work = small(
    {
      initial: 'asking',
      states: steps({
        asking: {
          invoke: task('clerk', { form: 'amount' }),
          on: { told: [{ target: '#choosing', actions: [{ type: 'decide', params: { decision: 'size' } }] }] },
        },
        choosing: {
          always: [{ target: '#big', guard: { type: 'if', params: { field: 'note', is: '=', value: 'big' } } }, { target: '#little' }],
        },
        big: end('resolved'),
        little: end('unresolved'),
      }),
    },
    {
      events: { told: label },
      decisions: sizeTable,
    },
  );
  expect(work.complete('asking', 'told', ann, { amount: 12 })).toMatchObject({ ok: true, value: { changed: ['amount', 'note'] } });
  expect(work.state).toMatchObject({ status: 'ended', outcome: 'resolved', snapshot: { context: { amount: 12, note: 'big' } } });
});

test('decisions that turn in a circle are an incident of the definition, not an endless step', () => {
  const work = small(
    {
      initial: 'start',
      states: steps({
        start: { on: { go: [{ target: '#one' }] } },
        one: { always: [{ target: '#two' }] },
        two: { always: [{ target: '#one' }] },
      }),
    },
    { events: { go: open({}) } },
  );
  expect(work.send('go', { by: ann })).toMatchObject({ ok: false, refusal: { code: 'step-failed', reason: 'loop' } });
});

test('a set of values is computed before any is written; null empties a field; a wrong value is an incident', () => {
  const row = (params: object) => [{ actions: [{ type: 'set', params }] }];
  const work = small(
    {
      initial: 'here',
      states: steps({
        here: {
          on: {
            swap: row({ amount: '= amount + 1', note: '= string(amount)' }),
            clear: row({ note: null }),
            wrong: row({ amount: '= "much"' }),
            fail: row({ amount: '= amount.x.y + 1' }),
          },
        },
      }),
    },
    { events: { swap: open({}), clear: open({}), wrong: open({}), fail: open({}) } },
  );
  work.state = { ...work.state, snapshot: { ...work.state.snapshot, context: { amount: 1 } } };
  work.take('swap', { by: ann });
  expect(work.state.snapshot.context).toEqual({ amount: 2, note: '1' });
  work.take('clear', { by: ann });
  expect(work.state.snapshot.context).toEqual({ amount: 2 });
  expect(work.send('wrong', { by: ann })).toMatchObject({
    refusal: { code: 'step-failed', reason: 'schema', at: '/data/amount', facts: { field: 'amount', keyword: 'type' } },
  });
  expect(work.send('fail', { by: ann })).toMatchObject({ refusal: { code: 'step-failed' } });
});

test('conditions may ask where else the case is, and which way it is asked', () => {
  const track = (name: string, on: object) => ({ initial: `${name}1`, states: { [`${name}1`]: { on }, [`${name}2`]: {} } });
  const work = small(
    {
      type: 'parallel',
      states: steps({
        a: track('a', { goA: [{ target: '#a2' }] }),
        b: track('b', { goB: [{ target: '#b2', guard: { type: 'if', params: { all: [{ in: 'a2' }, { not: { in: 'b2' } }] } } }] }),
      }),
    },
    { events: { goA: open({}), goB: open({}) } },
  );
  expect(work.send('goB', { by: ann })).toMatchObject({ refusal: { code: 'event-not-accepted', because: 'condition' } });
  work.take('goA', { by: ann });
  expect(work.take('goB', { by: ann }).state.snapshot.value).toEqual({ a: 'a2', b: 'b2' });
});

test('a recurring procedure counts visits and clocks anew when it comes home', () => {
  const work = small(
    {
      initial: 'home',
      states: steps({
        home: { tags: ['mark:home'], on: { go: [{ target: '#round' }] } },
        round: { tags: ['stage:objectives'], meta: { maxVisits: 1 }, on: { back: [{ target: '#home' }], over: [{ target: '#over' }] } },
        over: { tags: ['mark:over'] },
      }),
    },
    {
      home: 'home',
      events: { go: open({}), back: open({}), over: open({}) },
      delays: { limit: { days: 3 } },
      clocks: { pace: { title: { en: 'Pace' }, kind: 'service', limit: 'limit', starts: ['stage:objectives'], stops: ['mark:over'] } },
    },
  );
  for (const at of ['2026-03-02T09:00:00.000Z', '2026-03-05T09:00:00.000Z']) {
    work.now = at;
    work.take('go', { by: ann });
    expect(work.state).toMatchObject({ clocks: { pace: { startedAt: at } }, timers: [{ id: 'clock.pace.due' }] });
    work.take('back', { by: ann });
    expect(work.state).toMatchObject({ clocks: {}, timers: [] });
  }
});

test('it tells other cases, starts one, calls a service; leaving a service or a child stops waiting for it', () => {
  const work = small(
    {
      initial: 'calling',
      on: {
        stop: [{ target: '#done' }],
        tell: [{ actions: [{ type: 'send', params: { to: 'children', event: 'ended', data: { note: '= note' } } }] }],
      },
      states: steps({
        calling: {
          entry: [
            { type: 'start', params: { definition: 'other', data: { note: 'hello' } } },
            { type: 'call', params: { service: 'ledger', with: { amount: 3 } } },
          ],
          invoke: {
            src: 'service',
            input: { service: 'ledger', with: { amount: '= 1 + 1' } },
            onDone: [{ target: '#child', actions: [{ type: 'set', params: { note: '= result.word' } }] }],
            onError: [{ target: '#done' }],
          },
        },
        child: {
          tags: ['wait:organisation'],
          invoke: {
            src: 'case',
            input: { definition: 'other', data: { note: '= note', amount: '= amount' } },
            onDone: [{ target: '#done' }],
          },
        },
        done: end(),
      }),
    },
    {
      events: { stop: open({}), tell: open({ form: 'note' }), ended: open({}) },
      services: { ledger: { title: { en: 'Ledger' }, connector: 'books', operation: 'post' } },
    },
  );
  expect(work.effects.slice(1)).toEqual([
    { key: 'case:1:1', kind: 'case.launch', definition: 'other', data: { note: 'hello' }, link: 'follows' },
    { key: 'case:1:2', kind: 'service', service: 'ledger', with: { amount: 3 } },
    { key: 'case:1:3', kind: 'service', step: 'calling', instance: 'calling:1', service: 'ledger', with: { amount: 2 } },
  ]);
  const done = { step: 'calling', instance: 'calling:1', output: { word: 'posted' } };
  expect(work.send('invoke.done', { payload: { ...done, instance: 'calling:0' } })).toMatchObject({
    refusal: { code: 'stale', what: 'invoke' },
  });
  work.take('invoke.done', { payload: done });
  expect(work.send('invoke.done', { payload: done })).toMatchObject({ refusal: { code: 'stale' } });
  expect(work.effects.at(-1)).toEqual({
    key: 'case:2:0',
    kind: 'case.start',
    step: 'child',
    instance: 'child:2',
    definition: 'other',
    data: { note: 'posted' },
    keptAway: {},
  });
  work.take('tell', { by: ann, payload: { values: {} } });
  expect(work.effects.at(-1)).toEqual({
    key: 'case:3:0',
    kind: 'case.send',
    to: 'child:child:2',
    event: 'ended',
    data: { note: 'posted' },
  });
  work.take('stop', { by: ann });
  expect(work.effects.at(-1)).toEqual({ key: 'case:4:0', kind: 'case.stop', step: 'child', instance: 'child:2' });
});

test('of two tracks that would take each other away one goes on, and only its row is told', () => {
  const track = (name: string) => ({
    initial: name,
    states: { [name]: { on: { away: [{ target: `#${name === 'a' ? 'left' : 'right'}` }] } } },
  });
  const work = small(
    { initial: 'both', states: steps({ both: { type: 'parallel', states: { one: track('a'), two: track('b') } }, left: {}, right: {} }) },
    { events: { away: open({}) } },
  );
  expect(work.take('away', { by: ann }).trace).toEqual([
    { event: 'away', transitions: [{ from: 'a', to: ['left'], at: '/machine/states/both/states/one/states/a/on/away/0' }] },
  ]);
  expect(work.state.snapshot.value).toBe('left');
});
