/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { Command } from '../model/command.ts';
import type { DesignDocument } from '../model/document.ts';
import { openDocument } from '../model/document.ts';
import type { ElementFinding } from '../model/findings.ts';
import { fieldsOf, listOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { placesOf } from '../model/places.ts';
import { treeOf } from '../model/tree.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { StepLetters } from './step-letters.tsx';

const starter = shippedProcesses.find((process) => fieldsOf(process).id === 'starter') ?? {};
let kept: DesignDocument;
let chosen: string | undefined;
afterEach(cleanup);
const entryNow = () => listOf(placesOf(kept.definition).get('examining')?.state.entry);

test('a letter is added by the keyboard alone, said as a sentence, and sent to somebody else', async () => {
  await show([]);
  const start = within(screen.getByRole('region', { name: 'When this starts' }));
  start.getByText('Nothing is done by itself.');
  await tabTo(start.getByRole('button', { name: 'Add what is done: When this starts' }));
  await userEvent.keyboard('{Enter}{Enter}');
  expect(entryNow()).toEqual([{ type: 'letter', params: { letter: '' } }]);
  expect(document.activeElement).toBe(start.getByRole('combobox', { name: 'Which letter' }));
  await userEvent.keyboard('Closed without{ArrowDown}{Enter}');
  const [first] = entryNow();
  expect(first).toEqual({ type: 'letter', params: { letter: expect.any(String) } });
  start.getByRole('button', { name: /^Send the letter “.*” to: / });
  start.getByText(/^As the letter says: /);
  await tabTo(start.getByRole('combobox', { name: 'Send it to others instead' }));
  await userEvent.keyboard('Head of{ArrowDown}{Enter}{Escape}');
  expect(entryNow()).toEqual([{ type: 'letter', params: { letter: expect.any(String), to: ['topManagement'] } }]);
  await userEvent.click(start.getByRole('button', { name: 'Open the letter' }));
  expect(chosen).toMatch(/^letter:/);
});

test('data are set by the control of the field, to other data, or emptied', async () => {
  await show([{ type: 'set', params: {} }]);
  await userEvent.click(screen.getByRole('button', { name: /^Set case data/ }));
  await tabTo(screen.getByRole('combobox', { name: 'Write into' }));
  await userEvent.keyboard('Severity{ArrowDown}{Enter}{Escape}');
  const [field = ''] = Object.keys(fieldsOf(fieldsOf(entryNow()[0]).params));
  expect(field).not.toBe('');
  const group = within(screen.getByRole('group', { name: 'Severity' }));
  await choose(group.getByRole('button', { name: /Value/ }), 0);
  const value = fieldsOf(fieldsOf(entryNow()[0]).params)[field];
  expect(typeof value).toMatch(/number|string/);
  expect(value).not.toBe('');
  await userEvent.click(group.getByRole('button', { name: /What is written there/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Nothing: it is emptied' }));
  expect(entryNow()).toEqual([{ type: 'set', params: { [field]: null } }]);
  screen.getByRole('button', { name: /^Empty “/ });
});

test('what is not known here is said, stays to the byte, and moves with the others; the focus stays with what is moved', async () => {
  const odd = { type: 'x-fax', params: { letter: 'closure' }, because: { law: 3 } };
  const record = { type: 'record', params: { record: 'closure-record' } };
  await show([odd, record]);
  await userEvent.click(screen.getByRole('button', { name: 'Something technical, kept as it is' }));
  screen.getByText('{"type":"x-fax","params":{"letter":"closure"},"because":{"law":3}}');
  await userEvent.click(screen.getByRole('button', { name: 'Move down: Something technical, kept as it is' }));
  expect(JSON.stringify(entryNow())).toBe(JSON.stringify([record, odd]));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move up: Something technical, kept as it is');
  await userEvent.keyboard('{Enter}');
  expect(JSON.stringify(entryNow())).toBe(JSON.stringify([odd, record]));
  await userEvent.click(screen.getByRole('button', { name: /^Remove: Something technical/ }));
  expect(entryNow()).toEqual([record]);
  expect(document.activeElement).not.toBe(document.body);
});

test('a problem opens the action it is about, and its field says where it is written', async () => {
  const finding: ElementFinding = {
    severity: 'error',
    code: 'unknown-letter',
    at: '/machine',
    facts: { name: 'gone' },
    element: 'examining',
    field: ['entry', '1', 'params', 'letter'],
  };
  await show(
    [
      { type: 'record', params: { record: 'closure-record' } },
      { type: 'letter', params: { letter: 'gone' } },
    ],
    [finding],
  );
  const field = screen.getByRole('combobox', { name: 'Which letter' });
  expect(field.closest('[data-field]')?.getAttribute('data-field')).toBe('entry/1/params/letter');
  screen.getByText(/The letter “.*gone.*” is not there/);
});

async function tabTo(stop: HTMLElement) {
  for (let tabs = 0; tabs < 30 && document.activeElement !== stop; tabs += 1) await userEvent.tab();
  expect(document.activeElement).toBe(stop);
}
async function choose(opener: HTMLElement, option: number) {
  await userEvent.click(opener);
  const found = screen.getAllByRole('option')[option];
  if (found) await userEvent.click(found);
}

async function show(entry: readonly unknown[], findings: readonly ElementFinding[] = []) {
  const definition = JSON.parse(JSON.stringify(starter));
  definition.machine.states.examining.entry = entry;
  const document = openDocument(definition, {});
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  chosen = undefined;
  pretendServer(({ path }) => (path === '/definitions' ? { status: 200, body: { rows: [] } } : undefined));
  await showInWindow(<Kept document={document.value} findings={findings} />);
}

function Kept({ document, findings }: { readonly document: DesignDocument; readonly findings: readonly ElementFinding[] }) {
  const [now, setNow] = useState(document);
  kept = now;
  const tree = treeOf(now.definition);
  const element = tree.byId.get('examining');
  const act = (command: Command) => {
    const done = perform(now, [command]);
    if (!done.ok) return undefined;
    setNow(done.value.document);
    return done.value.chosen ?? [];
  };
  return element ? (
    <StepLetters
      element={element}
      definition={now.definition}
      tree={tree}
      findings={findings}
      tab={{ chosen: 'letters', choose: () => undefined }}
      act={act}
      onChoose={(id) => {
        chosen = id;
      }}
    />
  ) : null;
}
