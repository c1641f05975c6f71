import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Script } from '@redress/engine';
import { openDocument } from './document.ts';
import { openEditor } from './editor.ts';
import { stillThere } from './selection.ts';

const script: Script = { process: 'starter', at: '2026-03-02T09:00:00Z', people: {}, input: {}, steps: [{ wait: { workingDays: 2 } }] };

function drawing(scenarios: unknown = {}) {
  const document = openDocument(shippedProcesses[0], {}, scenarios);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  const editor = openEditor(document.value, { now: () => 0, name: 'ada' });
  return { ...editor, scenarios: () => editor.store.getState().document.scenarios, document: () => editor.store.getState().document };
}

test('a case that was tried out is kept under its name, is changed, gets another name, and goes; its id is never given again', () => {
  const editor = drawing();
  const added = editor.perform({ name: 'scenario.add', payload: { title: 'The answer is late', script } });
  expect(added).toMatchObject({ ok: true, value: { chosen: ['scenario:theAnswerIsLate'] } });
  expect(editor.scenarios()).toEqual({ scripts: { theAnswerIsLate: { ...script, title: 'The answer is late' } } });
  editor.perform({ name: 'scenario.set', payload: { scenario: 'theAnswerIsLate', script: { ...script, steps: [] } } });
  expect(editor.scenarios()).toMatchObject({ scripts: { theAnswerIsLate: { title: 'The answer is late', steps: [] } } });
  editor.perform({ name: 'scenario.rename', payload: { scenario: 'theAnswerIsLate', title: 'بی‌پاسخ' } });
  expect(editor.scenarios()).toMatchObject({ scripts: { theAnswerIsLate: { title: 'بی‌پاسخ' } } });
  expect(stillThere(editor.document(), ['scenario:theAnswerIsLate', 'gap:end:lost'])).toEqual(['scenario:theAnswerIsLate']);
  editor.perform({ name: 'scenario.remove', payload: { scenario: 'theAnswerIsLate' } });
  expect(editor.scenarios()).toEqual({ scripts: {} });
  expect(editor.perform({ name: 'scenario.add', payload: { title: 'The answer is late', script } })).toMatchObject({
    value: { chosen: ['scenario:theAnswerIsLate2'] },
  });
  expect(editor.perform({ name: 'scenario.add', payload: { title: 'بی‌پاسخ', script } })).toMatchObject({
    value: { chosen: ['scenario:scenario'] },
  });
});

test('a shipped scenario has its name in languages: it keeps them when other events are kept, and who renames it writes one for every reader', () => {
  const title = { en: 'Late', fa: 'دیر', pl: 'Późno' };
  const editor = drawing({ scripts: { late: { ...script, title } } });
  const set = editor.perform({ name: 'scenario.set', payload: { scenario: 'late', script: { ...script, steps: [] } } });
  expect(set.ok).toBe(true);
  expect(editor.scenarios()).toMatchObject({ scripts: { late: { title, steps: [] } } });
  expect(editor.perform({ name: 'scenario.add', payload: { title, script } })).toMatchObject({ value: { chosen: ['scenario:late2'] } });
  editor.perform({ name: 'scenario.rename', payload: { scenario: 'late', title: 'Zbyt późno' } });
  expect(editor.scenarios()).toMatchObject({ scripts: { late: { title: 'Zbyt późno' }, late2: { title } } });
});

test('a reason for what no scenario reaches is written, changed, and goes with its words', () => {
  const editor = drawing();
  const reason = (words: string) => editor.perform({ name: 'gap.set', payload: { what: 'recording/after/recordBy/0', reason: words } });
  reason('Nobody waited that long yet.');
  expect(editor.scenarios()).toEqual({ gaps: { 'recording/after/recordBy/0': 'Nobody waited that long yet.' } });
  expect(stillThere(editor.document(), ['gap:recording/after/recordBy/0'])).toEqual(['gap:recording/after/recordBy/0']);
  reason('  ');
  expect(editor.scenarios()).toEqual({ gaps: {} });
  expect(reason('')).toMatchObject({ ok: false, refusal: { code: 'nothing-to-do' } });
});

test('what is not there is refused, and what is no scenario is kept as it is', () => {
  const editor = drawing({ scripts: { odd: 'later' }, gaps: { 'end:closed': { note: 'later' } } });
  const remove = (scenario: string) => editor.perform({ name: 'scenario.remove', payload: { scenario } });
  expect(remove('gone')).toMatchObject({ refusal: { code: 'no-such-element', element: 'scenario:gone' } });
  expect(remove('toString')).toMatchObject({ refusal: { code: 'no-such-element' } });
  expect(remove('odd')).toMatchObject({ refusal: { code: 'odd-shape' } });
  expect(editor.perform({ name: 'gap.set', payload: { what: 'end:closed', reason: 'x' } })).toMatchObject({
    refusal: { code: 'odd-shape' },
  });
  expect(editor.scenarios()).toEqual({ scripts: { odd: 'later' }, gaps: { 'end:closed': { note: 'later' } } });
});
