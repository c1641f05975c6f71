/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeskWorker } from '../base/worker-desk.ts';
import { checkingDrafts } from '../check/check-draft.ts';
import { noLaws } from '../check/pretend-rule.ts';
import { openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { type FixAnswer, type FixAsked, fixingDrafts } from './fix-draft.ts';
import { FixOffer } from './fix-offer.tsx';

afterEach(cleanup);
beforeEach(() => {
  pretendServer(() => ({ status: 200, body: { rows: [] } }));
});

/** The same work without a second thread, which this window does not have. */
function hire(): DeskWorker<FixAsked, FixAnswer> {
  const fix = fixingDrafts();
  const worker: DeskWorker<FixAsked, FixAnswer> = {
    postMessage: ({ number, question }) => {
      const answered = new MessageEvent('message', { data: { number, answer: fix(question) } });
      queueMicrotask(() => worker.onmessage?.(answered));
    },
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
  };
  return worker;
}

/** The starter with one part taken away, the rule that misses it, and an editor to repair it in. */
async function broken(part: 'policy' | 'retention', rule: string) {
  const { [part]: _, ...rest } = fieldsOf(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
  const opened = openDocument(rest);
  if (!opened.ok) throw new Error('no document');
  const editor = openEditor(opened.value, { name: 'window', now: () => 0 });
  const { definition } = opened.value;
  const checked = checkingDrafts()({ definition, nested: [], laws: noLaws }).rules.find((each) => each.rule === rule);
  if (!checked) throw new Error(`no such rule: ${rule}`);
  const act: Parameters<typeof FixOffer>[0]['act'] = (command) => (editor.perform(command).ok ? [] : undefined);
  await showPage(<FixOffer rule={checked} definition={definition} act={act} describedBy="x" onChoose={() => undefined} hire={hire} />, {
    language: 'pl',
  });
  await userEvent.click(screen.getByRole('button', { name: 'Pokaż poprawkę' }));
  return { editor, start: JSON.stringify(opened.value) };
}
const verdictOf = (definition: object, rule: string) =>
  checkingDrafts()({ definition, nested: [], laws: noLaws }).rules.find((each) => each.rule === rule)?.verdict;

test('a repair is shown before it is made, made as one line of the history, and one undo takes it back', async () => {
  const { editor, start } = await broken('retention', '10002/8.1-A');
  await screen.findByRole('region', { name: 'Co się zmieni' });
  expect(JSON.stringify(editor.store.getState().document)).toBe(start);
  await userEvent.click(screen.getByRole('button', { name: 'Wprowadź tę poprawkę' }));
  expect(verdictOf(editor.store.getState().document.definition, '10002/8.1-A')).toBe('holds');
  expect(editor.undo().ok).toBe(true);
  expect(JSON.stringify(editor.store.getState().document)).toBe(start);
});

test('what nobody but the organisation knows is left open and said so', async () => {
  const { editor } = await broken('policy', '10002/5.3-A');
  await screen.findByText(/Potem trzeba jeszcze wpisać 1 tekst/);
  await userEvent.click(screen.getByRole('button', { name: 'Wprowadź tę poprawkę' }));
  expect(fieldsOf(editor.store.getState().document.definition.policy).version).toBe('…');
});
