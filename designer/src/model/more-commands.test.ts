import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { fieldsOf } from './loose-json.ts';
import { perform } from './perform.ts';
import { placesOf } from './places.ts';
import { rowAt } from './rows.ts';

const shipped = (id: string): DesignDocument => {
  const opened = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === id));
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
};
const starter = shipped('starter');
const after = (document: DesignDocument, ...commands: readonly Command[]): DesignDocument => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
};
const refused = (document: DesignDocument, command: Command) => {
  const done = perform(document, [command]);
  return done.ok ? undefined : done.refusal;
};
const stateOf = ({ definition }: DesignDocument, step: string) => fieldsOf(placesOf(definition).get(step)?.state);
const rowOf = ({ definition }: DesignDocument, row: string) => fieldsOf(rowAt(definition, placesOf(definition), row)?.row);

test('a field is explained, begins with something and has a word of the standards; emptied, nothing of it stays', () => {
  const field = (document: DesignDocument) => fieldsOf(fieldsOf(document.definition.data).severity);
  const said = after(
    starter,
    { name: 'help.set', payload: { of: 'field', id: 'severity', language: 'pl', words: 'Od 1 do 4' } },
    { name: 'field.default', payload: { field: 'severity', value: 2 } },
    { name: 'field.means', payload: { field: 'severity', means: 'seriousness' } },
  );
  expect(field(said)).toMatchObject({ help: { pl: 'Od 1 do 4' }, default: 2, means: 'seriousness' });
  const emptied = after(
    said,
    { name: 'help.set', payload: { of: 'field', id: 'severity', language: 'pl', words: '' } },
    { name: 'field.default', payload: { field: 'severity' } },
    { name: 'field.means', payload: { field: 'severity', means: '' } },
  );
  expect(emptied.definition).toEqual(starter.definition);
  expect(refused(starter, { name: 'help.set', payload: { of: 'form', id: 'nowhere', language: 'en', words: 'x' } })).toEqual({
    code: 'no-such-element',
    element: 'form:nowhere',
  });
});

test('a task has a priority of its own, or the one that the case says; a step without a task has none', () => {
  const priority = (document: DesignDocument) => fieldsOf(fieldsOf(stateOf(document, 'examining').invoke).input).priority;
  const high = after(starter, { name: 'priority.set', payload: { step: 'examining', priority: 3 } });
  expect(priority(high)).toBe(3);
  expect(priority(after(high, { name: 'priority.set', payload: { step: 'examining', priority: '= severity' } }))).toBe('= severity');
  expect(after(high, { name: 'priority.set', payload: { step: 'examining' } }).definition).toEqual(starter.definition);
  expect(refused(starter, { name: 'priority.set', payload: { step: 'resolved', priority: 3 } })).toMatchObject({ code: 'not-here' });
});

test('what a way needs beyond its form, and what is remarked at it, goes without a trace', () => {
  const row = 'deciding/on/decide/0';
  const said = after(
    starter,
    { name: 'row.requires', payload: { row, fields: ['reasons', 'remedy'] } },
    { name: 'row.remark', payload: { row, words: 'Ask the lawyers' } },
    { name: 'remark.set', payload: { step: '', words: 'Drawn in May' } },
  );
  expect(rowOf(said, row)).toMatchObject({ meta: { requires: ['reasons', 'remedy'] }, description: 'Ask the lawyers' });
  const emptied = after(
    said,
    { name: 'row.requires', payload: { row, fields: [] } },
    { name: 'row.remark', payload: { row, words: '' } },
    { name: 'remark.set', payload: { step: '', words: '' } },
  );
  expect(emptied.definition).toEqual(starter.definition);
  expect(refused(starter, { name: 'row.requires', payload: { row: 'recording/after/recordBy/0', fields: ['reasons'] } })).toMatchObject({
    code: 'not-here',
  });
});

test('rounds come back to a step that is there, and what goes back to the procedure that began this one is named', () => {
  const said = after(
    starter,
    { name: 'home.set', payload: { step: 'recording' } },
    { name: 'returns.set', payload: { fields: ['decision', 'reasons'] } },
  );
  expect(said.definition).toMatchObject({ home: 'recording', returns: ['decision', 'reasons'] });
  expect(refused(starter, { name: 'home.set', payload: { step: 'nowhere' } })).toEqual({ code: 'no-such-element', element: 'nowhere' });
  const taken = after(said, { name: 'home.set', payload: {} }, { name: 'returns.set', payload: { fields: [] } });
  expect(taken.definition).toEqual(starter.definition);
});

test('a return says how far back it goes and where it goes first', () => {
  const drawn = after(starter, { name: 'step.add', payload: { kind: 'history', title: { en: 'Back' } } });
  const said = after(
    drawn,
    { name: 'return.depth', payload: { step: 'back', depth: 'deep' } },
    { name: 'return.first', payload: { step: 'back', to: 'deciding' } },
  );
  expect(stateOf(said, 'back')).toMatchObject({ type: 'history', history: 'deep', target: '#deciding' });
  expect(refused(drawn, { name: 'return.depth', payload: { step: 'deciding', depth: 'deep' } })).toMatchObject({ code: 'not-here' });
});

test('another rule of a decision stands before the one for everything else, and keeps its own words', () => {
  const drawn = after(
    starter,
    { name: 'step.add', payload: { kind: 'decision', title: { en: 'Which way' } } },
    { name: 'row.connect', payload: { row: 'whichWay/always/0', to: 'closing' } },
    { name: 'row.add', payload: { step: 'whichWay', via: 'always', label: { en: 'Serious' }, to: 'examining' } },
  );
  expect(stateOf(drawn, 'whichWay').always).toEqual([{ target: '#examining', meta: { title: { en: 'Serious' } } }, { target: '#closing' }]);
});
