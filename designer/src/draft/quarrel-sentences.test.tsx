/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import type { Command } from '../model/command.ts';
import { openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showPage } from '../shell/show-in-window.tsx';
import type { Dispute } from './disputes.ts';
import { QuarrelCard } from './quarrel-card.tsx';

beforeEach(() => {
  pretendServer(() => ({ status: 200, body: { rows: [], more: false } }));
});
afterEach(cleanup);

const opened = openDocument(
  shippedProcesses.find((process) => fieldsOf(process).id === 'starter'),
  undefined,
  undefined,
);
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const before = opened.value;
const subject = (words: string): Command => ({ name: 'letter.subject', payload: { letter: 'acknowledgement', language: 'en', words } });

test.each([
  ['en', 'Yours', /Subject.*Your complaint .* → .*We have it: ‹case number›/],
  ['fa', 'تغییر شما', /موضوع.*Your complaint .* ← .*We have it/],
  ['pl', 'Twoja zmiana', /Temat.*Your complaint .* → .*We have it/],
] as const)('two who wrote the same subject of a letter see both texts before they choose, in %s', async (language, yours, mine) => {
  const editor = openEditor(before, { now: () => 0, name: 'bo' });
  editor.perform(subject('We have it: {case.number}'));
  const entry = editor.store.getState().pending[0]?.entry;
  if (!entry) throw new Error('nothing was written');
  const other = openEditor(before, { now: () => 0, name: 'ada' });
  other.perform(subject('It arrived'));
  const theirs = other.store.getState().pending[0]?.entry;
  if (!theirs) throw new Error('nothing was written');
  editor.applyForeign(theirs);
  const dispute: Dispute = { key: 'x', elements: ['letter:acknowledgement'], mine: [entry], theirs: [theirs], people: ['Ada'] };
  await showPage(<QuarrelCard dispute={dispute} editor={editor} before={before} />, { language });
  const told = (who: string) => screen.getByText(who, { selector: 'dt, dt *' }).closest('div')?.textContent ?? '';
  expect(told(yours)).toMatch(mine);
  expect(told('Ada')).toMatch(/It arrived/);
  expect(within(document.body).queryByText(/We have it.*It arrived/)).toBeNull();
});
