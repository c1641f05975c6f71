import { expect, test } from '@jest/globals';
import { advance, type JsonObject } from '@redress/engine';
import { calendars, compiledOf, deepFrozen, PretendCase, shipped } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps } from '../../../test/tools/small-definition.ts';

const words = { en: 'x' };

test('what looks like an actor of XState is kept as the value it is, and results cannot bring one in', () => {
  const actor: JsonObject = { xstate$$type: 1, id: 'here', sessionId: 'x', send: 'y', ref: 'z' };
  const work = new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'here',
          states: steps({
            here: {
              invoke: {
                src: 'service',
                input: { service: 'any' },
                onDone: [{ actions: [{ type: 'set', params: { thing: '= result' } }] }],
                onError: [{ target: '#here', reenter: true }],
              },
            },
          }),
        },
        {
          data: { thing: { title: words, schema: { type: 'object' } } },
          services: { any: { title: words, connector: 'a', operation: 'b' } },
        },
      ),
    ),
    { input: { thing: actor } },
  );
  expect(work.state.snapshot.context).toEqual({ thing: actor });
  const poisoned: JsonObject = JSON.parse('{"__proto__": {"polluted": true}}');
  const done = (output: JsonObject) => ({ payload: { step: 'here', instance: 'here:1', output } });
  expect(work.send('invoke.done', done(poisoned))).toMatchObject({ refusal: { code: 'step-failed' } });
  expect(work.send('invoke.done', done({ xstate$$type: 1, id: 'here' }))).toMatchObject({ refusal: { code: 'step-failed' } });
  expect(work.state.snapshot.context).toEqual({ thing: actor });
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('a state that points nowhere is refused or thrown out, never stored', () => {
  const work = new PretendCase(shipped('starter'), {
    by: { person: 'ada', roles: ['complainant'] },
    input: { description: 'x', contact: 'y' },
  });
  const event = { id: 'x', type: 'withdraw', at: work.now, by: { person: 'ada', roles: ['complainant'] } };
  for (const value of ['nowhere', { nowhere: 'recording' }, {}, 7]) {
    const tampered = deepFrozen({ ...work.state, snapshot: { ...work.state.snapshot, value } });
    const result = (() => {
      try {
        return advance(work.compiled, tampered, event, calendars);
      } catch (cause) {
        return { ok: false, cause };
      }
    })();
    expect(result.ok).toBe(false);
  }
});

const guard = (feel: string) => ({ type: 'if', params: { feel } });
const clerk = { person: 'ann', roles: ['clerk'] };
const go = { label: words, by: ['clerk'] };

test('a loop without end behind a button or a deadline is a failure of the step, and the case is as it was', () => {
  const work = new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'here',
          states: steps({
            here: {
              on: { go: [{ target: '#there', guard: guard('count(for i in 1..40000000 return i) > 0') }], note: [{ target: '#there' }] },
              after: { soon: [{ target: '#there', guard: guard('some i in 1..40000000 satisfies i = 0') }, { target: '#there' }] },
            },
            there: {},
          }),
        },
        { events: { go, note: go }, delays: { soon: { days: 1 } } },
      ),
    ),
  );
  const before = work.state;
  expect(work.send('go', { by: clerk })).toMatchObject({
    refusal: { code: 'step-failed', reason: 'feel-bound', at: '/machine/states/here/on/go/0/guard' },
  });
  work.now = '2026-03-03T09:00:00.000Z';
  expect(work.send('timer.fire', { payload: { timer: 'here.soon' } })).toMatchObject({
    refusal: { code: 'step-failed', reason: 'feel-bound', at: '/machine/states/here/after/soon/0/guard' },
  });
  expect(work.state).toEqual(before);
  expect(work.take('note', { by: clerk }).state.snapshot.value).toBe('there');
});

test('a pattern made for back-tracking is answered, in a condition as on a form', () => {
  const work = new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'here',
          states: steps({ here: { on: { go: [{ target: '#there', guard: guard('matches(note, "(a+)+$")') }] } }, there: {} }),
        },
        { events: { go: { ...go, form: 'note' } } },
      ),
    ),
  );
  const payload = { values: { note: `${'a'.repeat(5_000)}!` } };
  expect(work.send('go', { by: clerk, payload })).toMatchObject({ refusal: { code: 'event-not-accepted', because: 'condition' } });
  expect(work.send('go', { by: clerk, payload: { values: { note: 'a'.repeat(5_000) } } })).toMatchObject({ ok: true });
});

const wide = (count: number, track: (index: number) => object, turning: object) =>
  new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'rest',
          states: steps({
            rest: { on: { go: [{ target: '#wide' }] } },
            wide: {
              type: 'parallel',
              on: { back: [{ target: '#rest' }] },
              states: { ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, track(index)])), turning },
            },
          }),
        },
        { events: { go, back: go }, delays: { soon: { days: 1 } } },
      ),
    ),
  );
const working = () => ({ invoke: { src: 'task', input: { role: 'clerk' } } });
const writing = (index: number) => ({ entry: [{ type: 'set', params: { amount: index } }] });
const back = { always: [{ target: '#wide', reenter: true }] };
const round = { initial: 'a', states: { a: { always: [{ target: '#b' }] }, b: { always: [{ target: '#a' }] } } };

// What a step costs is counted, so that the wider a circle is, the fewer rounds it turns: who waits behind it never waits longer.
test.each([
  [60, 'works', working, back],
  [200, 'works', working, back],
  [1_800, 'works', working, back],
  [200, 'writes', writing, back],
  [1_800, 'writes', writing, back],
  [200, 'rests', () => ({}), round],
  [1_800, 'rests', () => ({}), round],
] as const)(
  'a circle beside %i tracks, each of which %s, is stopped when it has cost as much as a step may',
  (count, _, track, turning) => {
    const work = wide(count, track, turning);
    const answer = work.send('go', { by: clerk });
    expect(answer).toMatchObject({ refusal: { code: 'step-failed', reason: 'loop' } });
    const facts = (!answer.ok && 'facts' in answer.refusal && answer.refusal.facts) || {};
    const over = Number(facts.effort ?? facts.circling) - Number(facts.most);
    expect(over).toBeGreaterThan(0);
    expect(over).toBeLessThan(300); // One microstep and one action beside 1,800 tracks.
  },
  60_000,
);

test('a stage of 800 tracks with every task and timer that a case may have is entered and left', () => {
  const full = (index: number) => (index < 200 ? { ...working(), after: { soon: [{ target: '#rest' }] } } : {});
  const work = wide(799, full, {});
  expect(work.take('go', { by: clerk }).state.tasks).toHaveLength(200);
  expect(work.take('back', { by: clerk }).state).toMatchObject({ snapshot: { value: 'rest' }, tasks: [], timers: [] });
}, 60_000);
