import { expect, test } from '@jest/globals';
import { type Compiled, compile, type Definition, type JsonObject } from '@redress/engine';
import { createActor, createMachine, fromCallback, raise, SimulatedClock } from 'xstate';
import { compiledOf } from '../tools/pretend-case.ts';
import { schemas } from '../tools/schema-tool.ts';
import { steps, task } from '../tools/small-definition.ts';
import type { Move } from './differential/blueprint.ts';
import { inVocabulary } from './differential/definition-of.ts';
import { divergences } from './differential/divergences.ts';
import { duel } from './differential/duel.ts';
import { living } from './differential/living.ts';
import { OurCase } from './differential/ours.ts';

// The smallest example of everything in which our engine is known to differ from a living actor of XState, and why that is right.

const guard = { type: 'if', params: { field: 'n', is: 'filled' } };
const set = (params: object) => ({ type: 'set', params });
const free = ['f0', 'f1', 'f2', 'f3', 'filled'];
const send = (event: string): Move => ({ do: 'send', which: free.indexOf(event), any: true });

function explained(machine: object, moves: readonly Move[]): readonly string[] {
  const compiled = compiledOf(inVocabulary(machine));
  const { difference } = duel(compiled, {}, moves);
  if (!difference) return [];
  return Object.entries(divergences).flatMap(([name, explains]) => (explains({ compiled, input: {}, moves }, difference) ? [name] : []));
}

test('tracks decide in the order of the document, not in that of their entry', () => {
  const track = (name: string, first: object, word: string) => ({
    initial: `${name}1`,
    states: {
      [`${name}1`]: first,
      [`${name}2`]: { always: [{ target: `#${name}3`, guard, actions: [set({ word })] }], on: { f3: [{ target: `#${name}3` }] } },
      [`${name}3`]: {},
    },
  });
  const machine = {
    type: 'parallel',
    on: { f1: [{ actions: [set({ n: 1 })] }] },
    states: steps({
      one: track('a', { on: { f0: [{ target: '#a2' }] } }, 'red'),
      two: track('b', { always: [{ target: '#b2' }] }, 'blue'),
    }),
  };
  expect(explained(machine, [send('f0'), send('f1')])).toEqual(['order of tracks']);
});

test('an event that nobody takes is refused and changes nothing; a living actor takes a decision that stands once more', () => {
  const machine = {
    initial: 'one',
    states: steps({
      one: { on: { f0: [{ target: '#two' }] } },
      two: { on: { f0: [{ target: '#one' }] }, always: [{ target: '#two', actions: [{ type: 'letter', params: { letter: 'one' } }] }] },
      three: { on: { f1: [{ target: '#one' }] } },
    }),
  };
  expect(explained(machine, [send('f0'), send('f1')])).toEqual(['a decision that stands is taken again']);
});

test('so does one that the case sends itself while it begins', () => {
  const machine = {
    type: 'parallel',
    states: steps({
      first: { entry: [{ type: 'send', params: { to: '= case.id', event: 'f1' } }], always: [{ target: '#second' }] },
      second: { on: { f0: [{ target: '#first' }] } },
    }),
  };
  expect(explained(machine, [])).toEqual(['a decision that stands is taken again']);
});

const ownHistory: Definition = inVocabulary({
  initial: 'stage',
  states: steps({
    stage: {
      initial: 'work',
      states: {
        work: {
          invoke: { src: 'case', input: { definition: 'other' }, onDone: [{ target: '#rest' }] },
          on: { f0: [{ target: '#again' }] },
          after: { short: [{ target: '#rest' }] },
        },
        again: { type: 'history', target: '#work' },
      },
    },
    rest: {},
  }),
});

test('XState enters the history of an active stage without leaving it: children begin twice, an old timer fires; such a row is refused', () => {
  const { findings, machine } = compile(ownHistory, { schemas });
  expect(machine).toBeUndefined();
  expect(findings.map(({ code, at }) => [code, at])).toEqual([['own-history', '/machine/states/stage/states/work/on/f0/0/target']]);
  const actor = living({ definition: ownHistory }, {});
  actor.passTo('2026-03-02T09:03:00.000Z');
  actor.send('f0', {});
  expect(actor.look()).toMatchObject({
    begun: ['case work {}', 'case work {}'],
    stopped: [],
    timers: ['work.short 2026-03-02T09:08:00.000Z'],
  });
  actor.passTo('2026-03-02T09:05:00.000Z');
  expect(actor.look()).toMatchObject({ value: 'rest', taken: ['/machine/states/stage/states/work/after/short/0'] });
});

const both = (machine: object, input: JsonObject = {}) => {
  const compiled: Compiled = compiledOf(inVocabulary(machine));
  return { ours: new OurCase(compiled, input), actor: living(compiled, input) };
};

test('a step that fails is not taken at all; a living actor has sent its letter by then and is dead', () => {
  const { ours, actor } = both({
    initial: 'one',
    states: steps({
      one: { on: { f0: [{ target: '#two', actions: [{ type: 'letter', params: { letter: 'one' } }] }] } },
      two: { on: { f0: [{ target: '#one' }] }, always: [{ target: '#one', guard: { type: 'if', params: { feel: 'n > m' } } }] },
    }),
  });
  const before = ours.state;
  actor.look();
  ours.send('f0', {});
  actor.send('f0', {});
  expect(ours.failed).toMatchObject({ reason: 'feel-null', at: '/machine/states/two/always/0/guard' });
  expect(ours.state).toEqual(before);
  expect(actor.sent()).toEqual(['one complainant']);
  expect(actor.look()).toEqual({ status: 'failed' });
});

test('the end of a sub-case that was replaced meanwhile is stale; a living actor takes it for that of the new one', () => {
  const { ours, actor } = both({
    initial: 'work',
    states: steps({
      work: {
        invoke: { src: 'case', input: { definition: 'other' }, onDone: [{ target: '#rest' }] },
        on: { f0: [{ target: '#work', reenter: true }] },
      },
      rest: { invoke: task(), on: { f0: [{ target: '#work' }] } },
    }),
  });
  ours.send('f0', {});
  actor.send('f0', {});
  ours.answer('work', 'work:1', { failed: false, output: {} });
  expect(ours.refused).toEqual({ code: 'stale', what: 'invoke', id: 'work:1' });
  expect(ours.look()).toMatchObject({ value: 'work' });
  actor.tell('xstate.done.actor.work');
  expect(actor.look()).toMatchObject({ value: 'rest' });
});

test('a timer armed while it is pending: a living actor lets the older one fire and forgets how to cancel it; ours is armed anew', () => {
  const clock = new SimulatedClock();
  const armed = raise({ type: 'due' }, { id: 'reminder', delay: 5 });
  const actor = createActor(createMachine({ initial: 'one', states: { one: { on: { arm: { actions: armed }, due: 'two' } }, two: {} } }), {
    clock,
  }).start();
  actor.send({ type: 'arm' });
  clock.increment(3);
  actor.send({ type: 'arm' });
  clock.increment(2);
  expect(actor.getSnapshot().value).toBe('two');

  const again = { on: { f0: [{ target: '#one', reenter: true }] }, after: { short: [{ target: '#two' }] } };
  const ours = new OurCase(compiledOf(inVocabulary({ initial: 'one', states: steps({ one: again, two: {} }) })), {});
  ours.passTo('2026-03-02T09:03:00.000Z');
  ours.send('f0', {});
  expect(ours.look().timers).toEqual(['one.short 2026-03-02T09:08:00.000Z']);
  ours.passTo('2026-03-02T09:05:00.000Z');
  expect(ours.look().value).toBe('one');
});

test('at its beginning a living actor starts what it waits for before it says anything itself; ours asks in the order of the procedure', () => {
  const said: string[] = [];
  const child = fromCallback(() => void said.push('sub-case'));
  createActor(createMachine({ entry: () => void said.push('letter'), invoke: { src: child } })).start();
  expect(said).toEqual(['sub-case', 'letter']);

  const waits = { entry: [{ type: 'letter', params: { letter: 'one' } }], invoke: { src: 'case', input: { definition: 'other' } } };
  const asked: string[] = [];
  const compiled = compiledOf(inVocabulary({ initial: 'work', states: steps({ work: waits }) }));
  new OurCase(compiled, {}, ({ effects }) => asked.push(...effects.map(({ kind }) => kind)));
  expect(asked.filter((kind) => kind !== 'number')).toEqual(['letter', 'case.start']);
});
