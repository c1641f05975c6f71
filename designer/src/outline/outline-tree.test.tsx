/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen } from '@testing-library/react';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { OutlineTree } from './outline-tree.tsx';

afterEach(cleanup);

const complaint = fieldsOf(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'));
const tree = treeOf(complaint);
const chosen = new Set(['assessing']);
const nothing = () => undefined;

test('what holds at any time says its condition under each step that it holds for', async () => {
  await showInWindow(
    <OutlineTree
      definition={complaint}
      tree={tree}
      selection={{ selected: chosen, keys: chosen, change: nothing, hear: nothing, enter: nothing }}
      renaming={undefined}
      expanded={new Set([tree.byId.get('assessing')?.parent ?? '', 'assessing'])}
      problems={new Map()}
      onOpen={nothing}
      onExpand={nothing}
      onKey={nothing}
      onRename={nothing}
      onRenamed={nothing}
    />,
  );
  const line = screen.getByRole('row', { name: /^At any time/ });
  expect(line.textContent).toMatch(/Answer: warns – only if “.?Priority.?” is at least “.?Major.?”, 2\. Answer: warns/u);
});
