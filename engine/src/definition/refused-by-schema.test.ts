import { expect, test } from '@jest/globals';
import { parseDefinition } from '@redress/engine';
import { smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

/** What the format says its schema refuses: the smallest definition of each, with the place that the finding names. */
const words = { en: 'x' };
const letter = [{ actions: [{ type: 'letter', params: { letter: 'told' } }] }];
const here = '/machine/states/here';
const waits = (delay: object) => [{ here: {} }, { delays: { soon: delay } }, '/delays/soon'] as const;
const clock = { title: words, limit: 'soon', starts: ['stage:receipt'], stops: ['stage:decision'] };

const refused: readonly (readonly [what: string, states: object, more: { readonly [part: string]: object }, at: string])[] = [
  ['two units in a delay', ...waits({ days: 1, hours: 2 })],
  ['a computed delay without a bound', ...waits({ days: '= amount' })],
  ['a computed time without a bound', ...waits({ until: '= due' })],
  [
    'a law clock that pauses',
    { here: {} },
    { clocks: { pace: { ...clock, kind: 'law', pausesIn: ['wait:complainant'] } } },
    '/clocks/pace',
  ],
  ['personal data without readers', { here: {} }, { data: { note: { title: words, schema: {}, personal: 'ordinary' } } }, '/data/note'],
  ['an unknown stage', { here: { tags: ['stage:nowhere'] } }, {}, `${here}/tags/0`],
  ['an unknown act', { here: {} }, { events: { go: { label: words, by: ['clerk'], act: 'dance' } } }, '/events/go/act'],
  [
    'an unknown content of a letter',
    { here: {} },
    { letters: { told: { title: words, subject: words, blocks: [{ tells: ['gossip'], text: words }] } } },
    '/letters/told/blocks/0/tells/0',
  ],
  ['an unknown action', { here: { entry: [{ type: 'dance', params: {} }] } }, {}, `${here}/entry/0/type`],
  ['an action of XState', { here: { entry: [{ type: 'xstate.raise', params: { event: 'go' } }] } }, {}, `${here}/entry/0/type`],
  ['any event', { here: { on: { '*': letter } } }, {}, `${here}/on/*`],
  ['an event of XState', { here: { on: { 'xstate.done.actor.here': letter } } }, {}, `${here}/on/xstate.done.actor.here`],
  ['an inline delay', { here: { after: { PT48H: letter } } }, {}, `${here}/after/PT48H`],
  ['a numeric delay', { here: { after: { 1000: letter } } }, {}, `${here}/after/1000`],
  ['a relative target', { here: { on: { go: [{ target: '.there' }] } } }, {}, `${here}/on/go/0/target`],
  ['a target by name', { here: { on: { go: [{ target: 'there' }] } } }, {}, `${here}/on/go/0/target`],
  ['a row that does nothing', { here: { on: { go: [{}] } } }, {}, `${here}/on/go/0`],
  ['rows that are no list', { here: { on: { go: { target: '#here' } } } }, {}, `${here}/on/go`],
  ['a task with onDone', { here: { invoke: { ...task(), onDone: letter } } }, {}, `${here}/invoke/onDone`],
  [
    'a service step without onError',
    { here: { invoke: { src: 'service', input: { service: 'any' }, onDone: letter } } },
    {},
    `${here}/invoke`,
  ],
  [
    'a letter step without onError',
    { here: { invoke: { src: 'letter', input: { letter: 'told' }, onDone: letter } } },
    {},
    `${here}/invoke`,
  ],
  [
    'a table without otherwise',
    { here: {} },
    { decisions: { size: { title: words, hit: 'first', inputs: [{ field: 'amount' }], outputs: ['note'], rows: [] } } },
    '/decisions/size',
  ],
  ['a final state with rows', { here: { type: 'final', on: { go: letter } } }, {}, here],
  ['more than one invoke', { here: { invoke: [task(), task()] } }, {}, `${here}/invoke`],
  ['an id with a dot', { here: { states: {} }, 'a.b': {} }, {}, '/machine/states/a.b'],
  ['a guard in code', { here: { on: { go: [{ target: '#here', guard: 'isBig' }] } } }, {}, `${here}/on/go/0/guard`],
];

test.each(refused)('%s', (_, states, more, at) => {
  const parsed = parseDefinition(smallDefinition({ initial: 'here', states: steps(JSON.parse(JSON.stringify(states))) }, more));
  expect(parsed.ok ? [] : parsed.refusal.map(({ code }) => code)).toContain('schema');
  expect(parsed.ok ? [] : parsed.refusal.map((finding) => finding.at)).toContain(at);
});

test('a step without a title', () => {
  const parsed = parseDefinition(smallDefinition({ initial: 'here', states: { here: { id: 'here' } } }));
  expect(parsed).toMatchObject({ ok: false, refusal: [{ code: 'schema', at: here, facts: { missing: 'meta' } }] });
});
