/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { ProceduresPage } from './procedures-page.tsx';

const procedure = (id: string, current: number) => ({
  id,
  title: { en: id },
  kind: 'complaint',
  current,
  publishedAt: '2026-03-02T09:00:00.000Z',
  retired: false,
  mayStart: false,
  roles: [],
});
let server: PretendServer;
beforeEach(() => {
  server = pretendServer(({ path }) =>
    path === '/standards/changed'
      ? {
          status: 200,
          body: {
            rows: [
              { definition: 'Refunds', version: 4, open: 2 },
              { definition: 'Refunds', version: 3, open: 1, running: 12 },
            ],
          },
        }
      : { status: 200, body: { rows: [procedure('Refunds', 4), procedure('Repairs', 1)], more: false } },
  );
});
afterEach(cleanup);

const show = async (right: Right, language: Language = 'en') => {
  await showPage(
    <SeatProvider value={{ session: pretendSession(right), update: () => undefined }}>
      <ProceduresPage />
    </SeatProvider>,
    { language },
  );
  await screen.findByRole('heading', { level: 2, name: 'Refunds' });
};

test.each([
  ['en', '2 points are open since the rules changed'],
  ['fa', '۲ مورد از زمان تغییر قاعده‌ها باز است'],
  ['pl', '2 punkty są otwarte od zmiany reguł'],
] as const)(
  'a version in force that rules changed for later says how many points are open, and leads to its proof: %s',
  async (language, words) => {
    await show('compliance', language);
    const link = await screen.findByRole('link', { name: words });
    expect(link.getAttribute('href')).toMatch(/^\/procedures\/Refunds\/proof\?of=(4|%224%22)&show=mine$/);
    expect(link.closest('li')?.textContent).toContain('Refunds');
  },
);

test.each([
  ['en', 'Version 3, on which 12 cases still run: 1 point is open since the rules changed'],
  ['fa', 'نسخهٔ ۳ که ۱۲ پرونده هنوز با آن پیش می‌رود: ۱ مورد از زمان تغییر قاعده‌ها باز است'],
  ['pl', 'Wersja 3, na której toczy się jeszcze 12 spraw: 1 punkt jest otwarty od zmiany reguł'],
] as const)('so does an older version on which cases still run: %s', async (language, words) => {
  await show('compliance', language);
  const link = await screen.findByRole('link', { name: words });
  expect(link.getAttribute('href')).toMatch(/^\/procedures\/Refunds\/proof\?of=(3|%223%22)&show=mine$/);
});

test('whoever may not see how procedures stand to the rules is not told, and nothing is asked', async () => {
  await show('handler');
  expect(server.asked.map(({ path }) => path)).toEqual(['/definitions']);
});

test('whoever cannot draw is told who can, and an administrator where to give the right', async () => {
  await show('handler');
  expect(screen.getByText('Whoever has the right “Process owner” draws and publishes.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Give it/ })).toBeNull();
  cleanup();
  await show('administrator');
  expect(screen.getByRole('link', { name: 'Give it to somebody, or to yourself' }).getAttribute('href')).toBe('/people');
  cleanup();
  await show('compliance');
  expect(screen.queryByText(/draws and publishes/)).toBeNull();
});
