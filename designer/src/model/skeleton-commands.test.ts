import { expect, test } from '@jest/globals';
import { defaultAnswers, drawSkeleton, shippedProcesses } from '@redress/definitions';
import { emptyProcedure } from '../procedures/empty-procedure.ts';
import { type DesignDocument, exportDocument, openDocument } from './document.ts';
import { openEditor } from './editor.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { schemas } from './pretend-definitions.ts';
import { isUntouched } from './skeleton-commands.ts';
import { treeOf } from './tree.ts';

const words = { id: 'karty', title: 'Karty', language: 'pl', receive: 'Przyjmij', handler: 'Prowadzący', complainant: 'Skarżący' };
const opened = (definition: unknown, layout: unknown = {}): DesignDocument => {
  const document = openDocument(definition, layout);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
let count = 0;
const editorOf = (document: DesignDocument) => openEditor(document, { now: () => ++count * 10_000, name: 'test' });
const drawn = drawSkeleton({ ...defaultAnswers, languages: ['pl'] });
const draw = { name: 'skeleton.draw', payload: { drawn } } as const;

test('a new procedure is untouched; what somebody has drawn is not, and nothing is ever drawn over it', () => {
  const empty = opened(emptyProcedure(words));
  expect(isUntouched(empty.definition)).toBe(true);
  for (const process of shippedProcesses) {
    const editor = editorOf(opened(process));
    expect(isUntouched(editor.store.getState().document.definition)).toBe(false);
    expect(editor.perform(draw)).toMatchObject({ ok: false, refusal: { code: 'not-here' } });
  }
  const editor = editorOf(empty);
  editor.perform({ name: 'row.add', payload: { step: 'receiving', via: 'on', label: { pl: 'Dalej' } } });
  expect(editor.perform(draw).ok).toBe(false);
});

test('the skeleton is one line of the history: undone the procedure is as it was, done again it is drawn', () => {
  const empty = opened(emptyProcedure(words));
  const editor = editorOf(empty);
  const done = editor.perform(draw);
  expect(done.ok && done.value.chosen).toEqual(['receiving']);
  const { document, undoable } = editor.store.getState();
  expect(undoable.map((line) => line.words.id)).toEqual(['edit.skeleton-draw']);
  expect(fieldsOf(document.definition)).toMatchObject({
    id: 'karty',
    languages: ['pl', 'en', 'fa'],
    title: { pl: 'Karty', en: 'Complaint' },
  });
  expect(findingsOf(document, { schemas })).toEqual([]);
  expect(editor.undo().ok).toBe(true);
  expect(exportDocument(editor.store.getState().document).definition).toEqual(exportDocument(empty).definition);
  expect(editor.redo().ok).toBe(true);
  expect(exportDocument(editor.store.getState().document)).toEqual(exportDocument(document));
});

test('a step whose id was given away before gets another one', () => {
  const editor = editorOf(opened(emptyProcedure(words), { retired: { steps: { deciding: true } } }));
  editor.perform(draw);
  const { document } = editor.store.getState();
  const { byId } = treeOf(document.definition);
  expect([byId.has('deciding'), byId.get('deciding2')?.role]).toEqual([false, 'decisionMaker']);
  expect(byId.get('investigating')?.rows.find(({ name }) => name === 'findingsReady')?.to).toEqual(['deciding2']);
  expect(findingsOf(document, { schemas })).toEqual([]);
});
