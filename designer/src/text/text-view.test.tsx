/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createStore } from 'zustand/vanilla';
import type { LinkState } from '../draft/draft-link.ts';
import type { OpenDraft } from '../draft/use-draft.ts';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { TextView } from './text-view.tsx';

afterEach(cleanup);

const [starter] = shippedProcesses;
const facts = { id: 'starter', revision: 7, state: 'draft', updatedAt: '2026-03-02T09:00:00.000Z', editors: [], openComments: 0 } as const;
const current = { version: 3, inForce: true, publishedAt: '2026-02-01T09:00:00.000Z', hash: 'abc', retired: false };

async function show(language: Language) {
  pretendServer(({ path }) => ({
    status: 200,
    body: path === '/definitions/starter' ? { id: 'starter', title: {}, versions: [current] } : { rows: [] },
  }));
  const link = { store: createStore<LinkState>(() => ({ saved: 'saved', quarrels: [], facts })) };
  const editor = { store: createStore(() => ({ document: { definition: starter, layout: {}, scenarios: {} } })) };
  const session = {
    person: { id: 'ada', rights: ['process-owner'], assignments: [], name: 'Ada' },
    switches: [],
  } as unknown as SessionView;
  return await showPage(
    <SeatProvider value={{ session, update: () => undefined }}>
      <TextView draft={{ id: 'starter', link, editor } as unknown as OpenDraft} above={null} />
    </SeatProvider>,
    { language },
  );
}

test('the procedure is read from its title page to its last part, with headings in order and a way to each', async () => {
  await show('en');
  const article = screen.getByRole('article');
  expect(await within(article).findByText(/^Version 3 in force since/)).toBeTruthy();
  const levels = within(article)
    .getAllByRole('heading')
    .map((heading) => Number(heading.tagName.slice(1)));
  expect(levels[0]).toBe(2);
  expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  const links = within(screen.getByRole('navigation', { name: 'Contents' })).getAllByRole('link');
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) expect(document.getElementById((link.getAttribute('href') ?? '').slice(1))).toBeTruthy();
});

test('each step leads to its place in the outline', async () => {
  await show('en');
  const steps = within(screen.getByRole('article')).getAllByRole('link');
  expect(steps.map((link) => link.getAttribute('href'))).toContain('/procedures/starter/outline?at=examining');
});

test('a reader of English has it written in Persian, read out as Persian and from right to left; the buttons stay English', async () => {
  await show('en');
  await userEvent.click(screen.getByRole('button', { name: /Written in/ }));
  await userEvent.click(screen.getByRole('option', { name: 'فارسی' }));
  const article = await screen.findByText('گام‌به‌گام چه می‌شود', { selector: 'h2' });
  const around = article.closest('[lang]');
  expect(around?.getAttribute('lang')).toBe('fa');
  expect(around?.getAttribute('dir')).toBe('rtl');
  expect(screen.getByRole('button', { name: 'Print' })).toBeTruthy();
});

test('it is printed by one button', async () => {
  let printed = 0;
  Object.assign(window, { print: () => (printed += 1) });
  await show('pl');
  await userEvent.click(screen.getByRole('button', { name: 'Drukuj' }));
  expect(printed).toBe(1);
});
