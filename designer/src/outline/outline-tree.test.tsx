/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
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

/** Counts how often a row asks for its problems: as often as it is drawn. */
class Asked extends Map<string, number> {
  times = 0;
  override get(key: string): number | undefined {
    this.times += 1;
    return super.get(key);
  }
}

function Around({ problems, opened }: { readonly problems: Asked; readonly opened: string[] }) {
  const [one, choose] = useState('assessing');
  const [renaming, setRenaming] = useState<string>();
  const keys = new Set([one]);
  return (
    <>
      <button type="button" onClick={() => setRenaming('assessing')}>
        Rename
      </button>
      <OutlineTree
        definition={complaint}
        tree={tree}
        selection={{ selected: keys, keys, change: (to) => choose(String([...to][0])), hear: nothing, enter: nothing }}
        renaming={renaming}
        expanded={new Set(['assessment', 'assessing'])}
        problems={problems}
        onOpen={(id) => opened.push(`${one} ${id}`)}
        onExpand={nothing}
        onKey={nothing}
        onRename={nothing}
        onRenamed={nothing}
      />
    </>
  );
}

test('choosing another line draws no line anew, whatever is made anew around it; another name does', async () => {
  const [problems, opened] = [new Asked(), [] as string[]];
  await showInWindow(<Around {...{ problems, opened }} />);
  const drawn = problems.times;
  expect(drawn).toBeGreaterThan(10);
  await userEvent.click(screen.getByRole('row', { name: /Assess$/ }));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getAllByRole('row', { selected: true }).map((row) => row.dataset.key)).toEqual(['assessing/on/assessed/1']);
  expect(problems.times).toBe(drawn);
  // What a line does is what it does now.
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual(['assessing/on/assessed/1 assessing/on/assessed/1']);
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
  expect(await screen.findByRole('textbox')).toBeTruthy();
});
