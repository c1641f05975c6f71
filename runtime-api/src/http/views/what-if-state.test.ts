import { expect, test } from '@jest/globals';
import { Rehearsing } from '@redress/engine';
import { calendars } from '../../../../test/tools/pretend-case.ts';
import { schemas } from '../../../../test/tools/schema-tool.ts';
import { smallDefinition, steps, task } from '../../../../test/tools/small-definition.ts';
import { isTelling, whatIfState } from './what-if-state.ts';

const title = { en: 'Words' };
const personal = { personal: 'ordinary', visibleTo: ['clerk'] };
const record = { type: 'object', properties: { name: { type: 'string' } } };
/** Whatever may hold words or speak of a person, as schemas can say it. */
const secret = {
  words: { schema: { type: 'string' }, ...personal },
  number: { schema: { type: 'integer' }, ...personal },
  birth: { schema: { type: 'string', format: 'date' }, ...personal },
  maybe: { schema: { type: ['string', 'null'] } },
  anything: { schema: {} },
  either: { schema: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
  long: { schema: { minLength: 1 } },
  record: { schema: record },
  records: { schema: { type: 'array', items: record } },
  named: { schema: { type: 'object', patternProperties: { '^.*$': { type: 'integer' } }, additionalProperties: false } },
};
const plain = {
  choice: { schema: { enum: ['phone', 'letter'] } },
  days: { schema: { type: 'array', items: { type: 'string', format: 'date' } } },
  sum: { schema: { type: 'object', properties: { amount: { type: 'string' }, currency: { type: 'string' } } }, holds: 'money' },
  pair: { schema: { type: 'object', properties: { one: { type: ['integer', 'null'] } }, additionalProperties: false } },
};
const titled = (fields: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, { title, ...field }]));
const fields = Object.keys({ ...secret, ...plain });
const definition = smallDefinition(
  {
    initial: 'asking',
    states: steps({
      asking: {
        invoke: task('clerk', { form: 'all', priority: '= number' }),
        entry: [{ type: 'letter', params: { letter: 'told' } }],
        on: { change: [{ actions: [{ type: 'record', params: { record: 'note' } }] }] },
      },
    }),
  },
  {
    data: titled({ ...secret, ...plain }),
    forms: { all: { title, sections: [{ fields: fields.map((field) => ({ field })) }] } },
    start: { form: 'all', by: ['clerk'] },
    events: { change: { label: title, by: ['clerk'], form: 'all' } },
    letters: {
      told: { title, to: ['complainant'], subject: title, blocks: [{ text: { en: '{words} {number} {birth} {maybe} {choice}' } }] },
    },
  },
);

const first = {
  words: 'Zoë first',
  number: 7_700_077,
  birth: '1911-11-11',
  maybe: 'perhaps',
  anything: 'free',
  either: 'this or that',
  long: 'a long story',
  record: { name: 'Rita' },
  records: [{ name: 'Rolf' }],
  named: { 'Nina Nowak': 1 },
};
const changed = { words: 'Zoë second', number: 8_800_088, birth: '1912-12-12', maybe: 'changed' };
const others = { choice: 'phone', days: ['2026-03-02'], sum: { amount: '12.50', currency: 'PLN' }, pair: { one: 1 } };

test('words of any schema, and what a letter to be printed said before they were changed, stay with the readers of the case', () => {
  const begun = { process: 'small', at: '2026-03-02T09:00:00Z', people: { Ann: ['clerk'] }, by: 'Ann', input: { ...first, ...others } };
  const played = new Rehearsing({ definitions: [definition], calendars, tools: { schemas } }, { ...begun, letters: { '*': 'print' } });
  played.play({ send: 'change', by: 'Ann', values: changed });
  const [running] = played.cases;
  if (!running) throw new Error(JSON.stringify(played.result().problems));
  expect(running.state.tasks.map(({ kind }) => kind)).toEqual(['work', 'print']);
  const told = whatIfState(
    definition,
    running.state,
    (field) => definition.data[field] !== undefined && !isTelling(definition.data[field]),
  );
  const words = [first, changed].flatMap((values) => JSON.stringify(values).match(/(?<=")[^":]+(?="[,}\]])|(?<=")Nina Nowak|\d{7}/g) ?? []);
  expect(words).toEqual(
    expect.arrayContaining(['Zoë first', '7700077', '1911-11-11', 'Rita', 'Rolf', 'Nina Nowak', 'Zoë second', '8800088']),
  );
  expect(words.filter((word) => JSON.stringify(told).includes(word))).toEqual([]);
  expect(told.snapshot.context).toMatchObject(others);
  expect(told.tasks[1]?.letter?.facts).toMatchObject({ words: { value: '…' }, choice: { value: 'phone' } });
});
