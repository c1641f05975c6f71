import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { type Edit, perform } from '../model/perform.ts';
import { usesOf } from '../model/uses.ts';
import { decisionsBy, draftForm } from './draft-form.ts';

const opened = (id: string): DesignDocument => {
  const document = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === id));
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const starter = opened('starter');
const edit = (document: DesignDocument, ...commands: readonly Command[]): Edit => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const refused = (document: DesignDocument, command: Command): string | undefined => {
  const done = perform(document, [command]);
  return done.ok ? undefined : done.refusal.code;
};
const asked = ({ definition }: DesignDocument, form: string) =>
  draftForm(definition, form).sections.map(({ fields }) => fields.map(({ field, required }) => (required ? `${field}!` : field)));

test('a new field with answers is asked last, its answers bind by schema and by words', () => {
  const { document } = edit(starter, {
    name: 'form.ask-new',
    payload: {
      form: 'redirection',
      section: 0,
      title: { en: 'Way home' },
      sort: 'choices',
      options: [{ en: 'By post' }, { en: 'By post' }],
    },
  });
  expect(asked(document, 'redirection')).toEqual([['redirectReasons!', 'otherBody!', 'wayHome']]);
  expect(fieldsOf(document.definition.data).wayHome).toEqual({
    title: { en: 'Way home' },
    schema: { type: 'array', items: { enum: ['byPost', 'byPost2'] } },
    options: [
      { value: 'byPost', title: { en: 'By post' } },
      { value: 'byPost2', title: { en: 'By post' } },
    ],
  });
  const fewer = edit(document, { name: 'option.remove', payload: { field: 'wayHome', option: 0 } }).document;
  expect(fieldsOf(fieldsOf(fewer.definition.data).wayHome)).toMatchObject({ schema: { items: { enum: ['byPost2'] } } });
  expect(refused(fewer, { name: 'option.remove', payload: { field: 'wayHome', option: 0 } })).toBe('not-here');
});

test('a field moves within its section and over its edge, and takes with it whatever stands in its line', () => {
  const [first = [], second = []] = asked(starter, 'recording');
  const last = { form: 'recording', section: 0, line: first.length - 1 } as const;
  const over = edit(starter, { name: 'form.move', payload: { ...last, where: 'down' } }).document;
  expect(asked(over, 'recording')).toEqual([first.slice(0, -1), ['attachments', ...second]]);
  const back = edit(over, { name: 'form.move', payload: { form: 'recording', section: 1, line: 0, where: 'up' } }).document;
  expect(JSON.stringify(back.definition)).toBe(JSON.stringify(starter.definition));
  expect(refused(starter, { name: 'form.move', payload: { form: 'recording', section: 0, line: 0, where: 'up' } })).toBe('nothing-to-do');
  const up = edit(starter, { name: 'form.move', payload: { form: 'recording', section: 0, line: 3, where: 'up' } }).document;
  const lines = JSON.stringify(fieldsOf(fieldsOf(up.definition.forms).recording));
  expect(lines).toContain('{"field":"receivedAt","required":true,"prefill":"case.startedAt"}');
});

test('a field is asked once in a form, required in one and not in another', () => {
  expect(refused(starter, { name: 'form.ask', payload: { form: 'lodging', section: 0, field: 'contact' } })).toBe('nothing-to-do');
  const { document } = edit(starter, { name: 'form.require', payload: { form: 'lodging', section: 0, line: 2, required: true } });
  expect(asked(document, 'lodging')[0]).toContain('productOrService!');
  const others = Object.keys(fieldsOf(starter.definition.forms)).filter((form) => form !== 'lodging');
  expect(others.map((form) => asked(document, form))).toEqual(others.map((form) => asked(starter, form)));
});

test('what is marked personal has readers from then on, and never none', () => {
  const marked = edit(starter, { name: 'field.personal', payload: { field: 'otherBody', personal: 'special' } }).document;
  const field = fieldsOf(fieldsOf(marked.definition.data).otherBody);
  expect(field.personal).toBe('special');
  expect(field.visibleTo).toContain('handler');
  expect(refused(marked, { name: 'field.readers', payload: { field: 'otherBody', roles: [] } })).toBe('not-here');
});

test('another type is told to touch what is decided by the field, not where a form merely asks it', () => {
  expect(decisionsBy(starter.definition, 'needForImmediateAction')).toEqual(['form:recording']);
  expect(decisionsBy(starter.definition, 'otherBody')).not.toContain('form:redirection');
  expect(usesOf(starter.definition, 'field', 'otherBody')).toContain('form:redirection');
});

test('looking at every form and field of the shipped procedures writes nothing', () => {
  const ids = shippedProcesses.map((process) => String(fieldsOf(process).id));
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) {
    const { definition } = opened(id);
    const before = JSON.stringify(definition);
    for (const form of Object.keys(fieldsOf(definition.forms))) {
      expect(draftForm(definition, form).sections.flatMap(({ fields }) => fields).length).toBeGreaterThan(0);
      usesOf(definition, 'form', form);
    }
    for (const field of Object.keys(fieldsOf(definition.data))) decisionsBy(definition, field);
    expect(JSON.stringify(definition)).toBe(before);
  }
});
