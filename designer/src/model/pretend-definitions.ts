import type { SchemaTool } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc, { type Arbitrary } from 'fast-check';

/** Chance of the tests of this folder. */
export const seed = 20261128;

/** The validator of fields; the shipped processes are trusted, so their patterns run as they are. */
const ajv = new Ajv2020({ strict: false, validateFormats: false });
export const schemas: SchemaTool = (schema) => {
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => ({ at: instancePath, keyword, facts: {} }));
};

const key = fc.stringMatching(/^[a-zA-Z~/ .ąش-][a-zA-Z0-9~/ .ąش-]{0,6}$/);
const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).filter((value) => !/__proto__/.test(JSON.stringify(value)));
export const arbitraryJsonObject = fc.dictionary(key, json, { maxKeys: 5, noNullPrototype: true });
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'receive', 'assess');
const text = fc.record({ en: fc.string({ minLength: 1, maxLength: 8 }), pl: fc.constant('ż'), fa: fc.constant('ب') }, { requiredKeys: [] });
const target = fc.oneof(
  id.map((to) => `#${to}`),
  fc.array(
    id.map((to) => `#${to}`),
    { minLength: 2, maxLength: 3 },
  ),
  fc.constant('#gone'),
);
const row = fc.record(
  {
    target,
    guard: fc.constant({ type: 'if', params: { field: 'severity', is: '>=', value: 4 } }),
    actions: fc.constantFrom([{ type: 'letter', params: { letter: 'progress' } }], [{ type: 'xstate.log' }, 'spawnThing']),
    reenter: fc.boolean(),
    'x-unknown': json,
  },
  { requiredKeys: [] },
);
const rows = fc.oneof({ weight: 5, arbitrary: fc.array(row, { minLength: 1, maxLength: 3 }) }, row, target);
const named = fc.dictionary(fc.constantFrom('yes', 'no', 'later', 'clock.x.due', '*'), rows, { maxKeys: 3, noNullPrototype: true });

/** Steps of every kind XState knows: tracks, history, several targets, loops to themselves, actions everywhere, keys that nobody knows. */
const { state } = fc.letrec<{ state: Record<string, unknown>; states: Record<string, Record<string, unknown>> }>((tie) => ({
  states: fc.dictionary(id, tie('state'), { maxKeys: 4, noNullPrototype: true, depthIdentifier: 'states' }),
  state: fc.record(
    {
      id,
      type: fc.constantFrom('parallel', 'history', 'final', 'odd'),
      history: fc.constantFrom('shallow', 'deep'),
      target,
      initial: id,
      states: fc.oneof({ depthSize: 'small', withCrossShrink: true, depthIdentifier: 'states' }, fc.constant({}), tie('states')),
      meta: fc.record({ title: text, owner: id, unknown: json }, { requiredKeys: [] }),
      tags: fc.array(fc.constantFrom('stage:receipt', 'wait:provider', 'outcome:resolved'), { maxLength: 2 }),
      invoke: fc.oneof(
        fc.record(
          { src: fc.constantFrom('task', 'letter', 'service', 'case', 'odd'), input: json, onDone: rows, onError: rows },
          { requiredKeys: [] },
        ),
        json,
      ),
      entry: fc.array(json, { maxLength: 2 }),
      on: named,
      after: named,
      always: rows,
      onDone: rows,
      'x-unknown': json,
    },
    { requiredKeys: [] },
  ) as Arbitrary<Record<string, unknown>>,
}));

const arbitraryMachine = fc.record(
  {
    type: fc.constant('parallel'),
    initial: id,
    on: named,
    states: fc.dictionary(id, state, { maxKeys: 5, noNullPrototype: true }),
    unknown: json,
  },
  { requiredKeys: [] },
);

/** A definition that need not be complete or right: a draft, or XState's own. */
export const arbitraryDefinition = fc.record(
  {
    format: fc.constant(1),
    id,
    title: text,
    roles: arbitraryJsonObject,
    machine: fc.oneof({ weight: 9, arbitrary: arbitraryMachine }, json),
    events: arbitraryJsonObject,
    delays: arbitraryJsonObject,
    unknown: json,
  },
  { requiredKeys: [] },
);
