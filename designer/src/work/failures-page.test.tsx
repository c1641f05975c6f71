/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Language } from '../language/language.ts';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import type { TimelineLine } from '../server/shapes/cases.ts';
import type { IncidentRow } from '../server/shapes/office.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { FailuresPage } from './failures-page.tsx';

const failure = (id: string, more: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  caseId: 'one',
  number: '2026-000009',
  title: 'The label said 5 ml',
  definition: 'starter',
  definitionTitle: { en: 'Complaint', fa: 'شکایت', pl: 'Reklamacja' },
  at: '2026-11-23T06:00:00.000Z',
  kind: 'effect',
  what: 'one:3:0',
  subject: { en: 'Receipt', fa: 'رسید', pl: 'Potwierdzenie' },
  reason: 'not-reached',
  facts: { problem: 'connection refused' },
  ...more,
});
const settled: TimelineLine = {
  revision: 4,
  at: '2026-11-23T09:00:00.000Z',
  event: 'incident.skip',
  by: { id: 'omar', name: 'Omar Haddad', party: 'organisation' },
  from: [],
  to: [],
  letters: [],
  filed: [],
  changed: [],
  reason: 'She has the letter',
  incident: 'i4',
};
function Seated() {
  return (
    <SeatProvider value={{ session: pretendSession('team-lead'), update: () => undefined }}>
      <FailuresPage />
    </SeatProvider>
  );
}
let failures: IncidentRow[];
let server: PretendServer;
/** Failures of a case have the same names as those of another. */
beforeEach(() => {
  failures = [
    failure('i4'),
    failure('i4', { caseId: 'two', number: '2026-000010', kind: 'timer', what: 'x.y', reason: 'feel-null', facts: { field: 'severity' } }),
  ];
  server = pretendServer(({ method, path }) => {
    if (method === 'GET') return { status: 200, body: { rows: failures, more: false } };
    const [, caseId, incident] = /^\/cases\/(\w+)\/incidents\/(\w+)\/(?:retry|skip)$/.exec(path) ?? [];
    failures = failures.filter((row) => row.caseId !== caseId || row.id !== incident);
    return { status: 200, body: { id: caseId, revision: 5 } };
  });
});
afterEach(cleanup);

test('each failure says where, since when, what and why, in plain words', async () => {
  await showPage(<Seated />);
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first?.textContent).toContain('The label said 5 ml');
  expect(first?.textContent).toContain('since 23 November 2026, 07:00');
  expect(first?.textContent).toContain(
    '“Receipt” could not be done. It could not be sent, also after several tries: \u2068connection refused\u2069',
  );
  expect(second?.textContent).toContain('because an answer it needs is empty: \u2068severity\u2069');
  expect(
    within(first ?? document.body)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe('/cases/one');
});

test('without a title of its own a failure is named by its kind, never by an id', async () => {
  const { subject: _none, ...unnamed } = failure('i1');
  failures = [unnamed];
  await showPage(<Seated />);
  expect((await screen.findByRole('listitem')).textContent).toContain('A piece of work could not be done.');
});

test.each([
  ['en', 'The procedure of this case cannot run. Its published text is damaged in the store.'],
  ['fa', 'فرایند این پرونده اجرا نمی‌شود. متن منتشرشدهٔ آن در انبارهٔ داده آسیب دیده است.'],
  ['pl', 'Procedura tej sprawy nie może działać. Jej opublikowany tekst w magazynie danych jest uszkodzony.'],
] as const)('a case whose procedure cannot run says so in %s, and offers nothing that would fail', async (language: Language, words) => {
  const { subject: _none, ...plain } = failure('procedure', { kind: 'procedure', what: 'starter', reason: 'procedure-damaged', facts: {} });
  failures = [plain];
  await showPage(<Seated />, { language });
  const row = await screen.findByRole('listitem');
  expect(row.textContent).toContain(words);
  expect(within(row).queryAllByRole('button')).toEqual([]);
});

test('a failure that is tried again keeps its place and says so, and the other one stays', async () => {
  await showPage(<Seated />);
  const [first] = await screen.findAllByRole('listitem');
  await userEvent.click(within(first ?? document.body).getByRole('button', { name: 'Try again' }));
  expect(await within(first ?? document.body).findByText('Tried again')).toBeTruthy();
  expect(server.asked).toContainEqual(expect.objectContaining({ method: 'POST', path: '/cases/one/incidents/i4/retry' }));
  expect(document.activeElement).toBe(first);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
});

test('skipping asks for a reason first', async () => {
  await showPage(<Seated />);
  const [, second] = await screen.findAllByRole('listitem');
  await userEvent.click(within(second ?? document.body).getByRole('button', { name: 'Skip…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Skip it' }));
  expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  await userEvent.type(dialog.getByRole('textbox'), 'Told her by phone');
  await userEvent.click(dialog.getByRole('button', { name: 'Skip it' }));
  expect(await within(second ?? document.body).findByText('Skipped')).toBeTruthy();
  expect(server.asked).toContainEqual(
    expect.objectContaining({ path: '/cases/two/incidents/i4/skip', body: { reason: 'Told her by phone' } }),
  );
});

test.each([
  [
    'en',
    'Skip…',
    'Skip it',
    'Close',
    /^Omar Haddad skipped it, on 23 November 2026, 10:00\./,
    /^Skipped by Omar Haddad · 23 November 2026, 10:00.*She has the letter$/,
  ],
  [
    'fa',
    'نادیده گرفتن…',
    'نادیده گرفتن',
    'بستن',
    /^Omar Haddad آن را نادیده گرفت/,
    /^نادیده گرفته شد، Omar Haddad · .*She has the letter$/,
  ],
  ['pl', 'Pomiń…', 'Pomiń', 'Zamknij', /^Pominięto: Omar Haddad/, /^Pominięto – Omar Haddad · .*She has the letter$/],
] as const)(
  'where a colleague settled it first, what was written why stays to be copied, and who and when is said, in %s',
  async (language: Language, skip, act, close, told, left) => {
    await showPage(<Seated />, { language });
    const [first] = await screen.findAllByRole('listitem');
    await userEvent.click(within(first ?? document.body).getByRole('button', { name: skip }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'Told her by phone');
    failures = failures.slice(1);
    server.answer = ({ method, path }) => {
      if (method === 'POST') return { status: 404, body: { type: 'about:blank', status: 404, code: 'incident-not-found' } };
      return { status: 200, body: { rows: path.includes('/timeline') ? [settled] : failures, more: false } };
    };
    await userEvent.click(dialog.getByRole('button', { name: act }));
    expect((await dialog.findByRole('status')).textContent).toMatch(told);
    expect(dialog.getByDisplayValue('Told her by phone')).toBeTruthy();
    expect(dialog.queryByRole('button', { name: act })).toBeNull();
    await userEvent.click(dialog.getAllByRole('button', { name: close }).at(-1) ?? document.body);
    expect([...(first?.querySelectorAll('p') ?? [])].at(-1)?.textContent).toMatch(left);
  },
);

test.each([
  ['en', 'Nothing has failed'],
  ['fa', 'هیچ موردی ناموفق نمانده است'],
  ['pl', 'Wszystko się udało'],
] as const)('where nothing has failed the page says so in %s', async (language: Language, title) => {
  failures = [];
  await showPage(<Seated />, { language });
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
});
