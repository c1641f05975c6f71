import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { createIntl } from 'react-intl';
import { sayWith } from '../language/words.tsx';
import { applyPatches } from './apply-patches.ts';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { redoWords, undoWords } from './edit-words.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { type Edit, perform } from './perform.ts';
import { allPlaces } from './places.ts';
import { schemas } from './pretend-definitions.ts';
import { type TreeElement, treeOf } from './tree.ts';

const opened = (definition: unknown): DesignDocument => {
  const document = openDocument(definition);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const starter = opened(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
const complaint = opened(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'));
const edit = (document: DesignDocument, ...commands: readonly Command[]): Edit => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const refused = (document: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(document, [command]);
  return done.ok ? undefined : done.refusal;
};
const element = (document: DesignDocument, id: string): TreeElement => {
  const found = treeOf(document.definition).byId.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const errorsOf = (document: DesignDocument) => findingsOf(document, { schemas }).filter(({ severity }) => severity === 'error');

test('the next step of a row stands behind its step, and the row leads to it', () => {
  const { document, chosen } = edit(starter, {
    name: 'step.add',
    payload: { kind: 'task', title: { en: 'Call the complainant' }, from: 'recording/on/recorded/0' },
  });
  expect(chosen).toEqual(['callTheComplainant']);
  expect(element(document, 'recording').rows[0]?.to).toEqual(['callTheComplainant']);
  expect(
    treeOf(document.definition)
      .elements.map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['recording', 'callTheComplainant', 'examining']);
  expect(element(document, 'callTheComplainant')).toMatchObject({ kind: 'task', role: 'handler' });
});

test('a step in an arrow leads on to where the arrow led, and the procedure still compiles', () => {
  const { document } = edit(starter, {
    name: 'step.insert',
    payload: {
      kind: 'task',
      title: { en: 'Check', pl: 'Sprawdź' },
      outcome: { en: 'Checked', fa: 'ب', pl: 'Ok' },
      row: 'recording/on/recorded/0',
    },
  });
  expect(element(document, 'recording').rows[0]?.to).toEqual(['check']);
  expect(element(document, 'check').rows).toMatchObject([{ address: 'check/on/checked/0', to: ['examining'], label: { en: 'Checked' } }]);
  expect(errorsOf(document).map(({ code }) => code)).toEqual([]);
});

test('what led to a removed step is open and a finding at its row; the id is never given again', () => {
  const { document } = edit(starter, { name: 'step.remove', payload: { ids: ['examining'] } });
  const row = element(document, 'recording').rows[0];
  expect(row).toMatchObject({ leads: 'open', to: [], missing: ['examining'] });
  expect(errorsOf(document)).toContainEqual(
    expect.objectContaining({ code: 'unknown-step', element: 'recording', row: 'recording/on/recorded/0', field: ['target'] }),
  );
  const healed = edit(document, { name: 'row.connect', payload: { row: 'recording/on/recorded/0', to: 'deciding' } });
  const again = edit(
    healed.document,
    { name: 'row.connect', payload: { row: 'recording/after/recordBy/0', to: 'deciding' } },
    { name: 'step.add', payload: { kind: 'task', title: { en: 'Examining' } } },
  );
  expect(again.chosen).toEqual(['examining2']);
});

test('a step that goes into another stage keeps every reference, and nothing but its place changes', () => {
  const { document, patches } = edit(complaint, { name: 'step.move', payload: { ids: ['interimAction'], into: 'inquiry' } });
  expect(patches).toMatchObject([{ op: 'move', from: '/definition/machine/states/assessment/states/interimAction' }]);
  expect(element(document, 'assessing').rows[0]).toMatchObject({ leads: 'on', to: ['interimAction'] });
  expect(errorsOf(document)).toEqual([]);
});

test('an id that went in any way is never given again, and one that came back with an undo is there again', () => {
  const gone = edit(starter, { name: 'value.set', payload: { at: '/events/decide' } });
  const made = edit(gone.document, { name: 'row.add', payload: { step: 'deciding', via: 'on', label: { en: 'Decide' } } });
  expect(made.chosen).toEqual(['deciding/on/decide2/0']);
  expect(applyPatches(gone.document, gone.inverse)).toEqual(starter);
});

test('a step that gets a track of its own keeps its id, also where the track is called as the step', () => {
  const made = edit(starter, { name: 'step.add', payload: { kind: 'task', title: { en: 'Phone back' } } });
  const { document } = edit(made.document, {
    name: 'tracks.make',
    payload: { step: 'phoneBack', title: { en: 'At once' }, other: { en: 'Write' } },
  });
  expect(element(document, 'phoneBack')).toMatchObject({ kind: 'task', parent: 'phoneBack2' });
  expect(element(document, 'atOnce').children.map(({ id }) => id)).toEqual(['phoneBack2', 'write']);
  expect(allPlaces(document.definition).filter(({ id }) => id === 'phoneBack')).toHaveLength(1);
});

test('new ids are words from the English title, else the first, and no word that means something', () => {
  const add = (title: Readonly<Record<string, string>>) => edit(starter, { name: 'step.add', payload: { kind: 'wait', title } }).chosen;
  expect(add({ en: 'Ask for 2 documents!' })).toEqual(['askFor2Documents']);
  expect(add({ pl: 'Zażółć gęślą jaźń' })).toEqual(['zazolcGeslaJazn']);
  expect(add({ fa: 'بررسی' })).toEqual(['newStep']);
  expect(add({ en: 'States' })).toEqual(['states2']);
  expect(add({ en: 'xstate.done' })).toEqual(['xstateDone']);
  expect(add({ en: 'Constructor' })).toEqual(['constructor2']);
});

test('a kind changes where nothing is lost by it, and says what would be', () => {
  const external = treeOf(complaint.definition).byId;
  expect(external.get('reviewing')?.kind).toBe('sub');
  const changed = edit(complaint, { name: 'step.kind', payload: { step: 'reviewing', kind: 'external' } });
  expect(element(changed.document, 'reviewing').kind).toBe('external');
  expect(edit(changed.document, { name: 'step.kind', payload: { step: 'reviewing', kind: 'sub' } }).document.definition.machine).toEqual(
    complaint.definition.machine,
  );
  expect(refused(complaint, { name: 'step.kind', payload: { step: 'assessing', kind: 'decision' } })).toEqual({
    code: 'would-lose',
    element: 'assessing',
    parts: expect.arrayContaining(['form', 'on', 'after']),
  });
});

test('stages: made, filled, ordered, begun elsewhere; a stage does not go into itself', () => {
  const made = edit(starter, { name: 'step.add', payload: { kind: 'stage', title: { en: 'Answer' }, before: 'examining' } });
  const filled = edit(made.document, { name: 'step.move', payload: { ids: ['deciding', 'awaitingAnswer'], into: 'answer' } });
  expect(element(filled.document, 'answer').children.map(({ id, isStart }) => [id, isStart])).toEqual([
    ['deciding', true],
    ['awaitingAnswer', false],
  ]);
  expect(errorsOf(filled.document)).toEqual([]);
  const begun = edit(filled.document, { name: 'start.set', payload: { stage: 'answer', step: 'awaitingAnswer' } });
  expect(element(begun.document, 'awaitingAnswer').isStart).toBe(true);
  const ordered = edit(begun.document, { name: 'step.move', payload: { ids: ['awaitingAnswer'], into: 'answer', before: 'deciding' } });
  expect(element(ordered.document, 'answer').children.map(({ id }) => id)).toEqual(['awaitingAnswer', 'deciding']);
  expect(refused(ordered.document, { name: 'step.move', payload: { ids: ['answer'], into: 'answer' } })).toMatchObject({
    code: 'not-here',
  });
});

test('"and at the same time" puts a step into a track beside another, and whoever led to it still does', () => {
  const { document } = edit(starter, {
    name: 'tracks.make',
    payload: { step: 'examining', title: { en: 'Facts' }, other: { en: 'Expert' } },
  });
  expect(element(document, 'facts')).toMatchObject({ kind: 'tracks', children: [{ kind: 'stage' }, { kind: 'stage' }] });
  expect(element(document, 'recording').rows[0]).toMatchObject({ leads: 'on', to: ['examining'] });
});

test('rows: made with their button or deadline, ordered, connected, disconnected, taken away', () => {
  const made = edit(starter, {
    name: 'row.add',
    payload: { step: 'deciding', via: 'after', label: { en: 'Nudge' }, length: { workingDays: 2 }, to: 'closing' },
  });
  expect(made.chosen).toEqual(['deciding/after/nudge/0']);
  expect(fieldsOf(made.document.definition.delays).nudge).toEqual({ title: { en: 'Nudge' }, workingDays: 2 });
  const first = edit(starter, { name: 'row.move', payload: { row: 'awaitingAnswer/on/reject/1', before: 'awaitingAnswer/on/reject/0' } });
  expect(first.chosen).toEqual(['awaitingAnswer/on/reject/0']);
  expect(
    element(first.document, 'awaitingAnswer')
      .rows.slice(1, 3)
      .map(({ to }) => to),
  ).toEqual([['externalOffer'], ['reviewing']]);
  const group = edit(starter, { name: 'row.move', payload: { row: 'awaitingAnswer/on/accept/0' } });
  expect(
    element(group.document, 'awaitingAnswer')
      .rows.map(({ name }) => name)
      .slice(0, 4),
  ).toEqual(['reject', 'reject', 'goExternal', 'accept']);
  const open = edit(starter, { name: 'row.disconnect', payload: { row: 'deciding/on/decide/0' } });
  expect(element(open.document, 'deciding').rows[0]?.leads).toBe('open');
  const gone = edit(starter, { name: 'row.remove', payload: { row: 'deciding/on/decide/0' } });
  expect(element(gone.document, 'deciding').rows.some(({ via }) => via === 'on')).toBe(false);
  expect(refused(starter, { name: 'row.add', payload: { step: 'resolved', via: 'on', label: { en: 'No' } } })).toMatchObject({
    code: 'not-here',
  });
});

test('details: who answers, who works, form, tags, condition, length, words, and any value by its place', () => {
  const { document } = edit(
    starter,
    { name: 'owner.set', payload: { step: 'awaitingAnswer', role: 'topManagement' } },
    { name: 'role.set', payload: { step: 'examining', role: 'processOwner' } },
    { name: 'form.set', payload: { step: 'examining' } },
    { name: 'tags.set', payload: { step: 'deciding', tags: ['stage:decision', 'mark:late'] } },
    { name: 'row.condition', payload: { row: 'deciding/on/decide/0', condition: { field: 'severity', is: '>=', value: 4 } } },
    { name: 'delay.set', payload: { delay: 'decideBy', length: { workingDays: 3 } } },
    { name: 'row.label', payload: { row: 'deciding/on/decide/0', language: 'en', words: 'Settle' } },
    { name: 'title.set', payload: { of: 'role:handler', language: 'pl', words: 'Referent' } },
    { name: 'title.set', payload: { of: '', language: 'en', words: 'Complaints' } },
    { name: 'languages.set', payload: { languages: ['pl', 'en'] } },
    { name: 'value.set', payload: { at: '/machine/states/deciding/meta/maxVisits', value: 2 } },
    { name: 'value.set', payload: { at: '/policy' } },
  );
  expect(element(document, 'awaitingAnswer').owner).toBe('topManagement');
  expect(element(document, 'examining')).toMatchObject({ role: 'processOwner' });
  expect(element(document, 'examining').form).toBeUndefined();
  expect(element(document, 'deciding').rows[0]).toMatchObject({ label: { en: 'Settle' }, condition: { field: 'severity' } });
  expect(fieldsOf(document.definition.delays).decideBy).toMatchObject({ workingDays: 3, title: { en: 'Decide' } });
  expect(document.definition).toMatchObject({
    title: { en: 'Complaints' },
    languages: ['pl', 'en'],
    roles: { handler: { title: { pl: 'Referent' } } },
  });
  expect('policy' in document.definition).toBe(false);
  expect(refused(starter, { name: 'value.set', payload: { at: '/nothing/there', value: 1 } })).toMatchObject({ code: 'no-such-place' });
});

test('an edit that changes nothing is none', () => {
  expect(refused(starter, { name: 'title.set', payload: { of: 'examining', language: 'en', words: 'Look into it' } })).toEqual({
    code: 'nothing-to-do',
  });
});

test.each([
  ['en', 'Undo: rename “Look into it”', 'Do again: rename “Look into it”'],
  ['fa', 'واگرد: تغییر نام «بررسی»', 'انجام دوباره: تغییر نام «بررسی»'],
  ['pl', 'Cofnij: zmiana nazwy „Zbadaj sprawę”', 'Ponów: zmiana nazwy „Zbadaj sprawę”'],
])('the history tells in %s what it undoes', (locale, undo, redo) => {
  const messages = JSON.parse(readFileSync(`designer/src/locales/design.${locale}.json`, 'utf8'));
  const say = sayWith(createIntl({ locale, messages }));
  const { words } = edit(starter, { name: 'title.set', payload: { of: 'examining', language: locale, words: 'X' } });
  const text = (said: Readonly<Record<string, string>>) => said[locale] ?? '';
  expect(undoWords(words, say, text)).toBe(undo);
  expect(redoWords(words, say, text)).toBe(redo);
});

test('a part that nobody understands is kept, and an edit that would have to write over it is refused', () => {
  const odd = opened({ ...starter.definition, machine: { states: { a: { meta: 'by hand', on: 7 } } } });
  expect(refused(odd, { name: 'title.set', payload: { of: 'a', language: 'en', words: 'A' } })).toEqual({ code: 'odd-shape', key: 'meta' });
  expect(refused(odd, { name: 'row.add', payload: { step: 'a', via: 'on', label: { en: 'B' } } })).toEqual({
    code: 'odd-shape',
    key: 'on',
  });
});
