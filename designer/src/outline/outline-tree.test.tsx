/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { OutlineTree } from './outline-tree.tsx';

afterEach(cleanup);

const complaint = fieldsOf(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'));
const tree = treeOf(complaint);
const chosen = new Set(['assessing']);
const nothing = () => undefined;

async function show(step: string, language: Language = 'en'): Promise<void> {
  await showInWindow(
    <OutlineTree
      definition={complaint}
      tree={tree}
      selection={{ selected: chosen, keys: chosen, change: nothing, hear: nothing, enter: nothing }}
      renaming={undefined}
      expanded={new Set([tree.byId.get(step)?.parent ?? '', step])}
      problems={new Map()}
      onOpen={nothing}
      onExpand={nothing}
      onKey={nothing}
      onRename={nothing}
      onRenamed={nothing}
    />,
    { language },
  );
}

test('what holds at any time says its condition under each step that it holds for', async () => {
  await show('assessing');
  const line = screen.getByRole('row', { name: /^At any time/ });
  expect(line.textContent).toMatch(/Answer: warns – only if “.?Priority.?” is at least “.?Major.?”, 2\. Answer: warns/u);
});

test.each([
  ['en', /^After 14 days – at most once/, /^After 14 days – otherwise/],
  ['fa', / – حداکثر ۱ بار/, / – در غیر این صورت/],
  ['pl', /^Po 14 dniach – najwyżej raz/, /^Po 14 dniach – w przeciwnym razie/],
] as const)('of two ways that the same deadline leads to each says when it counts, in %s', async (language, first, second) => {
  await show('implementing', language);
  const rows = screen.getAllByRole('row').filter((row) => row.dataset.key?.startsWith('implementing/after/remedyBy'));
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([expect.stringMatching(first), expect.stringMatching(second)]);
});
