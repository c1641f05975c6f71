import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { fieldsOf } from './loose-json.ts';
import { perform } from './perform.ts';

const opened = openDocument(
  shippedProcesses.find((process) => fieldsOf(process).id === 'starter'),
  {},
);
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const starter: DesignDocument = opened.value;
const after = (...commands: readonly Command[]) => perform(starter, commands);
const forms = (done: ReturnType<typeof after>) => (done.ok ? fieldsOf(done.value.document.definition.forms) : {});
const events = (done: ReturnType<typeof after>) => (done.ok ? fieldsOf(done.value.document.definition.events) : {});

test('a new form is chosen, can be asked by a button, and stays while it is', () => {
  const made = after({ name: 'form.add', payload: { title: { en: 'Why not' } } });
  expect(made).toMatchObject({ ok: true, value: { chosen: ['form:whyNot'] } });
  expect(forms(made).whyNot).toEqual({ title: { en: 'Why not' }, sections: [{ fields: [] }] });
  const add: Command = { name: 'form.add', payload: { title: { en: 'Why not' } } };
  const ask: Command = { name: 'event.form', payload: { event: 'examined', form: 'whyNot' } };
  expect(fieldsOf(events(after(add, ask)).examined).form).toBe('whyNot');
  expect(after(add, ask, { name: 'form.remove', payload: { form: 'whyNot' } })).toMatchObject({
    refusal: { code: 'in-use', uses: ['event:examined'] },
  });
  const free = after(
    add,
    ask,
    { name: 'event.form', payload: { event: 'examined' } },
    { name: 'form.remove', payload: { form: 'whyNot' } },
  );
  expect(free).toMatchObject({ refusal: { code: 'nothing-to-do' } }); // All of it together leaves the draft as it was.
});

test('the form with which a case begins is in use, until another one is chosen', () => {
  const begins = String(fieldsOf(starter.definition.start).form);
  expect(after({ name: 'form.remove', payload: { form: begins } })).toMatchObject({ refusal: { code: 'in-use' } });
  const other = after({ name: 'form.add', payload: { title: { en: 'Short' } } }, { name: 'start.form', payload: { form: 'short' } });
  expect(other.ok && fieldsOf(other.value.document.definition.start).form).toBe('short');
  expect(after({ name: 'start.form', payload: { form: 'nowhere' } })).toMatchObject({ refusal: { code: 'no-such-element' } });
});

test('a field is asked only if, and begins with what a formula gives; without both the line is as it was', () => {
  const place = { form: 'examination', section: 0, line: 0 };
  const condition = { field: 'severity', is: '>=', value: 3 } as const;
  const lineOf = (done: ReturnType<typeof after>) => JSON.stringify(Object(forms(done).examination).sections[0].fields[0]);
  const set = after(
    { name: 'form.when', payload: { ...place, condition } },
    { name: 'form.prefill', payload: { ...place, formula: 'case.number' } },
  );
  expect(JSON.parse(lineOf(set))).toMatchObject({ when: condition, prefill: 'case.number' });
  expect(
    after(
      { name: 'form.when', payload: { ...place, condition } },
      { name: 'form.prefill', payload: { ...place, formula: 'case.number' } },
      { name: 'form.when', payload: place },
      { name: 'form.prefill', payload: place },
    ),
  ).toMatchObject({ refusal: { code: 'nothing-to-do' } });
});
