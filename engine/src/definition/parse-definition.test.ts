import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';
import { parseDefinition } from './parse-definition.ts';

const text = readFileSync(new URL('../../../definitions/src/processes/starter.json', import.meta.url), 'utf8');
// Tests write anywhere in the document.
// biome-ignore lint/suspicious/noExplicitAny: an untyped document is what comes from outside.
type Draft = any;

function findings(edit: (draft: Draft) => void): unknown {
  const draft: Draft = JSON.parse(text);
  edit(draft);
  const parsed = parseDefinition(draft);
  return parsed.ok ? [] : parsed.refusal.map(({ code, at, facts }) => ({ code, at, facts }));
}

test('a shipped definition is read, frozen through and through, and shares nothing with what was given', () => {
  const given: Draft = JSON.parse(text);
  const parsed = parseDefinition(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  expect(parsed.value).toEqual(given);
  expect(Object.isFrozen(parsed.value.machine.states.recording?.on?.recorded?.[0])).toBe(true);
  given.machine.states.recording.id = 'other';
  expect(parsed.value.machine.states.recording?.id).toBe('recording');
});

test.each<[string, (draft: Draft) => void, readonly unknown[]]>([
  [
    'an action without its letter',
    (draft) => (draft.machine.states.examining.entry[0].params = { lettre: 'acknowledgement' }),
    [
      { code: 'schema', at: '/machine/states/examining/entry/0/params', facts: { keyword: 'required', missing: 'letter' } },
      {
        code: 'schema',
        at: '/machine/states/examining/entry/0/params/lettre',
        facts: { keyword: 'additionalProperties', name: 'lettre', nearest: 'letter' },
      },
    ],
  ],
  [
    'an action that does not exist',
    (draft) => (draft.machine.states.examining.entry[0].type = 'leter'),
    [
      expect.objectContaining({
        at: '/machine/states/examining/entry/0/type',
        facts: expect.objectContaining({ value: 'leter', nearest: 'letter' }),
      }),
    ],
  ],
  [
    'a letter to something that is no role',
    (draft) => (draft.machine.states.examining.entry[0].params.to = ['Top Management']),
    [
      {
        code: 'schema',
        at: '/machine/states/examining/entry/0/params/to/0',
        facts: { keyword: 'pattern', value: 'Top Management', pattern: '^[a-z][A-Za-z0-9]{0,47}$' },
      },
    ],
  ],
  [
    'a task with a key it does not have',
    (draft) => (draft.machine.states.recording.invoke.input.roll = 'handler'),
    [{ code: 'schema', at: '/machine/states/recording/invoke/input/roll', facts: { keyword: 'additionalProperties', name: 'roll' } }],
  ],
  [
    'a service step that does not say what happens if it fails',
    (draft) =>
      (draft.machine.states.recording.invoke = { src: 'letter', input: { letter: 'progress' }, onDone: [{ target: '#examining' }] }),
    [{ code: 'schema', at: '/machine/states/recording/invoke', facts: { keyword: 'required', missing: 'onError' } }],
  ],
  [
    'a comparison that does not exist, deep in a condition',
    (draft) => (draft.machine.states.externalOffer.on.accept[0].guard.params = { all: [{ not: { field: 'decision', is: 'filed' } }] }),
    [
      expect.objectContaining({
        at: '/machine/states/externalOffer/on/accept/0/guard/params/all/0/not/is',
        facts: expect.objectContaining({ keyword: 'enum', value: 'filed', nearest: 'filled' }),
      }),
    ],
  ],
  [
    'a condition that is none',
    (draft) => (draft.machine.states.externalOffer.on.accept[0].guard.params = { when: 1 }),
    [
      {
        code: 'schema',
        at: '/machine/states/externalOffer/on/accept/0/guard/params',
        facts: { keyword: 'oneOf', keys: ['all', 'any', 'not', 'field', 'is', 'in', 'outcome', 'feel'] },
      },
    ],
  ],
  [
    'a tag that is nearly one',
    (draft) => (draft.machine.states.deciding.tags = ['stage:desicion']),
    [
      expect.objectContaining({
        at: '/machine/states/deciding/tags/0',
        facts: expect.objectContaining({ value: 'stage:desicion', nearest: 'stage:decision' }),
      }),
    ],
  ],
  [
    'a delay without a length',
    (draft) => (draft.delays.recordBy = { counts: 'nextDay' }),
    [
      expect.objectContaining({
        at: '/delays/recordBy',
        facts: expect.objectContaining({ keyword: 'oneOf', keys: expect.arrayContaining(['days', 'workingDays', 'until']) }),
      }),
    ],
  ],
  [
    'a computed delay without a bound',
    (draft) => (draft.delays.recordBy = { days: '= severity' }),
    [{ code: 'schema', at: '/delays/recordBy', facts: { keyword: 'required', missing: 'atMost' } }],
  ],
  [
    'a law clock that pauses',
    (draft) => Object.assign(draft.clocks.answer, { kind: 'law', pausesIn: ['stage:response'] }),
    [expect.objectContaining({ at: '/clocks/answer', facts: expect.objectContaining({ keyword: 'not' }) })],
  ],
  [
    'personal data without readers',
    (draft) => delete draft.data.contact.visibleTo,
    [{ code: 'schema', at: '/data/contact', facts: { keyword: 'required', missing: 'visibleTo' } }],
  ],
  [
    'an end with rows',
    (draft) => (draft.machine.states.resolved.on = { accept: [{ target: '#closing' }] }),
    [
      expect.objectContaining({
        at: '/machine/states/resolved',
        facts: expect.objectContaining({ keyword: 'not', keys: expect.arrayContaining(['on']) }),
      }),
    ],
  ],
  [
    'a row that does nothing',
    (draft) => (draft.machine.states.deciding.on.decide = [{}]),
    [expect.objectContaining({ at: '/machine/states/deciding/on/decide/0', facts: { keyword: 'anyOf', keys: ['target', 'actions'] } })],
  ],
  [
    'an event of XState, any event, a name with a dot',
    (draft) => {
      draft.machine.on = {
        ...draft.machine.on,
        '*': [{ target: '#closing' }],
        'xstate.init': [{ target: '#closing' }],
        'task.claim': [{ target: '#closing' }],
      };
    },
    ['*', 'xstate.init', 'task.claim'].map((name) =>
      expect.objectContaining({ at: `/machine/on/${name}`, facts: expect.objectContaining({ keyword: 'propertyNames', name }) }),
    ),
  ],
])('%s is one finding at its place', (_, edit, expected) => {
  expect(findings(edit)).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['not an object', 'process', ''],
  ['nothing', null, ''],
  ['a date', { title: new Date(0) }, '/title'],
  ['a function', { title: () => 1 }, '/title'],
  ['no number', { delays: { recordBy: { workingDays: Number.NaN } } }, '/delays/recordBy/workingDays'],
  ['a hole in a list', { languages: new Array(2) }, '/languages/0'],
])('%s is no definition', (_, json, at) => {
  const parsed = parseDefinition(json);
  expect(parsed.ok ? [] : parsed.refusal[0]).toMatchObject({ code: 'schema', at });
});

test.each(['__proto__', 'xstate$$type'])('the key %s is refused wherever it stands', (key) => {
  const places = ['"title": {', '"en": "Complaint"', '"schema": { "type": "boolean" }', '"params": {'];
  for (const place of places) {
    const at = text.indexOf(place);
    const hostile = `${text.slice(0, at)}"${key}": { "polluted": true }, ${text.slice(at)}`;
    const parsed = parseDefinition(JSON.parse(hostile));
    expect(parsed.ok ? [] : parsed.refusal[0]).toMatchObject({
      code: 'unsafe-key',
      facts: { key },
      at: expect.stringMatching(new RegExp(`/${key.replaceAll('$', '\\$')}$`)),
    });
  }
  expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
});

test('values and option values may be any words', () => {
  expect(
    findings((draft) => {
      const hostile = ['constructor', '__proto__', 'toString', 'xstate$$type'];
      draft.data.channel = {
        title: draft.data.channel.title,
        schema: { enum: hostile },
        options: hostile.map((value) => ({ value, title: draft.title })),
      };
    }),
  ).toEqual([]);
});

test.each<[string, (draft: Draft) => void, string, number]>([
  ['a megabyte', (draft) => (draft.title.en = 'ب'.repeat(530_000)), 'bytes', 1_048_576],
  [
    'a hundred lists in each other',
    (draft) => (draft.data.channel.schema.deep = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000))),
    'depth',
    100,
  ],
  ['a list of thousands', (draft) => (draft.languages = Array.from({ length: 2_001 }, (_, index) => `l${index}`)), 'list', 2_000],
  [
    'tens of thousands of values',
    (draft) => (draft.data.channel.schema.enum = Array.from({ length: 30 }, () => new Array(1_900).fill(1))),
    'values',
    50_000,
  ],
  [
    'thousands of states',
    (draft) => {
      for (let index = 0; index < 2_000; index += 1) draft.machine.states[`s${index}`] = { id: `s${index}`, meta: { title: { en: 'x' } } };
    },
    'states',
    2_000,
  ],
])('%s is refused by the name of the limit', (_, edit, limit, most) => {
  expect(findings(edit)).toEqual([{ code: 'limit', at: expect.any(String), facts: { limit, most, actual: expect.any(Number) } }]);
});

test('a document that holds itself is refused', () => {
  const draft: Draft = JSON.parse(text);
  draft.data.channel.schema.self = draft;
  expect(parseDefinition(draft).ok).toBe(false);
});

test('an avalanche of errors is cut', () => {
  const found = findings((draft) => {
    for (let index = 0; index < 500; index += 1) draft.roles[`r${index}`] = { titel: 1 };
  });
  expect(found).toHaveLength(100);
});

test('the canonical text is the same whatever the order of keys, and says nothing of publication', () => {
  const definition = parseDefinition(JSON.parse(text));
  const turned = parseDefinition(
    JSON.parse(text, (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    ),
  );
  if (!definition.ok || !turned.ok) throw new Error('should be read');
  const canonical = canonicalJson(definition.value);
  expect(canonicalJson(turned.value)).toBe(canonical);
  expect(canonicalJson({ ...definition.value, published: { version: 1 } })).toBe(canonical);
  expect(JSON.parse(canonical)).toEqual(definition.value);
  expect(canonicalJson({ ...definition.value, id: 'other' })).not.toBe(canonical);
});
