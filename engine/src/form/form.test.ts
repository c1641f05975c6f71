import { expect, test } from '@jest/globals';
import { formNow, type JsonObject } from '@redress/engine';
import { fillForm } from '../../../test/tools/fill-form.ts';
import { calendars, compiledOf, PretendCase, shipped } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const harry = { person: 'harry', roles: ['handler'] };
const starter = shipped('starter');
const recording = (given: JsonObject = {}) => fillForm(starter.definition, 'recording', { given });
const received = (at = '2026-03-02T23:30:00.000Z') =>
  new PretendCase(starter, {
    at,
    by: { person: 'ada', roles: ['complainant'] },
    input: { description: 'Late', contact: 'ada@example.org' },
  });

test('a form knows what is saved and what can be known; a date is the day it was where the office is', () => {
  const work = received();
  const form = formNow(starter, work.state, { form: 'recording', at: work.now, calendars });
  expect(form).toMatchObject({
    ok: true,
    value: { values: { description: 'Late', contact: 'ada@example.org', receivedAt: '2026-03-03', channel: 'phone' } },
  });
});

test('a question is asked when the answers so far call for it', () => {
  const work = received();
  const read = (submitted: JsonObject) => {
    const form = formNow(starter, work.state, { form: 'recording', at: work.now, calendars, submitted });
    if (!form.ok) throw new Error(JSON.stringify(form.refusal));
    return form.value;
  };
  expect(read({}).fields.find((field) => field.field === 'immediateAction')).toEqual({
    field: 'immediateAction',
    asked: false,
    required: true,
    readOnly: false,
  });
  expect(read({}).schema.properties).not.toHaveProperty('immediateAction');
  expect(read({ needForImmediateAction: true }).schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    properties: { immediateAction: { type: 'string', minLength: 1 }, severity: { type: 'integer', enum: [1, 2, 3, 4] } },
    required: expect.arrayContaining(['immediateAction', 'severity']),
  });
});

test('a submission is refused field by field, and nothing is saved', () => {
  const work = received();
  const problems = (values: JsonObject) => {
    const result = work.complete('recording', 'recorded', harry, values);
    return result.ok || result.refusal.code !== 'form-invalid'
      ? result
      : result.refusal.problems.map(({ at, keyword }) => `${at} ${keyword}`);
  };
  expect(problems({})).toEqual(expect.arrayContaining(['/description required', '/severity required', '/safetyImplication required']));
  expect(problems(recording({ severity: 9 }))).toEqual(['/severity maximum']);
  expect(problems(recording({ severity: 2.5 }))).toEqual(['/severity type']);
  expect(problems(recording({ description: '   ' }))).toEqual(['/description required']);
  expect(problems(recording({ channel: 'pigeon' }))).toEqual(['/channel enum']);
  expect(problems(recording({ receivedAt: '2026-02-30' }))).toEqual(['/receivedAt format']);
  expect(problems(recording({ needForImmediateAction: true }))).toEqual(['/immediateAction required']);
  expect(problems(recording({ immediateAction: 'done' }))).toEqual(['/immediateAction when']);
  expect(problems(recording({ decision: 'upheld' }))).toEqual(['/decision additionalProperties']);
  expect(problems(recording(JSON.parse('{"__proto__": {"roles": ["topManagement"]}, "constructor": "x"}')))).toEqual([
    '/__proto__ additionalProperties',
    '/constructor additionalProperties',
  ]);
  expect(problems(recording({ attachments: ['a', 1] }))).toEqual(['/attachments/1 type']);
  expect(work.state.revision).toBe(1);
  expect(Object.prototype).not.toHaveProperty('roles');
});

test('what was not filled in stays, what was emptied is gone, what is only shown cannot be changed', () => {
  const compiled = compiledOf(
    smallDefinition(
      {
        initial: 'here',
        states: steps({
          here: { invoke: task('clerk', { form: 'all' }), on: { saved: [{ actions: [{ type: 'record', params: { record: 'saved' } }] }] } },
        }),
      },
      {
        events: { saved: { label: { en: 'Saved' } } },
        forms: {
          all: { title: { en: 'All' }, sections: [{ fields: [{ field: 'amount' }, { field: 'note' }, { field: 'due', readOnly: true }] }] },
        },
      },
    ),
  );
  const work = new PretendCase(compiled, { input: { amount: 1, note: 'first', due: '2026-04-01' } });
  const clerk = { person: 'ann', roles: ['clerk'] };
  work.complete('here', 'saved', clerk, { note: 'second' });
  expect(work.state.snapshot.context).toEqual({ amount: 1, note: 'second', due: '2026-04-01' });
  work.complete('here', 'saved', clerk, { amount: null, note: '', due: '2026-04-01' });
  expect(work.state.snapshot.context).toEqual({ due: '2026-04-01' });
  expect(work.complete('here', 'saved', clerk, { due: '2027-01-01' })).toMatchObject({
    refusal: { code: 'form-invalid', problems: [{ at: '/due', keyword: 'readOnly' }] },
  });
  expect(work.state.tasks).toMatchObject([{ id: 'here:1' }]);
});

test('options bind like the schema, also in lists; an outcome may need more than its form', () => {
  const options = [
    { value: 'red', title: { en: 'Red' } },
    { value: 'blue', title: { en: 'Blue' } },
  ];
  const compiled = compiledOf(
    smallDefinition(
      {
        initial: 'here',
        states: steps({
          here: { invoke: task('clerk', { form: 'colours' }), on: { chosen: [{ target: '#there', meta: { requires: ['note'] } }] } },
          there: {},
        }),
      },
      {
        events: { chosen: { label: { en: 'Chosen' } } },
        data: {
          colours: { title: { en: 'Colours' }, schema: { type: 'array', items: { type: 'string' } }, options },
          colour: { title: { en: 'Colour' }, schema: { type: 'string' }, options },
        },
        forms: {
          colours: { title: { en: 'Colours' }, sections: [{ fields: [{ field: 'colours' }, { field: 'colour' }, { field: 'note' }] }] },
        },
      },
    ),
  );
  const work = new PretendCase(compiled);
  const choose = (values: JsonObject) => work.complete('here', 'chosen', { person: 'ann', roles: ['clerk'] }, values);
  expect(choose({ colours: ['red', 'green'], note: 'x' })).toMatchObject({
    refusal: { code: 'form-invalid', problems: [{ at: '/colours/1', keyword: 'options' }] },
  });
  expect(choose({ colour: 'green', note: 'x' })).toMatchObject({ refusal: { problems: [{ at: '/colour', keyword: 'options' }] } });
  expect(choose({ colours: ['red'] })).toEqual({
    ok: false,
    refusal: { code: 'form-invalid', form: 'colours', problems: [{ at: '/note', keyword: 'required', facts: { field: 'note' } }] },
  });
  expect(choose({ colours: ['red'], note: 'x' })).toMatchObject({ ok: true });
});

test('a payload that is no submission is refused', () => {
  const work = received();
  for (const payload of [{ values: 'all' }, { values: [] }, { values: null }, { task: 7 }]) {
    expect(work.send('recorded', { by: harry, payload: JSON.parse(JSON.stringify(payload)) })).toMatchObject({
      refusal: { code: 'payload-invalid' },
    });
  }
});

test('more than a form or a case may hold is refused by name', () => {
  const work = received();
  const long = 'ی'.repeat(19_000);
  expect(work.complete('recording', 'recorded', harry, recording({ description: long, remedyRequested: long }))).toEqual({
    ok: false,
    refusal: { code: 'limit', limit: 'formBytes', actual: expect.any(Number), most: 65_536 },
  });
  const texts = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { title: { en: id }, schema: { type: 'string' } }]));
  const big = compiledOf(
    smallDefinition(
      {
        initial: 'here',
        states: steps({ here: { on: { more: [{ actions: [{ type: 'set', params: { c: '= a', d: '= a', e: '= a' } }] }] } } }),
      },
      { events: { more: { label: { en: 'More' }, by: ['clerk'] } }, data: texts },
    ),
  );
  const growing = new PretendCase(big, { input: { a: 'x'.repeat(60_000), b: 'y'.repeat(60_000) } });
  expect(growing.send('more', { by: { person: 'ann', roles: ['clerk'] } })).toMatchObject({
    refusal: { code: 'limit', limit: 'dataBytes', most: 262_144 },
  });
  const whole = Object.fromEntries(Object.keys(texts).map((id) => [id, 'x'.repeat(60_000)]));
  expect(() => new PretendCase(big, { input: whole })).toThrow('dataBytes');
});
