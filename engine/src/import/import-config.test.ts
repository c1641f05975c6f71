import { expect, test } from '@jest/globals';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps } from '../../../test/tools/small-definition.ts';
import { parseDefinition } from '../definition/parse-definition.ts';
import { exportConfig } from '../export/export-config.ts';
import { importConfig } from './import-config.ts';

const read = (json: unknown) => {
  const imported = importConfig(json);
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal));
  return imported.value;
};

test.each(['starter', 'complaint', 'escalation', 'external-dispute'])('%s comes back as it went out, to the order of its keys', (name) => {
  const definition = readProcess(name);
  const back = read(JSON.parse(JSON.stringify(exportConfig(definition))));
  expect(back.findings).toEqual([]);
  expect(back.definition).toEqual(definition);
  expect(JSON.stringify(back.definition.machine) === JSON.stringify(definition.machine)).toBe(true);
});

test('parallel tracks and history come back too', () => {
  const states = steps({
    both: {
      type: 'parallel',
      states: { left: {}, right: { initial: 'one', states: { one: {}, again: { type: 'history', target: '#one' } } } },
    },
  });
  const definition = smallDefinition({ initial: 'both', states });
  expect(read(exportConfig(definition)).definition).toEqual(definition);
});

const foreign = {
  id: 'light',
  initial: 'Red light',
  context: { cycles: 0 },
  states: {
    'Red light': { after: { 60000: 'green' }, entry: 'stopCars', tags: 'stage:receipt' },
    green: {
      on: {
        POWER_OUTAGE: '#light.blinking',
        '*': { actions: 'log' },
        TICK: [{ target: 'Red light', guard: 'isNight' }, { target: ['a', 'b'] }],
      },
      invoke: { src: 'fetchTraffic', onDone: '.slow', onError: { target: '#off' } },
      initial: 'fast',
      states: { fast: { type: 'atomic' }, slow: { always: 'fast' } },
    },
    blinking: { id: 'off', meta: { note: 'kept' } },
  },
};

test('a foreign config keeps its shape: states, ways and lengths are read, names become ids, keys become titles', () => {
  const { definition } = read(foreign);
  expect(definition).toMatchObject({
    title: { en: 'light' },
    events: { powerOutage: { label: { en: 'POWER_OUTAGE' } }, tick: { label: { en: 'TICK' } } },
    delays: { after60000: { minutes: 1 } },
    machine: {
      initial: 'redLight',
      states: {
        redLight: {
          id: 'redLight',
          meta: { title: { en: 'Red light' } },
          tags: ['stage:receipt'],
          after: { after60000: [{ target: '#green' }] },
        },
        green: {
          on: { powerOutage: [{ target: '#blinking' }], tick: [{ target: '#redLight' }, {}] },
          invoke: { onDone: [{ target: '#slow' }], onError: [{ target: '#blinking' }] },
          initial: 'fast',
          states: { slow: { always: [{ target: '#fast' }] } },
        },
      },
    },
  });
});

test('what has no vocabulary is kept in its place and listed with it, and nothing of it is published', () => {
  const { definition, findings } = read(foreign);
  expect(definition.machine).toMatchObject({
    context: { cycles: 0 },
    states: {
      redLight: { entry: [{ type: 'stopCars' }] },
      green: { on: { tick: [{ guard: { type: 'isNight' } }, { target: ['a', 'b'] }] } },
    },
  });
  const told = findings.map(({ at, facts }) => `${at} ${String(facts.what)} ${String(facts.name)}`);
  expect(told.sort()).toEqual([
    '/machine/context key context',
    '/machine/states/blinking/meta/note key note',
    '/machine/states/green/invoke/src source fetchTraffic',
    '/machine/states/green/on/* event *',
    '/machine/states/green/on/*/0/actions/0 action log',
    '/machine/states/green/on/tick/0/guard guard isNight',
    '/machine/states/green/on/tick/1/target target ',
    '/machine/states/redLight/entry/0 action stopCars',
  ]);
  expect(parseDefinition(definition).ok).toBe(false);
});

test.each([
  ['nothing', null, 'no-machine'],
  ['a list', [], 'no-machine'],
  ['no states', { id: 'x', states: {} }, 'no-machine'],
  ['a prototype', JSON.parse('{ "states": { "a": { "__proto__": { "polluted": true } } } }'), 'unsafe-key'],
  ['an actor', { states: { a: { meta: { xstate$$type: 1 } } } }, 'unsafe-key'],
  ['code', { states: { a: { entry: () => undefined } } }, 'schema'],
  ['two megabytes', { states: { a: { description: 'x'.repeat(2_000_000) } } }, 'limit'],
  ['a well of states', nested(200), 'limit'],
])('%s is refused by name', (_what, json, code) => {
  const imported = importConfig(json);
  expect(imported).toMatchObject({ ok: false, refusal: [{ code }] });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

function nested(depth: number): object {
  let state: object = {};
  for (let level = 0; level < depth; level += 1) state = { states: { a: state } };
  return state;
}

test('names like constructor and toString are names like any other', () => {
  const { definition } = read({ initial: 'constructor', states: { constructor: { on: { toString: 'valueOf' } }, valueOf: {} } });
  expect(definition.machine).toMatchObject({ states: { constructor: { on: { toString: [{ target: '#valueOf' }] } } } });
});

test('a file that says it was published is a draft like any other', () => {
  const config = exportConfig(readProcess('starter'));
  const { definition } = read({ ...config, meta: { redress: { ...Object(config.meta).redress, published: { version: 9 } } } });
  expect(definition).toEqual(readProcess('starter'));
});

test('words are of the language of whoever reads the file; letters of other alphabets lose their marks and no letter', () => {
  const states = { Złożenie: { on: { Zgłoś: 'Życzenie' } }, Życzenie: { meta: { title: 'Życzenie klienta' } } };
  const read = importConfig({ id: 'Reklamacja', initial: 'Złożenie', states }, 'pl');
  expect(read).toMatchObject({
    ok: true,
    value: {
      definition: {
        title: { pl: 'Reklamacja' },
        languages: ['pl'],
        events: { zglos: { label: { pl: 'Zgłoś' } } },
        machine: {
          initial: 'zlozenie',
          states: { zlozenie: { meta: { title: { pl: 'Złożenie' } } }, zyczenie: { meta: { title: { pl: 'Życzenie klienta' } } } },
        },
      },
      findings: [],
    },
  });
});

test('a history without a target leads where its stage begins; lengths in whole hours are said in hours', () => {
  const stage = {
    initial: 'cash',
    states: { cash: {}, check: {}, hist: { type: 'history' } },
    after: { 7200000: 'review', 90000: 'review' },
  };
  const { definition } = read({ initial: 'method', states: { method: stage, review: { on: { BACK: 'method.hist' } } } });
  expect(definition).toMatchObject({
    delays: { after7200000: { hours: 2 }, after90000: { minutes: 1.5 } },
    machine: {
      states: { method: { states: { hist: { type: 'history', target: '#cash' } } }, review: { on: { back: [{ target: '#hist' }] } } },
    },
  });
});

test('an event without a name, as version 4 writes "always", is no button of anybody; what XState tells itself is none either', () => {
  const { definition, findings } = read({
    initial: 'asked',
    states: {
      asked: { on: { '': [{ target: 'loading', cond: 'isReady' }], GO: 'loading' } },
      loading: { on: { '': 'done', 'done.invoke.fetch': 'done', 'error.platform.fetch': 'asked' } },
      done: { type: 'final' },
    },
  });
  expect(definition.events).toEqual({ go: { label: { en: 'GO' } } });
  expect(definition.machine).toMatchObject({
    states: {
      asked: { always: [{ target: '#loading', cond: 'isReady' }], on: { go: [{ target: '#loading' }] } },
      loading: { always: [{ target: '#done' }], on: { 'done.invoke.fetch': [{ target: '#done' }] } },
    },
  });
  expect(findings.map(({ at }) => at)).toEqual([
    '/machine/states/asked/always/0/cond',
    '/machine/states/loading/on/done.invoke.fetch',
    '/machine/states/loading/on/error.platform.fetch',
  ]);
});

test('known keys in a shape that has no place here are kept and listed; empty lists say nothing', () => {
  const states = {
    a: { initial: { target: 'b' }, states: { b: { actions: [] }, c: { tags: ['busy', 'stage:receipt'] }, d: { history: true } } },
    e: { on: [{ event: 'GO', target: 'a' }], after: [{ delay: 10, target: 'a' }], meta: 'words', type: 'odd', description: 7 },
    f: { tags: [], entry: [], invoke: [], on: { GO: { target: 'a', actions: [] } } },
  };
  const { definition, findings } = read({ initial: { target: 'a', actions: ['log'] }, states });
  expect(findings.map(({ at }) => at)).toEqual([
    '/machine/initial',
    '/machine/states/a/states/b/actions',
    '/machine/states/a/states/c/tags/0',
    '/machine/states/a/states/d/history',
    '/machine/states/e/on',
    '/machine/states/e/after',
    '/machine/states/e/meta',
    '/machine/states/e/type',
    '/machine/states/e/description',
  ]);
  expect(definition.machine).toMatchObject({
    initial: { target: 'a', actions: ['log'] },
    states: { a: { initial: 'b' }, e: states.e, f: { id: 'f', on: { go: [{ target: '#a' }] }, meta: { title: { en: 'f' } } } },
  });
  expect(Object.keys(Object(definition.machine).states.f)).toEqual(['id', 'on', 'meta']);
});

test('a dot that belongs to a key of a state is written with a backslash; nothing is called nothing', () => {
  const { definition } = read({ id: ' ', initial: 'a.b', states: { 'a.b': { on: { GO: 'a\\.b' } }, ' ': { on: { BACK: '# .a\\.b' } } } });
  expect(definition).toMatchObject({
    title: { en: 'XState' },
    machine: {
      states: {
        aB: { on: { go: [{ target: '#aB' }] } },
        step: { meta: { title: { en: 'step' } }, on: { back: [{ target: '#aB' }] } },
      },
    },
  });
});
