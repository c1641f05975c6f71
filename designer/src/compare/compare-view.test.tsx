/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Language } from '../language/language.ts';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { SeatProvider } from '../shell/session.tsx';
import { Shortcuts } from '../shell/shortcuts.tsx';
import { showPage } from '../shell/show-in-window.tsx';

import { changesBetween } from './changes.ts';
import { CompareView } from './compare-view.tsx';

afterEach(cleanup);
beforeEach(() => {
  pretendServer(() => ({ status: 200, body: { rows: [] } }));
  // What jsdom does not bring.
  Object.assign(window, { matchMedia: () => ({ matches: false }) });
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
});

const opened = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === 'starter'));
if (!opened.ok) throw new Error('the starter does not open');
const starter = opened.value;
const edited = (...commands: readonly Command[]): DesignDocument => {
  const done = perform(starter, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.document;
};
const after = edited(
  { name: 'step.remove', payload: { ids: ['examining'] } },
  { name: 'title.set', payload: { of: 'deciding', language: 'en', words: 'Decide on it' } },
  { name: 'title.set', payload: { of: 'role:handler', language: 'en', words: 'Clerk' } },
);
const seat = {
  person: { id: 'ada', rights: ['process-owner'], assignments: [], name: 'Ada' },
  switches: [],
  organisation: {},
  shortcuts: true,
};

function Page({ isFirst = false }: { readonly isFirst?: boolean }) {
  const [chosen, setChosen] = useState('');
  const [changes] = useState(() => changesBetween(starter.definition, after.definition));
  return (
    <>
      <CompareView
        before={isFirst ? undefined : starter}
        after={after}
        changes={changes}
        names={{ before: 'Version 1', after: 'Draft' }}
        chosen={chosen}
        onChoose={setChosen}
      />
      <p data-testid="chosen">{chosen}</p>
    </>
  );
}
async function show({
  language = 'en',
  shortcuts = true,
  isFirst = false,
}: {
  language?: Language;
  shortcuts?: boolean;
  isFirst?: boolean;
} = {}) {
  const session = { ...seat, shortcuts } as unknown as SessionView;
  await showPage(
    <SeatProvider value={{ session, update: () => undefined }}>
      <Shortcuts>
        <Page isFirst={isFirst} />
      </Shortcuts>
    </SeatProvider>,
    { language },
  );
  await screen.findByTestId('chosen');
}
const chosen = () => screen.getByTestId('chosen').textContent;
const plain = (words: string | null | undefined) => (words ?? '').replaceAll(/[\u2066-\u2069]/g, '');
const told = () => plain(screen.getAllByRole('status').find(({ tagName }) => tagName === 'P')?.textContent);
const spoken = (key: string) => plain(document.querySelector(`[data-map="${key}"]`)?.getAttribute('aria-label'));

test('the list has every change with what became of it, part by part of the procedure', async () => {
  await show();
  await userEvent.click(screen.getByRole('tab', { name: 'List' }));
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Steps outside the stages',
    'Roles, case data, letters and other parts',
  ]);
  const entries = within(screen.getByRole('tabpanel')).getAllByRole('button');
  expect(entries.map(({ textContent }) => plain(textContent).split(' ').at(-1))).toEqual(['gone', 'changed', 'changed']);
  await userEvent.click(entries[1] ?? document.body);
  expect(chosen()).toBe('deciding');
  expect(entries[1]?.getAttribute('aria-current')).toBe('true');
});

test('on one map what is gone stands among the rest, and everything marked says so in its spoken name', async () => {
  await show();
  expect(spoken('examining')).toMatch(/ gone$/);
  expect(spoken('examining/on/examined/0')).toMatch(/ gone$/);
  expect(spoken('deciding')).toMatch(/Decide on it.* changed$/);
  expect(spoken('recording')).not.toMatch(/(gone|new|changed)$/);
  expect(document.querySelectorAll('[data-map][tabindex="0"]')).toHaveLength(1);
  expect(screen.getByRole('button', { name: '1 change is only in the list' })).toBeTruthy();
});

test.each([
  ['fa', /شاهد برای بند ۷٫۴\. .*حذف‌شده$/],
  ['pl', /usunięto$/],
] as const)('it is said in the language of the reader: %s', async (language, gone) => {
  await show({ language });
  expect(spoken('examining')).toMatch(gone);
});

test('beside each other each map has what it has, and what is chosen on one is shown on the other', async () => {
  await show();
  await userEvent.click(screen.getByRole('tab', { name: 'Side by side' }));
  const [before, later] = ['Version 1 as a map', 'Draft as a map'].map((name) => screen.getByRole('region', { name }));
  const on = (map: HTMLElement | undefined, key: string) => map?.querySelector(`[data-map="${key}"]`);
  expect([on(before, 'examining') !== null, on(later, 'examining') !== null]).toEqual([true, false]);
  fireEvent.click(on(later, 'deciding') ?? document.body);
  expect(chosen()).toBe('deciding');
  expect(on(before, 'deciding')?.getAttribute('data-chosen')).toBe('true');
});

test('from change to change and around, by button and by key; it is told', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Next change' }));
  expect([chosen(), told()]).toEqual(['examining', '1 of 2: Step Look into it, gone']);
  fireEvent.keyDown(document.body, { code: 'KeyN' });
  expect(chosen()).toBe('deciding');
  fireEvent.keyDown(document.body, { code: 'KeyN' });
  expect(chosen()).toBe('examining');
  fireEvent.keyDown(document.body, { code: 'KeyN', shiftKey: true });
  expect(chosen()).toBe('deciding');
});

test('whoever has switched single keys off goes nowhere by them', async () => {
  await show({ shortcuts: false });
  fireEvent.keyDown(document.body, { code: 'KeyN' });
  expect(chosen()).toBe('');
});

test('the first version is shown as it is: nothing is marked, and it is said why', async () => {
  await show({ isFirst: true });
  expect(screen.getByText('This is the first version: there is none before it to compare it with.')).toBeTruthy();
  expect(spoken('recording')).not.toBe('');
  expect(document.querySelectorAll('[data-mark]')).toHaveLength(0);
});

test('on a phone one reads what changed', async () => {
  Object.assign(window, { matchMedia: () => ({ matches: true }) });
  await show();
  expect(screen.getByRole('tab', { name: 'List' }).getAttribute('aria-selected')).toBe('true');
});
