import { expect, test } from '@jest/globals';
import { calendars } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { beginningWith, script, words } from '../../../test/tools/short-script.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import type { Definition } from '../definition/definition.ts';
import { parseDefinition } from '../definition/parse-definition.ts';
import { type Gate, gateOf } from './gate.ts';
import { rehearsing } from './rehearse.ts';
import { playScenarios, readScenarios, scenarioLimits } from './scenarios.ts';

/** A stage with a deadline of its own around a task with a reminder and a deadline, and one that begins anew every week. */
const office = smallDefinition(
  {
    initial: 'handling',
    states: steps({
      handling: {
        initial: 'working',
        after: { never: [{ target: '#lost' }] },
        states: steps({
          working: {
            invoke: task(),
            on: { done: [{ target: '#ended' }], again: [{ target: '#checking' }] },
            after: { daily: [{ actions: [{ type: 'letter', params: { letter: 'told' } }] }], late: [{ target: '#given' }] },
          },
          checking: {
            invoke: task(),
            on: { done: [{ target: '#ended' }] },
            after: { weekly: [{ target: '#checking', reenter: true }] },
          },
        }),
      },
      ended: end('resolved'),
      given: end('unresolved'),
      lost: end('withdrawn'),
    }),
  },
  {
    events: { done: { label: words }, again: { label: words } },
    delays: { daily: { days: 1, repeat: true }, weekly: { days: 7 }, late: { days: 3 }, never: { days: 2 } },
  },
);
const setting = (...others: readonly Definition[]) => ({ definitions: [office, ...others], calendars, tools: { schemas } });
const gate = (scenarios: unknown, ...others: readonly Definition[]): Gate => {
  const read = readScenarios(scenarios);
  return gateOf(office, { played: playScenarios(setting(...others), read), gaps: read.gaps });
};
const states = ({ goals }: Gate) => Object.fromEntries(goals.map(({ what, state }) => [what, state]));
const done = script({ title: 'Done at once', steps: [{ send: 'done', by: 'carl' }] });
const waits = script({ steps: [{ wait: { days: 2 } }] });
const reasons = {
  'end:given': 'Comes with the deadline.',
  'checking/after/weekly/0': 'Shorter ones come first.',
  'working/after/late/0': 'The stage ends before.',
};

test('every end and every leaving deadline must be reached or have a reason: reminders are none, a stage counts, addresses are short', () => {
  const found = gate({});
  expect(found.met).toBe(false);
  expect(found.goals).toEqual([
    { kind: 'outcome', what: 'end:ended', at: '/machine/states/ended', state: 'missing', scenarios: [] },
    { kind: 'outcome', what: 'end:given', at: '/machine/states/given', state: 'missing', scenarios: [] },
    { kind: 'outcome', what: 'end:lost', at: '/machine/states/lost', state: 'missing', scenarios: [] },
    ...['handling/after/never/0', 'working/after/late/0', 'checking/after/weekly/0'].map((what) => ({
      kind: 'deadline',
      what,
      at: `/machine/states/${what.startsWith('handling') ? '' : 'handling/states/'}${what}`,
      state: 'missing',
      scenarios: [],
    })),
  ]);
});

test('what two scenarios reach is reached, what is excused has its reason, and then the gate is met', () => {
  const found = gate({ scripts: { done, waits }, gaps: reasons });
  expect(found.met).toBe(true);
  expect(found.goals.find(({ what }) => what === 'end:ended')).toMatchObject({ state: 'reached', scenarios: ['done'] });
  expect(found.goals.find(({ what }) => what === 'handling/after/never/0')).toMatchObject({ state: 'reached', scenarios: ['waits'] });
  expect(found.goals.find(({ what }) => what === 'working/after/late/0')).toMatchObject({
    state: 'excused',
    reason: reasons['working/after/late/0'],
  });
  expect(found.scenarios).toEqual([
    { id: 'done', title: 'Done at once', ok: true, problems: [] },
    { id: 'waits', ok: true, problems: [] },
  ]);
});

test.each<[string, unknown, Record<string, string>]>([
  ['an end that no scenario reaches', { scripts: { waits } }, { 'end:ended': 'missing' }],
  ['a deadline that no scenario reaches', { scripts: { done } }, { 'handling/after/never/0': 'missing', 'end:lost': 'missing' }],
  ['a reason without words', { scripts: { done, waits }, gaps: { ...reasons, 'end:given': ' \n' } }, { 'end:given': 'missing' }],
  ['a reason that is no text', { scripts: { done, waits }, gaps: { ...reasons, 'end:given': ['x'] } }, { 'end:given': 'missing' }],
])('%s keeps the gate shut', (_, scenarios, missing) => {
  const planted = scenarios as { readonly gaps?: object };
  const found = gate({ ...planted, gaps: planted.gaps ?? reasons });
  expect(found.met).toBe(false);
  expect(Object.entries(states(found)).filter(([, state]) => state === 'missing')).toEqual(expect.arrayContaining(Object.entries(missing)));
});

test('a scenario that does not go as it is written proves nothing, even where it comes to an end', () => {
  const wrong = script({ steps: [{ expect: { steps: ['elsewhere'] } }, { send: 'done', by: 'carl' }] });
  const found = gate({ scripts: { wrong, waits }, gaps: reasons });
  expect(found.met).toBe(false);
  expect(states(found)['end:ended']).toBe('missing');
  expect(found.scenarios[0]).toMatchObject({ id: 'wrong', ok: false, problems: [{ code: 'not-as-expected', at: '/steps/0' }] });
  const all = gate({ scripts: { wrong, done, waits }, gaps: reasons });
  expect([all.met, states(all)['end:ended']]).toEqual([false, 'reached']);
});

test('a scenario of another procedure in which no case of this one begins proves nothing', () => {
  const other = beginningWith(
    'other',
    { states: steps({ first: { invoke: task(), on: { done: [{ target: '#ended' }] } }, ended: end() }) },
    {
      events: { done: { label: words } },
    },
  );
  const found = gate({ scripts: { done, waits, stranger: { ...done, process: 'other' } }, gaps: reasons }, other);
  expect(found.scenarios[2]).toMatchObject({ ok: false, problems: [{ code: 'other-process' }] });
  expect(found.met).toBe(false);
});

test('a reason for what is not there any more is told, and shuts nothing', () => {
  const found = gate({ scripts: { done, waits }, gaps: { ...reasons, 'end:gone': 'Not yet.' } });
  expect([found.met, found.stray]).toEqual([true, ['end:gone']]);
});

test.each<[string, unknown, string]>([
  ['no object', 'later', 'script-type'],
  ['a key that nobody knows', { ...done, secret: 1 }, 'script-unknown'],
  ['an unsafe key', JSON.parse(`{"__proto__":{},"process":"small"}`), 'unsafe-key'],
  ['a million steps', { ...done, steps: new Array(1_000_000).fill({ wait: { days: 1 } }) }, 'limit'],
  ['one step too many', { ...done, steps: new Array(scenarioLimits.steps + 1).fill({ wait: { days: 1 } }) }, 'limit'],
])('a scenario that is %s is not played, and says why', (_, json, code) => {
  const found = gate({ scripts: { odd: json, done, waits }, gaps: reasons });
  expect(found.met).toBe(false);
  expect(found.scenarios[0]).toMatchObject({ id: 'odd', ok: false });
  expect(found.scenarios[0]?.problems.map((problem) => problem.code)).toContain(code);
});

test('more scenarios than anybody keeps in order: the rest is not looked at', () => {
  const many = Object.fromEntries(Array.from({ length: scenarioLimits.scenarios + 1 }, (_, index) => [`s${index}`, done]));
  const found = gate({ scripts: many, gaps: reasons });
  expect(found.scenarios.filter(({ ok }) => !ok)).toMatchObject([{ id: `s${scenarioLimits.scenarios}`, problems: [{ code: 'limit' }] }]);
});

test('a document that is none has no scenarios', () => {
  for (const odd of [null, [], 'x', { scripts: [], gaps: 7 }]) expect(readScenarios(odd)).toEqual({ scripts: expect.anything(), gaps: {} });
  expect(gate({ scripts: [], gaps: 7 })).toMatchObject({ met: false, scenarios: [], stray: [] });
});

test('a rehearsal can be pulled event by event and stops after so many', () => {
  const long = script({ steps: [{ wait: { days: 1 } }, { wait: { days: 1 } }] });
  const playing = rehearsing({ ...setting(), eventsMost: 2 }, long);
  let pulls = 0;
  let next = playing.next();
  for (; !next.done; next = playing.next()) pulls += 1;
  expect(pulls).toBeGreaterThan(1);
  expect(next.value.problems.map(({ code }) => code)).toContain('endless');
  expect(next.value.journal.length).toBe(2);
});

test('a definition has rows in lists only: an address always ends in a number', () => {
  const lone = structuredClone(office) as unknown as { machine: { states: { handling: { after: { never: unknown } } } } };
  lone.machine.states.handling.after.never = { target: '#lost' };
  expect(parseDefinition(lone).ok).toBe(false);
});
