import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Definition, exportModule, type Json, type JsonObject, parseDefinition } from '@redress/engine';
import { createActor } from 'xstate';
import { calendars, compiledOf, readProcess } from '../tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../tools/small-definition.ts';
import { BuiltModules } from './exported/built-modules.ts';
import { compare } from './exported/compare.ts';
import type { CreateProcedure } from './exported/played-case.ts';
import { PretendTimers } from './exported/pretend-timers.ts';

const nasty = `"'\`\${description} */ // <!-- </script>\\ \\u0022 \n\r\u2028\u2029 __proto__ ]]> %`;
/** Every word for people is one that would end a string, a template, a comment, a line or a page. */
const worded = (value: Json, name = ''): Json => {
  if (typeof value === 'string') return name === 'en' || name === 'description' ? `${value} ${nasty}` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => worded(each));
  return Object.fromEntries(Object.entries(value).map(([member, part]) => [member, worded(part, member)]));
};

function hostile(): Definition {
  const plain: JsonObject = JSON.parse(JSON.stringify(readProcess('starter')));
  const parsed = parseDefinition(worded(plain));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

const open = (by: string) => ({ label: { en: 'Go' }, by: [by] });
const onlyIf = (params: object) => ({ type: 'if', params });
/** What the shipped procedures do not have: tracks that look at one another, history, comparisons of all kinds, words in conditions and values. */
const unusual = smallDefinition(
  {
    initial: 'both',
    on: { pause: [{ target: '#paused' }] },
    states: steps({
      both: {
        type: 'parallel',
        onDone: [{ target: '#done' }],
        states: {
          left: {
            initial: 'leftOpen',
            states: {
              leftOpen: {
                invoke: task('clerk', { form: 'note' }),
                on: { told: [{ target: '#leftOver', actions: [{ type: 'set', params: { amount: 4, persons: [nasty] } }] }] },
              },
              leftOver: {
                on: {
                  go: [
                    {
                      target: '#leftDone',
                      guard: onlyIf({ all: [{ not: { in: 'rightDone' } }, { field: 'amount', is: '>=', value: 4 }] }),
                    },
                  ],
                },
              },
              leftDone: { type: 'final' },
              back: { type: 'history', history: 'deep', target: '#leftOpen' },
            },
          },
          right: {
            initial: 'rightOpen',
            states: {
              rightOpen: {
                on: {
                  go: [
                    {
                      target: '#rightDone',
                      guard: onlyIf({
                        any: [
                          { field: 'note', is: '=', value: 'no' },
                          { all: [{ in: 'leftOver' }, { field: 'note', is: 'contains', value: '`${' }] },
                        ],
                      }),
                    },
                    { actions: [{ type: 'set', params: { due: '2026-03-09' } }], guard: onlyIf({ feel: 'due = null' }) },
                  ],
                },
              },
              rightDone: { type: 'final' },
            },
          },
        },
      },
      paused: { on: { resume: [{ target: '#back' }] } },
      done: end('resolved'),
    }),
  },
  { events: { told: { label: { en: 'Told' } }, go: open('clerk'), pause: open('clerk'), resume: open('clerk') } },
);

const story = {
  process: 'small',
  at: '2026-03-02T09:00:00Z',
  people: { Ann: ['clerk'] },
  input: {},
  steps: [
    { send: 'go', by: 'Ann' },
    { send: 'pause', by: 'Ann' },
    { send: 'resume', by: 'Ann' },
    { send: 'told', by: 'Ann', values: { note: `two ${nasty}` } },
    { send: 'pause', by: 'Ann' },
    { send: 'resume', by: 'Ann' },
    { send: 'go', by: 'Ann' },
    { expect: { outcome: 'resolved' } },
  ],
};

/** A stage that a service ends by its answer: the row after it says what the service said, and what had happened. */
const answered = smallDefinition(
  {
    initial: 'asking',
    states: steps({
      asking: {
        initial: 'inquiry',
        onDone: [{ target: '#over', actions: [{ type: 'set', params: { note: '= result.word + " " + event.type' } }] }],
        states: {
          inquiry: {
            invoke: { src: 'service', input: { service: 'register' }, onDone: [{ target: '#known' }], onError: [{ target: '#known' }] },
          },
          known: { type: 'final' },
        },
      },
      over: end('resolved'),
    }),
  },
  {
    id: 'answered',
    start: { form: 'note', by: ['clerk'] },
    services: { register: { title: { en: 'Register' }, connector: 'register', operation: 'find' } },
  },
);

const words = hostile();
let modules: BuiltModules;
let told: string;
beforeAll(async () => {
  const texts = { words, small: unusual, answered };
  modules = await BuiltModules.of(
    Object.fromEntries(Object.entries(texts).map(([name, definition]) => [name, exportModule(compiledOf(definition))])),
  );
  told = await modules.compile();
}, 60_000);
afterAll(() => modules.remove());

test('words that would end a string, a comment or a page anywhere else come out as they went in', async () => {
  expect(told).toBe('');
  const module = await modules.load('words');
  const { machine, ...vocabulary } = words;
  expect(Reflect.get(module, 'vocabulary')).toEqual(vocabulary);
  const { config } = create(module)({});
  for (const [id, { meta }] of Object.entries(machine.states)) expect(config.states?.[id]).toMatchObject({ id, meta });
  expect(await modules.text('words')).not.toMatch(/[\u2028\u2029]|<\/script/);
});

test('tracks that look at one another, history and every kind of condition go as they do here', async () => {
  const compared = await compare({ process: 'small', json: story, definitions: [unusual], calendars, modules });
  expect(compared).toEqual({ problems: [], events: 9 });
});

test.each([['answer'], ['fail']])('the end of a stage knows what led to it (%s); blanks of the start form are no values', async (how) => {
  const steps = [{ [how]: 'inquiry', output: { word: 'found' } }, { expect: { outcome: 'resolved' } }];
  const json = { ...story, process: 'answered', by: 'Ann', input: { note: '  ' }, steps };
  const compared = await compare({ process: 'answered', json, definitions: [answered], calendars, modules });
  expect(compared).toEqual({ problems: [], events: 3 });
});

const create = (module: object): CreateProcedure => {
  const made: unknown = Reflect.get(module, 'createProcedure');
  if (typeof made !== 'function') throw new Error('nothing is created');
  return (ports) => made(ports);
};

test('without a single port it runs: a task waits for its event, and what is said is kept', async () => {
  const module = await modules.load('small');
  const timers = new PretendTimers(Date.parse('2026-03-06T12:00:00Z'));
  const actor = createActor(create(module)({}), { input: { fields: { note: 'no' } }, clock: timers }).start();
  actor.send({ type: 'told', values: { note: 'no' } });
  actor.send({ type: 'go' });
  expect(actor.getSnapshot()).toMatchObject({
    status: 'done',
    value: 'done',
    context: { fields: { note: 'no', amount: 4, persons: [nasty] } },
  });
});

test.each([
  [{ workingDays: 2 }, '2026-03-10T12:00:00.000Z'],
  [{ workingHours: 6 }, '2026-03-09T10:00:00.000Z'],
  [{ days: 1.5 }, '2026-03-08T00:00:00.000Z'],
  [{ months: 2 }, '2026-05-06T12:00:00.000Z'],
  [{ workingDays: 1, ends: 'endOfDay' }, '2026-03-09T23:59:59.999Z'],
  [{ weeks: 9, atMost: { days: 1 } }, '2026-03-07T12:00:00.000Z'],
  [{ until: '2026-03-01' }, '2026-03-06T12:00:00.000Z'],
])('%j from Friday noon is over %s, by the plain rules', async (term, due) => {
  const plainDue: unknown = Reflect.get(await modules.load('small'), 'plainDue');
  if (typeof plainDue !== 'function') throw new Error('no plain rules');
  expect(new Date(plainDue(term, Date.parse('2026-03-06T12:00:00Z'))).toISOString()).toBe(due);
});
