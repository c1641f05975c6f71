/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { type Fields, fieldsOf, listOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { treeOf } from '../model/tree.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { FieldPart } from './field-part.tsx';
import { FormPart } from './form-part.tsx';

jest.setTimeout(60_000);
const opened = openDocument(
  shippedProcesses.find((process) => fieldsOf(process).id === 'starter'),
  {},
);
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const starter = opened.value;
let kept: DesignDocument;
let chosen: string | undefined;
afterEach(cleanup);
const linesNow = (): readonly Fields[] =>
  listOf(fieldsOf(fieldsOf(kept.definition.forms).examination).sections).flatMap((section) =>
    listOf(fieldsOf(section).fields).map(fieldsOf),
  );

test('each switch says of which field it is; what is moved takes the focus along', async () => {
  await show('form:examination');
  const [first, second] = linesNow().map(({ field }) => String(field));
  const boxes = screen.getAllByRole('checkbox', { name: /^Required at this step: “/ });
  expect(new Set(boxes.map((box) => box.getAttribute('aria-label'))).size).toBe(boxes.length);
  const wasRequired = linesNow()[0]?.required === true;
  await userEvent.click(boxes[0] ?? document.body);
  expect(linesNow()[0]?.required === true).toBe(!wasRequired);
  await userEvent.click(screen.getAllByRole('button', { name: /^Move “.*” down$/ })[0] ?? document.body);
  expect(linesNow().map(({ field }) => field)).toEqual(expect.arrayContaining([first, second]));
  expect(linesNow()[0]?.field).toBe(second);
  expect(document.activeElement?.closest('[data-line]')?.getAttribute('data-line')).toBe(first);
});

test('a field is asked only if a condition holds, built in its line and said there; and begins with other data', async () => {
  await show('form:examination');
  const line = within(screen.getAllByRole('listitem').find((item) => item.hasAttribute('data-line')) ?? document.body);
  await userEvent.click(line.getByText('When it is asked, and what it begins with'));
  await userEvent.click(line.getByRole('button', { name: 'Add a condition' }));
  await userEvent.keyboard('Could it happen{ArrowDown}{Enter}');
  expect(linesNow()[0]?.when).toEqual({ field: 'systemic', is: '=' });
  line.getByText(/ · only if .*Could it happen to others\?.* is …/);
  await userEvent.click(line.getByRole('button', { name: /What it begins with/ }));
  await userEvent.click(screen.getByRole('option', { name: 'What stands elsewhere in the case' }));
  expect(linesNow()[0]?.prefill).toEqual(expect.any(String));
  await userEvent.click(line.getByRole('button', { name: /What it begins with/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Empty, or what the case has already' }));
  expect('prefill' in (linesNow()[0] ?? {})).toBe(false);
});

test('a field is only shown: added so, moved, asked again, and taken away', async () => {
  await show('form:examination');
  const before = linesNow();
  const shown = () => linesNow().at(-1);
  await userEvent.click(screen.getByRole('button', { name: 'Show a field without asking it' }));
  expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  await userEvent.keyboard('Decision{ArrowDown}{Enter}');
  expect(shown()).toEqual({ field: 'decision', readOnly: true });
  await userEvent.keyboard('{Escape}');
  const line = () => within(document.querySelector<HTMLElement>('[data-line="decision"]') ?? document.body);
  line().getByText('Only shown');
  expect(line().queryByRole('checkbox', { name: /^Required/ })).toBeNull();
  await userEvent.click(line().getByRole('button', { name: 'Move “Decision” up' }));
  expect(linesNow().at(-2)).toEqual({ field: 'decision', readOnly: true });
  await userEvent.click(line().getByText('When it is shown'));
  await userEvent.click(line().getByRole('checkbox', { name: 'Only shown, not asked: “Decision”' }));
  expect(linesNow().at(-2)).toEqual({ field: 'decision' });
  await userEvent.click(line().getByRole('checkbox', { name: 'Required at this step: “Decision”' }));
  await userEvent.click(line().getByRole('checkbox', { name: 'Only shown, not asked: “Decision”' }));
  expect(linesNow().at(-2)).toEqual({ field: 'decision', readOnly: true }); // What is only shown is never required.
  await userEvent.click(line().getByRole('button', { name: 'Remove “Decision” from this form' }));
  expect(linesNow()).toEqual(before);
});

test('what a complete form files as evidence is chosen by name', async () => {
  await show('form:decision');
  await userEvent.type(screen.getByRole('combobox', { name: 'Another record' }), 'findings{ArrowDown}{Enter}');
  expect(fieldsOf(fieldsOf(kept.definition.forms).decision).records).toEqual(['decision', 'findings']);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Take out “decision”' }));
  expect(fieldsOf(fieldsOf(kept.definition.forms).decision).records).toEqual(['findings']);
});

test('a form that is used stays, and says where it is used', async () => {
  await show('form:examination');
  expect(screen.getByRole('button', { name: 'Remove the form' }).hasAttribute('disabled')).toBe(true);
  await userEvent.click(within(screen.getByRole('heading', { name: 'Used at' }).parentElement ?? document.body).getByRole('button'));
  expect(chosen).toBe('examining');
});

test('where something is decided by a field, another type is asked about before it is taken', async () => {
  await show('field:decision');
  const schema = () => JSON.stringify(fieldsOf(fieldsOf(kept.definition.data).decision).schema);
  const before = schema();
  await userEvent.click(screen.getByRole('button', { name: /Type/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Number' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Something depends on this field' }));
  expect(schema()).toBe(before);
  expect(dialog.getAllByRole('listitem').length).toBeGreaterThan(0);
  await userEvent.click(dialog.getByRole('button', { name: 'Change the type' }));
  expect(schema()).not.toBe(before);
});

async function show(part: string) {
  chosen = undefined;
  await showInWindow(<Kept part={part} />);
}
function Kept({ part }: { readonly part: string }) {
  const [now, setNow] = useState(starter);
  kept = now;
  const [kind = '', id = ''] = part.split(':');
  const panel = {
    definition: now.definition,
    tree: treeOf(now.definition),
    findings: [],
    act: (command: Command) => {
      const done = perform(now, [command]);
      if (!done.ok) return undefined;
      setNow(done.value.document);
      return done.value.chosen ?? [];
    },
    onChoose: (to: string) => {
      chosen = to;
    },
  };
  return kind === 'form' ? <FormPart form={id} {...panel} /> : <FieldPart field={id} {...panel} />;
}
