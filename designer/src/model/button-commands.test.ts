import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { createIntl } from 'react-intl';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import type { Command } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { undoWords } from './edit-words.ts';
import { fieldsOf } from './loose-json.ts';
import { type Edit, perform } from './perform.ts';

const opened = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
if (!opened.ok) throw new Error('no starter');
const starter = opened.value;
const edit = (from: DesignDocument, ...commands: readonly Command[]): Edit => {
  const done = perform(from, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const button = ({ definition }: DesignDocument, event: string) => fieldsOf(fieldsOf(definition.events)[event]);

test('a button asks before it does something, in each language, and asks no more with its last words', () => {
  const { document } = edit(
    starter,
    { name: 'event.confirm', payload: { event: 'examined', language: 'pl', words: 'Na pewno?' } },
    { name: 'event.confirm', payload: { event: 'examined', language: 'fa', words: 'مطمئن هستید؟' } },
  );
  expect(button(document, 'examined')).toEqual({
    ...button(starter, 'examined'),
    confirm: { pl: 'Na pewno?', fa: 'مطمئن هستید؟' },
  });
  const asksNothing = edit(
    document,
    { name: 'event.confirm', payload: { event: 'examined', language: 'pl', words: '' } },
    { name: 'event.confirm', payload: { event: 'examined', language: 'fa', words: '' } },
  );
  expect(asksNothing.document.definition).toEqual(starter.definition);
});

test('a button gets another look, and without one is plain; the history says which', async () => {
  const danger = edit(starter, { name: 'event.style', payload: { event: 'examined', style: 'danger' } });
  expect(button(danger.document, 'examined').style).toBe('danger');
  expect(button(edit(danger.document, { name: 'event.style', payload: { event: 'examined' } }).document, 'examined')).not.toHaveProperty(
    'style',
  );
  const say = sayWith(createIntl({ locale: 'pl', messages: await loadMessages('pl') }));
  expect(undoWords(danger.words, say, (words) => words.pl ?? '')).toContain('zmiana wyglądu przycisku „Fakty ustalone”');
});

test('what is no button is refused, and what stands there and is no text is kept', () => {
  const refused = (from: DesignDocument, command: Command) => {
    const done = perform(from, [command]);
    return done.ok ? undefined : done.refusal;
  };
  expect(refused(starter, { name: 'event.style', payload: { event: 'toString', style: 'danger' } })).toEqual({
    code: 'no-such-element',
    element: 'event:toString',
  });
  const odd = edit(starter, { name: 'value.set', payload: { at: '/events/examined/confirm', value: 'Sure?' } }).document;
  expect(refused(odd, { name: 'event.confirm', payload: { event: 'examined', language: 'en', words: 'Really?' } })).toEqual({
    code: 'odd-shape',
    key: 'confirm',
  });
});
