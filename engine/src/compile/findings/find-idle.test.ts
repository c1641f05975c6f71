import { expect, test } from '@jest/globals';
import { compile, parseDefinition } from '@redress/engine';
import { schemas } from '../../../../test/tools/schema-tool.ts';
import { smallDefinition, steps } from '../../../../test/tools/small-definition.ts';

const words = { en: 'x' };
const events = { go: { label: words, by: ['clerk'] }, leave: { label: words, by: ['clerk'] } };
const away = { leave: [{ target: '#there' }] };
const onward = { on: { go: [{ target: '#there' }] } };
const work = { invoke: { src: 'task', input: { role: 'clerk' } } };
const kinds = (...values: readonly string[]) => ({
  data: { kind: { title: words, schema: { type: 'string' }, options: values.map((value) => ({ value, title: words })) } },
});
const pace = (more: object) => ({
  delays: { soon: { days: 1 } },
  clocks: { pace: { title: words, kind: 'service', limit: 'soon', starts: ['stage:receipt'], stops: ['stage:decision'], ...more } },
});
const paced = {
  tags: ['stage:receipt'],
  on: { go: [{ target: '#there' }], 'clock.pace.warn': [{ actions: [{ type: 'record', params: { record: 'late' } }] }] },
};
const asked = (...fields: readonly object[]) => ({
  forms: {
    both: {
      title: words,
      sections: [
        { title: words, fields: fields.slice(0, 1) },
        { title: words, fields: fields.slice(1) },
      ],
    },
  },
});
const reassign = [{ type: 'reassign', params: { to: 'boss' } }];
const assigned = (assign: object) => ({ invoke: { src: 'task', input: { role: 'clerk', assign } }, on: onward.on });

type Row = readonly [name: string, here: object, more: object, found: readonly object[]];
const warning = (code: string, at: string, facts: object) => ({ code, severity: 'warning', at, facts });
const here = '/machine/states/here';

const rows: readonly Row[] = [
  ['a task that is there', { ...work, on: { go: [{ actions: reassign }], ...away } }, {}, []],
  [
    'no task to give away',
    { on: { go: [{ actions: reassign }], ...away } },
    {},
    [warning('reassign-without-task', `${here}/on/go/0/actions/0`, { step: 'here' })],
  ],
  [
    'before the task opens',
    { ...work, ...onward, entry: reassign },
    {},
    [warning('reassign-without-task', `${here}/entry/0`, { step: 'here' })],
  ],
  [
    'a deadline fills in nothing',
    { ...onward, after: { soon: [{ target: '#there', meta: { requires: ['note'] } }] } },
    { delays: { soon: { days: 1 } } },
    [warning('requires-of-nobody', `${here}/after/soon/0/meta/requires`, { fields: ['note'] })],
  ],
  ['a warning', paced, pace({ warnAt: [50] }), []],
  ['a warning that no share asks for', paced, pace({}), [warning('clock-never-warns', `${here}/on/clock.pace.warn`, { clock: 'pace' })]],
  ['different options', onward, kinds('a', 'b'), []],
  [
    'one option twice',
    onward,
    kinds('a', 'b', 'a'),
    [warning('option-twice', '/data/kind/options/2/value', { field: 'kind', value: 'a' })],
  ],
  [
    'one field twice',
    onward,
    asked({ field: 'note' }, { field: 'note', when: { field: 'amount', is: 'filled' } }),
    [warning('field-twice', '/forms/both/sections/1/fields/0', { field: 'note', form: 'both' })],
  ],
  [
    'one field here or there',
    onward,
    asked({ field: 'note', when: { field: 'amount', is: 'empty' } }, { field: 'note', when: { field: 'amount', is: 'filled' } }),
    [],
  ],
  ['whoever did this step', assigned({ rule: 'sameAs', step: 'here' }), {}, []],
  [
    'whoever did no step',
    assigned({ rule: 'sameAs' }),
    {},
    [{ code: 'assign-incomplete', severity: 'error', at: `${here}/invoke/input/assign`, facts: { rule: 'sameAs' } }],
  ],
  [
    'whoever did a step without work',
    assigned({ rule: 'sameAs', step: 'there' }),
    {},
    [{ code: 'assign-incomplete', severity: 'error', at: `${here}/invoke/input/assign/step`, facts: { rule: 'sameAs', step: 'there' } }],
  ],
  [
    'whom no field names',
    assigned({ rule: 'field' }),
    {},
    [{ code: 'assign-incomplete', severity: 'error', at: `${here}/invoke/input/assign`, facts: { rule: 'field' } }],
  ],
];

test.each(rows)('%s', (_, state, more, expected) => {
  const states = steps({ here: { ...state }, there: { tags: ['stage:decision'] } });
  const parsed = parseDefinition(smallDefinition({ initial: 'here', states }, { events, ...more }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  expect(compile(parsed.value, { schemas }).findings).toEqual(expected);
});
