import { expect, test } from '@jest/globals';
import { beginningWith, codes, play, script, words } from '../../../test/tools/short-script.ts';
import { end, steps, task } from '../../../test/tools/small-definition.ts';
import type { Definition } from '../definition/definition.ts';

/** Starts a sub-case; tells it `hurry` when the boss says so, and leaves it on `enough`. */
const parent = beginningWith(
  'small',
  {
    states: steps({
      first: {
        invoke: {
          src: 'case',
          input: { definition: 'helper', data: { note: '= note' } },
          onDone: [{ target: '#ended', guard: { type: 'if', params: { outcome: ['resolved'] } } }, { target: '#given' }],
        },
        on: {
          hurry: [
            {
              actions: ['hurry', 'hurry', 'calm'].map((event) => ({
                type: 'send',
                params: { to: 'children', event, data: { note: `= "${event} please"` } },
              })),
            },
          ],
          enough: [{ target: '#given' }],
        },
      },
      ended: end('resolved'),
      given: end('unresolved'),
    }),
  },
  { events: { hurry: { label: words, by: ['boss'] }, enough: { label: words, by: ['boss'] } } },
);
/** Takes `hurry` only once it works; `calm` ends it. */
const helper = beginningWith(
  'helper',
  {
    states: steps({
      first: { invoke: task(), on: { begin: [{ target: '#working' }] } },
      working: {
        invoke: task(),
        on: {
          done: [{ target: '#ended' }],
          hurry: [{ actions: [{ type: 'set', params: { amount: '= (if amount = null then 0 else amount) + 1' } }] }],
          calm: [{ target: '#ended' }],
        },
      },
      ended: end('resolved'),
    }),
  },
  {
    returns: ['amount'],
    events: {
      begin: { label: words },
      done: { label: words },
      hurry: { label: words, by: ['system'], form: 'note' },
      calm: { label: words, by: ['system'], form: 'note' },
    },
  },
);

test('messages to a sub-case wait until it can take them, arrive in the order they were sent, and its end comes back', () => {
  const rehearsal = play(
    [parent, helper],
    script({
      input: { note: 'help' },
      steps: [
        { send: 'hurry', by: 'bea' },
        { expect: { steps: ['first'], fields: { note: 'help', amount: null } }, in: 'helper' },
        { send: 'begin', by: 'carl', in: 'helper' },
        { expect: { status: 'ended', outcome: 'resolved', fields: { note: 'calm please' } }, in: 'helper' },
        { expect: { status: 'ended', outcome: 'resolved' } },
      ],
    }),
  );
  expect(rehearsal.problems).toEqual([]);
  expect(rehearsal.journal.map((line) => `${line.caseId} ${line.event}`)).toEqual([
    'small-1 case.begin',
    'small-1 case.numbered',
    'helper-1 case.begin',
    'helper-1 case.numbered',
    'small-1 hurry',
    'helper-1 begin',
    'helper-1 hurry',
    'helper-1 hurry',
    'helper-1 calm',
    'small-1 invoke.done',
  ]);
  expect(rehearsal.cases.map(({ caseId, parent: of }) => [caseId, of?.caseId])).toEqual([
    ['small-1', undefined],
    ['helper-1', 'small-1'],
  ]);
});

test('a message nobody takes is said at the end; a step that is left stops its sub-case', () => {
  const untaken = play([parent, helper], script({ input: { note: 'help' }, steps: [{ send: 'hurry', by: 'bea' }] }));
  expect(untaken.problems.map((problem) => problem.code)).toEqual(['message-not-taken', 'message-not-taken', 'message-not-taken']);
  const left = play(
    [parent, helper],
    script({
      input: { note: 'help' },
      steps: [
        { send: 'enough', by: 'bea' },
        { expect: { status: 'cancelled' }, in: 'helper' },
      ],
    }),
  );
  expect(left.problems).toEqual([]);
});

test('two procedures that answer each other for ever are stopped', () => {
  const ping = (id: string, other: string): Definition =>
    beginningWith(
      id,
      {
        states: steps({
          first: { entry: [{ type: 'start', params: { definition: other } }], invoke: task(), on: { done: [{ target: '#ended' }] } },
          ended: end(),
        }),
      },
      { events: { done: { label: words } } },
    );
  const rehearsal = play([ping('small', 'other'), ping('other', 'small')], script());
  expect(codes(rehearsal)).toContain(' endless');
  expect(rehearsal.journal.length).toBeLessThan(6_000);
});
