import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf, listOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { schemas } from './pretend-definitions.ts';

const opened = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
if (!opened.ok) throw new Error('no starter');
const starter = opened.value;
const edit = (from: DesignDocument, ...commands: readonly Command[]): DesignDocument => {
  const done = perform(from, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
};
const refused = (from: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(from, [command]);
  return done.ok ? undefined : done.refusal;
};
const linesOf = ({ definition }: DesignDocument, form: string) =>
  listOf(fieldsOf(fieldsOf(definition.forms)[form]).sections).flatMap((section) => listOf(fieldsOf(section).fields));
const place = { form: 'decision', section: 0 } as const;

test('a form shows a field without asking it, once, and the procedure still compiles', () => {
  const shown = edit(starter, { name: 'form.show', payload: { ...place, field: 'findings' } });
  expect(linesOf(shown, 'decision').at(-1)).toEqual({ field: 'findings', readOnly: true });
  expect(findingsOf(shown, { schemas }).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(refused(shown, { name: 'form.show', payload: { ...place, field: 'findings' } })).toEqual({ code: 'nothing-to-do' });
  expect(refused(starter, { name: 'form.show', payload: { ...place, field: 'nobodyKnows' } })).toMatchObject({ code: 'no-such-element' });
});

test('what is asked becomes only shown and is no longer required, and is asked again', () => {
  const [first] = linesOf(starter, 'decision');
  expect(first).toEqual({ field: 'decision', required: true });
  const shown = edit(starter, { name: 'form.shown', payload: { ...place, line: 0, shown: true } });
  expect(linesOf(shown, 'decision')[0]).toEqual({ field: 'decision', readOnly: true });
  const asked = edit(shown, { name: 'form.shown', payload: { ...place, line: 0, shown: false } });
  expect(linesOf(asked, 'decision')[0]).toEqual({ field: 'decision' });
  expect(refused(asked, { name: 'form.shown', payload: { ...place, line: 0, shown: false } })).toEqual({ code: 'nothing-to-do' });
});
