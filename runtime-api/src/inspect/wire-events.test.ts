import { expect, test } from '@jest/globals';
import { compile, type Definition } from '@redress/engine';
import { createMachine } from 'xstate';
import { schemaTool } from '../definitions/schema-tool.ts';
import type { JournalLine } from '../store/models/journal.ts';
import { declaredKind, payloadKinds } from './kinds.ts';
import { activeTags, stateValue } from './state-value.ts';
import { takenTogether } from './taken-together.ts';
import { wireEvents } from './wire-events.ts';

const words = { en: 'x' };
const step = (id: string, more: object = {}) => ({ id, meta: { title: words }, ...more });
const track = (id: string) =>
  step(id, {
    initial: `${id}1`,
    states: { [`${id}1`]: step(`${id}1`, { tags: [`stage:${id}`] }), [`${id}2`]: step(`${id}2`, { type: 'final' }) },
  });
/** A stage inside a stage, and two tracks side by side. */
const definition = JSON.parse(
  JSON.stringify({
    format: 1,
    id: 'small',
    kind: 'general',
    title: words,
    languages: ['en'],
    roles: { clerk: { title: words, party: 'organisation' } },
    data: {
      note: { title: words, schema: { type: 'string' } },
      amount: { title: words, schema: { type: ['number', 'null'] } },
      choice: { title: words, schema: {}, options: [{ value: 2, title: words }] },
    },
    forms: {},
    events: {},
    delays: {},
    clocks: {},
    letters: {},
    machine: {
      initial: 'stage',
      states: {
        stage: step('stage', { initial: 'inner', states: { inner: step('inner', { initial: 'deep', states: { deep: step('deep') } }) } }),
        both: step('both', { type: 'parallel', states: { left: track('left'), right: track('right') } }),
      },
    },
  }),
) as Definition;
const { machine: compiled, findings } = compile(definition, { schemas: schemaTool() });
if (!compiled) throw new Error(JSON.stringify(findings));

test.each([
  { value: { stage: { inner: 'deep' } }, active: ['stage', 'inner', 'deep'] },
  { value: { both: { left: 'left1', right: 'right2' } }, active: ['both', 'left', 'left1', 'right', 'right2'] },
])('active steps are written as XState writes them: $value', ({ value, active }) => {
  const standing = createMachine(JSON.parse(JSON.stringify(definition.machine))).resolveState({ value, context: {} });
  expect(stateValue(compiled, active)).toEqual(standing.value);
  expect(new Set(activeTags(compiled, active))).toEqual(standing.tags);
});

test('where nothing is active, the value is empty', () => expect(stateValue(compiled, [])).toEqual({}));

test('rows of one event that leave side by side are one microstep; what follows from where it led is the next', () => {
  const rows = [
    ['go', 'left1', 'left2', ''],
    ['go', 'right1', 'right2', ''],
    ['go', 'right2', 'deep', ''],
    ['done.both', 'both', 'stage inner', ''],
    ['note', '', '', ''],
  ] as const;
  expect(takenTogether(rows)).toEqual([
    {
      event: 'go',
      transitions: [
        { source: 'left1', target: ['left2'] },
        { source: 'right1', target: ['right2'] },
      ],
    },
    { event: 'go', transitions: [{ source: 'right2', target: ['deep'] }] },
    { event: 'done.both', transitions: [{ source: 'both', target: ['stage', 'inner'] }] },
    { event: 'note', transitions: [{ source: '', target: [] }] },
  ]);
});

test('a field tells what its schema says it holds, else what its options are, else nothing', () => {
  expect(['note', 'amount', 'choice', 'constructor'].map((field) => declaredKind(definition, field))).toEqual([
    'string',
    'number',
    'integer',
    'unknown',
  ]);
});

test('an event tells its members and its fields by name; a name that the procedure does not give is left out', () => {
  const payload = {
    values: { note: 'secret', 'Ada Nowak': 1 },
    task: 'deep:1',
    keptAway: { Ada: ['Ada'] },
    n: 1.5,
    list: [],
    none: null,
    yes: true,
  };
  expect(payloadKinds(definition, { ...payload, type: 'forged' })).toEqual({
    values: { note: 'string' },
    task: 'string',
    keptAway: 'object',
    n: 'number',
    list: 'array',
    none: 'null',
    yes: 'boolean',
  });
});

const line = (revision: number, type: string, more: Partial<JournalLine> = {}): JournalLine => ({
  ...{ _id: `c:${revision}`, organisation: 'o', caseId: 'c', revision, at: '2026-03-02T09:00:00.000Z', eventId: 'e', type, bodyHash: '' },
  ...{ from: [], to: ['stage', 'inner', 'deep'], status: 'active', taken: [], changed: [], filed: [], effects: [], opened: [], closed: [] },
  ...{ contentsHash: '', stateHash: '', previous: '', hash: '' },
  ...more,
});
const around = { compiled, rootId: 'c', filled: [], payloads: new Map() };

test.each([
  ['person', line(2, 'go', { by: { person: 'Ada', onBehalfOf: 'Jan', roles: [] } })],
  ['person', line(2, 'timer.fire', { by: { person: 'Ada', roles: [] } })],
  ['service', line(2, 'go', { by: { service: 'Web form of Ada', roles: [] } })],
  ['case', line(2, 'go', { by: { service: 'case', roles: [] } })],
  ['case', line(2, 'case.cancel')],
  ['timer', line(2, 'timer.fire')],
  ['timer', line(2, 'clock.answer.due')],
  ['service', line(2, 'invoke.done')],
  ['service', line(2, 'case.numbered')],
] as const)('%s is who sent it', (source, sent) => {
  const [event] = wireEvents([sent], around);
  expect(event).toMatchObject({ type: '@xstate.event', sourceId: source });
  expect(JSON.stringify(event)).not.toMatch(/Ada|Jan/);
});

test('fields that were filled stay in the context of later snapshots, also of lines that are not told', () => {
  const told = wireEvents([line(4, 'go', { changed: ['note'] }), line(5, 'go')], { ...around, filled: ['amount'] });
  expect(told.flatMap((event) => (event.type === '@xstate.snapshot' ? [event.snapshot.context] : []))).toEqual([
    { amount: 'number', note: 'string' },
    { amount: 'number', note: 'string' },
  ]);
});

test.each([
  ['active', 'active'],
  ['ended', 'done'],
  ['imported', 'done'],
  ['cancelled', 'stopped'],
])('a case that is %s is %s for the inspector, and times are text', (status, expected) => {
  const [, snapshot] = wireEvents([line(2, 'go', { status })], around);
  expect(snapshot).toMatchObject({ snapshot: { status: expected }, createdAt: '1772442000000', id: 'c:2:2' });
});
