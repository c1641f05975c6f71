import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compile, type Finding, parseDefinition } from '@redress/engine';
import { schemas } from '../../../../test/tools/schema-tool.ts';
import { end, smallDefinition, steps, task } from '../../../../test/tools/small-definition.ts';

/** The smallest definition for every code that a finding can have: it has that finding and no other, with the place and the facts to repair it. */
type Row = readonly [code: string, states: object, more: { readonly [part: string]: object }, at: string, facts?: object];

const words = { en: 'x' };
const go = { label: words, by: ['clerk'] };
const to = (target: string, more: object = {}) => [{ target: `#${target}`, ...more }];
const guard = (params: object) => ({ type: 'if', params });
const filled = guard({ field: 'note', is: 'filled' });
const act = (type: string, params: object) => [{ actions: [{ type, params }] }];
const letter = act('letter', { letter: 'told' });
const on = (rows: object) => ({ here: { on: { go: rows } }, there: {} });
const timed = (after: object, more: object = {}) => ({ here: { after, ...more }, there: {} });
const delays = { soon: { days: 1 }, later: { days: 2 }, again: { days: 1, repeat: true }, left: { remaining: 'pace' } };
const soon = { delays: { soon: delays.soon } };
const clock = (more: object = {}) => ({
  delays,
  clocks: { pace: { title: words, kind: 'service', limit: 'soon', starts: ['stage:receipt'], stops: ['stage:decision'], ...more } },
});
const clocked = { here: { tags: ['stage:receipt'], on: { go: to('there') } }, there: { tags: ['stage:decision'] } };
const events = { events: { go } };
const table = (more: object) => ({
  ...events,
  decisions: {
    size: {
      title: words,
      hit: 'first',
      inputs: [{ field: 'amount' }],
      outputs: ['note'],
      // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
      rows: [{ when: ['> 1'], then: ['a'] }],
      otherwise: ['b'],
      ...more,
    },
  },
});
const telling = (block: object) => ({ letters: { told: { title: words, to: ['boss'], subject: words, blocks: [block] } } });
const goAt = '/machine/states/here/on/go/0';

const rows: readonly Row[] = [
  ['id-is-not-key', { here: { id: 'hier' } }, {}, '/machine/states/here/id', { key: 'here', id: 'hier' }],
  [
    'id-twice',
    { here: { initial: 'there', states: { there: {} } }, there: {} },
    {},
    '/machine/states/there',
    { id: 'there', first: '/machine/states/here/states/there' },
  ],
  ['reserved-field', { here: {} }, { data: { if: { title: words, schema: {} } } }, '/data/if', { id: 'if' }],
  ['reserved-id', { here: {} }, { events: { constructor: go } }, '/events/constructor', { id: 'constructor' }],
  ['unknown-step', on(to('nowhere')), events, `${goAt}/target`, { name: 'nowhere' }],
  ['unknown-event', { here: { on: { og: letter } } }, events, '/machine/states/here/on/og', { name: 'og' }],
  ['unknown-role', on(to('there', { meta: { by: ['clark'] } })), events, `${goAt}/meta/by/0`, { name: 'clark', nearest: 'clerk' }],
  ['unknown-field', on(act('set', { amont: 1 })), events, `${goAt}/actions/0/params/amont`, { name: 'amont', nearest: 'amount' }],
  ['unknown-form', { here: {} }, { events: { go: { ...go, form: 'notes' } } }, '/events/go/form', { name: 'notes', nearest: 'note' }],
  [
    'unknown-letter',
    on(act('letter', { letter: 'tolt', to: ['boss'] })),
    events,
    `${goAt}/actions/0/params/letter`,
    { name: 'tolt', nearest: 'told' },
  ],
  ['unknown-delay', timed({ pt48h: letter }), soon, '/machine/states/here/after/pt48h', { name: 'pt48h' }],
  [
    'unknown-clock',
    { ...clocked, here: { ...clocked.here, exit: [{ type: 'clock', params: { clock: 'pice', do: 'stop' } }] } },
    { ...events, ...clock() },
    '/machine/states/here/exit/0/params/clock',
    { name: 'pice', nearest: 'pace' },
  ],
  [
    'unknown-decision',
    on(act('decide', { decision: 'sice' })),
    table({}),
    `${goAt}/actions/0/params/decision`,
    { name: 'sice', nearest: 'size' },
  ],
  ['unknown-service', on(act('call', { service: 'any' })), events, `${goAt}/actions/0/params/service`, { name: 'any' }],
  [
    'unknown-placeholder',
    { here: {} },
    { letters: { told: { title: words, to: ['boss'], subject: { en: '{nota}' }, blocks: [{ text: words }] } } },
    '/letters/told/subject/en',
    { name: 'nota', nearest: 'note' },
  ],
  [
    'feel',
    on(to('there', { guard: guard({ feel: 'amont > 1' }) })),
    events,
    `${goAt}/guard/params/feel`,
    { problem: 'unknown-name', from: 0, to: 5, name: 'amont', nearest: 'amount' },
  ],
  ['unary-test', { here: {} }, table({ otherwise: ['a', 'b'] }), '/decisions/size/otherwise', { problem: 'count', expected: 1, actual: 2 }],
  ['nobody-may-send', on(to('there')), { events: { go: { label: words } } }, goAt, { event: 'go' }],
  [
    'event-in-two-tracks',
    { here: { type: 'parallel', states: { one: { invoke: task(), on: { go: letter } }, two: { invoke: task(), on: { go: letter } } } } },
    { events: { go: { label: words } } },
    '/machine/states/here/states/two/on/go',
    { event: 'go', other: 'one', tracks: ['one', 'two'] },
  ],
  ['dead-row', on([...to('there'), ...letter]), events, '/machine/states/here/on/go/1', { after: 0 }],
  ['no-otherwise', timed({ soon: to('there', { guard: filled }) }), soon, '/machine/states/here/after/soon', { rows: 1 }],
  [
    'two-deadlines',
    timed({ soon: to('there'), later: to('there') }),
    { delays: { soon: delays.soon, later: delays.later } },
    '/machine/states/here/after/later',
    { first: 'soon', second: 'later' },
  ],
  [
    'repeat-leads-away',
    timed({ again: to('there') }),
    { delays: { again: delays.again } },
    '/machine/states/here/after/again/0/target',
    { delay: 'again' },
  ],
  [
    'due-is-no-row',
    timed({ soon: letter }, { invoke: task('clerk', { due: 'later' }) }),
    { delays: { soon: delays.soon, later: delays.later } },
    '/machine/states/here/invoke/input/due',
    { delay: 'later', rows: ['soon'] },
  ],
  ['deadline-stays', timed({ soon: to('here') }), soon, '/machine/states/here/after/soon/0/target', { step: 'here', target: 'here' }],
  [
    'own-history',
    { here: { initial: 'one', on: { go: to('back') }, states: { one: {}, back: { type: 'history', target: '#one' } } } },
    events,
    `${goAt}/target`,
    { step: 'here', stage: 'here' },
  ],
  ['wait-twice', { here: { invoke: task(), tags: ['wait:complainant'] } }, {}, '/machine/states/here/tags/0', { tag: 'wait:complainant' }],
  ['end-without-outcome', { here: { on: { go: to('over') } }, over: { type: 'final' } }, events, '/machine/states/over', { outcomes: [] }],
  [
    'stage-on-stage-step',
    { here: { on: { go: to('over') } }, over: { ...end('resolved'), tags: ['outcome:resolved', 'stage:closure'] } },
    events,
    '/machine/states/over/tags/1',
    { tag: 'stage:closure', kind: 'final' },
  ],
  [
    'clock-tag-on-no-step',
    clocked,
    { ...events, ...clock({ stops: ['stage:closure'] }), delays: { soon: delays.soon } },
    '/clocks/pace/stops/0',
    { tag: 'stage:closure' },
  ],
  [
    'clock-has-no-extension',
    { ...clocked, here: { ...clocked.here, entry: [{ type: 'clock', params: { clock: 'pace', do: 'extend' } }] } },
    { ...events, ...clock() },
    '/machine/states/here/entry/0/params/clock',
    { clock: 'pace' },
  ],
  [
    'clock-starts-late',
    { first: { on: { go: to('here') }, after: { left: letter } }, ...clocked },
    { ...events, ...clock() },
    '/machine/states/first/after/left',
    { clock: 'pace', step: 'first', starts: ['stage:receipt'] },
  ],
  [
    'delay-uncountable',
    { here: {} },
    { delays: { soon: { workingDays: 1.5 } } },
    '/delays/soon/workingDays',
    { delay: 'soon', problem: 'not-whole', amount: 1.5 },
  ],
  ['clock-limit-open', clocked, { ...events, ...clock({ limit: 'again' }) }, '/clocks/pace/limit', { delay: 'again' }],
  [
    'letter-to-nobody',
    on(act('letter', { letter: 'mute' })),
    { ...events, letters: { mute: { title: words, subject: words, blocks: [{ text: words }] } } },
    `${goAt}/actions/0/params`,
    { letter: 'mute' },
  ],
  [
    'claim-without-fact',
    { here: {} },
    telling({ tells: ['case-id'], text: words }),
    '/letters/told/blocks/0/text/en',
    { tells: 'case-id' },
  ],
  [
    'due-without-deadline',
    { here: { entry: [{ type: 'letter', params: { letter: 'told' } }] } },
    telling({ tells: ['expected-date'], text: { en: 'By {step.due}' } }),
    '/machine/states/here/entry/0',
    { letter: 'told', step: 'here' },
  ],
  [
    'form-shows-hidden-field',
    { here: { invoke: task('clerk', { form: 'note' }) } },
    { data: { note: { title: words, schema: { type: 'string' }, visibleTo: ['boss'] } } },
    '/forms/note/sections/0/fields/0',
    { form: 'note', field: 'note', role: 'clerk' },
  ],
  [
    'holder-is-no-person',
    { here: {} },
    { roles: { subject: { title: words, party: 'organisation', heldBy: 'note' } } },
    '/roles/subject/heldBy',
    { field: 'note', holds: null },
  ],
  [
    'default-does-not-fit',
    { here: {} },
    { data: { amount: { title: words, schema: { type: 'number' }, default: 'much' } } },
    '/data/amount/default',
    { field: 'amount', keyword: 'type', type: 'number' },
  ],
  [
    'value-does-not-fit',
    on(act('set', { amount: 'much' })),
    events,
    `${goAt}/actions/0/params/amount`,
    { field: 'amount', keyword: 'type', type: 'number' },
  ],
  ['field-schema', { here: {} }, { data: { amount: { title: words, schema: { type: 'nonsense' } } } }, '/data/amount/schema', {}],
  [
    'pattern',
    { here: {} },
    { data: { note: { title: words, schema: { type: 'string', pattern: '(a)\\1' } } } },
    '/data/note/schema/pattern',
    { pattern: '(a)\\1', because: 'syntax' },
  ],
  [
    'condition-incomplete',
    on(to('there', { guard: guard({ field: 'note', is: '=' }) })),
    events,
    `${goAt}/guard/params`,
    { field: 'note', is: '=' },
  ],
  [
    'condition-out-of-place',
    on(to('there', { guard: guard({ outcome: ['resolved'] }) })),
    events,
    `${goAt}/guard/params`,
    { asks: 'outcome' },
  ],
  [
    'endless-decision',
    { here: { always: to('there') }, there: { always: to('here') } },
    {},
    '/machine/states/here/always/0',
    { step: 'here' },
  ],
  ['unreachable-step', { here: {}, there: { initial: 'inside', states: { inside: {} } } }, {}, '/machine/states/there', { step: 'there' }],
  ['text-missing', { here: { meta: { public: { pl: 'x' } } } }, {}, '/machine/states/here/meta/public', { language: 'en' }],
  ['words-open', { here: { meta: { public: { en: '…' } } } }, {}, '/machine/states/here/meta/public/en', {}],
  [
    'limit',
    {
      here: {
        entry: Array.from({ length: 300 }, (_, index) => ({ type: 'set', params: { amount: `= ${index} + ${'1 + '.repeat(20)}1` } })),
      },
    },
    {},
    '',
  ],
];

const warnings: readonly string[] = ['text-missing', 'endless-decision', 'unreachable-step'];

function findingsIn([, states, more]: Row): readonly Finding[] {
  const [initial] = Object.keys(states);
  const parsed = parseDefinition(smallDefinition({ initial, states: steps(JSON.parse(JSON.stringify(states))) }, more));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return compile(parsed.value, { schemas }).findings;
}

test.each(rows)('%s', (...row) => {
  const [code, , , at, facts] = row;
  const found = findingsIn(row);
  expect([...new Set(found.map((finding) => finding.code))]).toEqual([code]);
  if (facts) expect(found[0]).toEqual({ code, severity: warnings.includes(code) ? 'warning' : 'error', at, facts });
});

test('no code can be found that stands neither here nor in the tests beside', () => {
  const folder = new URL('.', import.meta.url);
  const texts = readdirSync(folder).flatMap((name) => (name.endsWith('.test.ts') ? [] : [readFileSync(new URL(name, folder), 'utf8')]));
  const codes = new Set(
    texts.flatMap((text) => [...text.matchAll(/(?:found|warned|unknown|misfit)\(\s*'([a-z-]+)'/g)].map(([, code]) => code)),
  );
  const told = new Set(rows.map(([code]) => code));
  const beside = ['findings-across', 'find-idle', 'find-comparisons', 'find-tags'];
  const across = beside.map((name) => readFileSync(new URL(`${name}.test.ts`, folder), 'utf8')).join();
  expect([...codes].filter((code = '') => !told.has(code) && !across.includes(`'${code}'`))).toEqual([]);
  expect(codes.size).toBeGreaterThan(30);
});
