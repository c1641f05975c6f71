import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { schemas } from './pretend-definitions.ts';

const opened = (id: string): DesignDocument => {
  const document = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === id));
  if (!document.ok) throw new Error(id);
  return document.value;
};
const starter = opened('starter');
const edit = (document: DesignDocument, ...commands: readonly Command[]): DesignDocument => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
};
const letterOf = ({ definition }: DesignDocument, id: string) => fieldsOf(fieldsOf(definition.letters)[id]);
const blocksOf = (document: DesignDocument, id: string) => listOf(letterOf(document, id).blocks);
const errors = (document: DesignDocument) =>
  findingsOf(document, { schemas })
    .filter(({ severity }) => severity === 'error')
    .map(({ element, field, code }) => `${element} ${field.join('/')} ${code}`);

test('a new letter has a name, somebody who receives it and a subject; with a paragraph it is whole', () => {
  const title = { en: 'Site visit', fa: 'بازدید', pl: 'Wizja lokalna' };
  const added = perform(starter, [{ name: 'letter.add', payload: { title, to: ['complainant'] } }]);
  if (!added.ok) throw new Error(added.refusal.code);
  expect(added.value.chosen).toEqual(['letter:siteVisit']);
  expect(errors(added.value.document)).toEqual(['letter:siteVisit blocks schema']);
  const text = { en: 'We come on {step.due}.', fa: 'تا {step.due} می‌آییم.', pl: 'Przyjedziemy do {step.due}.' };
  const whole = edit(added.value.document, { name: 'block.add', payload: { letter: 'siteVisit', text, tells: ['until-when'] } });
  expect(letterOf(whole, 'siteVisit')).toEqual({ title, to: ['complainant'], subject: title, blocks: [{ tells: ['until-when'], text }] });
  expect(errors(whole)).toEqual([]);
});

test('what a paragraph tells and does not carry is found in that language', () => {
  const at = blocksOf(starter, 'acknowledgement').findIndex((block) => listOf(fieldsOf(block).tells).includes('expected-date'));
  const without = edit(starter, {
    name: 'block.text',
    payload: { letter: 'acknowledgement', block: at, language: 'fa', words: 'به‌زودی پاسخ می‌دهیم.' },
  });
  expect(errors(without)).toEqual([`letter:acknowledgement blocks/${at}/text/fa claim-without-fact`]);
  expect(errors(edit(without, { name: 'block.tells', payload: { letter: 'acknowledgement', block: at, tells: [] } }))).toEqual([]);
});

test('a letter files what it is told to, each once, and nothing any more; a form does so too', () => {
  const files = edit(starter, { name: 'letter.records', payload: { letter: 'progress', records: ['response', 'x-ours', 'response'] } });
  expect(letterOf(files, 'progress').records).toEqual(['response', 'x-ours']);
  expect(errors(files)).toEqual([]);
  const none = edit(files, { name: 'letter.records', payload: { letter: 'progress', records: [] } });
  expect(none.definition).toEqual(starter.definition);
  const form = edit(starter, { name: 'form.records', payload: { form: 'decision', records: [] } });
  expect(fieldsOf(fieldsOf(form.definition.forms).decision)).not.toHaveProperty('records');
  expect(errors(form)).toEqual([]);
});

test('a letter that something sends stays; one that nothing sends goes', () => {
  expect(perform(starter, [{ name: 'letter.remove', payload: { letter: 'acknowledgement' } }])).toMatchObject({
    ok: false,
    refusal: { code: 'in-use', element: 'letter:acknowledgement', uses: ['examining'] },
  });
  const added = edit(starter, { name: 'letter.add', payload: { title: { en: 'Spare' } } });
  const gone = edit(added, { name: 'letter.remove', payload: { letter: 'spare' } });
  expect(gone.definition).toEqual(starter.definition);
  // Its id is never given again.
  expect(Object.keys(fieldsOf(edit(gone, { name: 'letter.add', payload: { title: { en: 'Spare' } } }).definition.letters))).toContain(
    'spare2',
  );
});

test('paragraphs and other words move, and nothing but their place changes', () => {
  const before = blocksOf(starter, 'acknowledgement');
  const moved = edit(starter, { name: 'block.move', payload: { letter: 'acknowledgement', block: 0, where: 'down' } });
  expect(blocksOf(moved, 'acknowledgement')).toEqual([before[1], before[0], ...before.slice(2)]);
  expect(perform(starter, [{ name: 'block.move', payload: { letter: 'acknowledgement', block: 0, where: 'up' } }]).ok).toBe(false);
  const place = { letter: 'acknowledgement', block: 0 };
  const other = edit(
    starter,
    { name: 'variant.add', payload: place },
    { name: 'variant.move', payload: { ...place, variant: 1, where: 'up' } },
  );
  const variants = (document: DesignDocument) => listOf(fieldsOf(blocksOf(document, 'acknowledgement')[0]).variants);
  expect(variants(other)).toEqual([{ text: fieldsOf(before[0]).text }, ...variants(starter)]);
  const none = edit(
    other,
    { name: 'variant.remove', payload: { ...place, variant: 0 } },
    { name: 'variant.remove', payload: { ...place, variant: 0 } },
  );
  expect(blocksOf(none, 'acknowledgement')[0]).toEqual({ text: fieldsOf(before[0]).text });
});

test('what stands where a list should be is kept, and the edit refused', () => {
  const odd = openDocument({ letters: { note: { to: 'everybody', blocks: 'many' } } });
  if (!odd.ok) throw new Error('odd');
  for (const command of [
    { name: 'letter.to', payload: { letter: 'note', roles: ['a'] } },
    { name: 'block.add', payload: { letter: 'note', text: {} } },
  ] as const satisfies readonly Command[])
    expect(perform(odd.value, [command])).toMatchObject({ ok: false, refusal: { code: 'odd-shape' } });
});
