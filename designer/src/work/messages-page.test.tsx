/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { Language } from '../language/language.ts';
import type { Listener } from '../server/live.ts';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import type { InboxRow } from '../server/shapes/office.ts';
import { LiveProvider } from '../server/use-live.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { Messages } from './messages-page.tsx';

const message = (id: string, subject: string, more: Partial<InboxRow> = {}): InboxRow => ({
  id,
  at: '2026-11-23T08:00:00.000Z',
  caseId: `case-${id}`,
  number: `2026-00000${id}`,
  language: 'en',
  subject,
  body: `Dear Emily,\n\n${subject}.`,
  ...more,
});

let inbox: InboxRow[];
let pageSize: number;
let refused: boolean;
let server: PretendServer;
let listener: Listener | undefined;
const live = {
  join: (_room: string, joined: Listener) => {
    listener = joined;
    return () => undefined;
  },
  here: () => undefined,
  close: () => undefined,
};

beforeEach(() => {
  inbox = [
    message('3', 'Nobody decided in time'),
    message('2', 'A new statement came in', { at: '2026-11-20T10:00:00.000Z' }),
    message('1', 'Zażalenie czeka', { language: 'pl', at: '2026-11-19T10:00:00.000Z', readAt: '2026-11-19T11:00:00.000Z' }),
  ];
  pageSize = 50;
  refused = false;
  server = pretendServer(({ method, path }) => {
    if (refused) return { status: 409, body: { type: 'x', status: 409, code: 'busy' } };
    const read = /^\/inbox\/(\w+)\/read$/.exec(path)?.[1];
    if (method === 'POST' && read) {
      inbox = inbox.map((row) => (row.id === read ? { ...row, readAt: '2026-11-23T09:00:00.000Z' } : row));
      return { status: 204 };
    }
    const from = Number(new URLSearchParams(path.split('?')[1]).get('after') ?? 0);
    const more = inbox.length > from + pageSize;
    const rows = inbox.slice(from, from + pageSize);
    return { status: 200, body: { rows, more, ...(more ? { next: String(from + pageSize) } : {}), unread: 0 } };
  });
});
afterEach(cleanup);

test('messages stand newest first, with their case and their day; what was not read says so', async () => {
  await open();
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => within(row).getByRole('button').textContent)).toEqual([
    'Nobody decided in time',
    'A new statement came in',
    'Zażalenie czeka',
  ]);
  expect(rows.map((row) => row.querySelector('time')?.textContent)).toEqual(['09:00', 'Fri 20 Nov', 'Thu 19 Nov']);
  expect(screen.getAllByRole('img', { name: 'unread' })).toHaveLength(2);
  expect(screen.getByRole('link', { name: '2026-000003' }).getAttribute('href')).toBe('/cases/case-3');
  expect(screen.getByText('Zażalenie czeka').getAttribute('lang')).toBe('pl');
});

test('Enter opens a message, which is then read; Escape puts it away and the focus is back in the list', async () => {
  await open();
  const row = await screen.findByRole('button', { name: /Nobody decided/ });
  row.focus();
  await userEvent.keyboard('{Enter}');
  const panel = await screen.findByRole('complementary', { name: 'Message' });
  expect(within(panel).getByText(/Dear Emily/)).toBeTruthy();
  expect(document.activeElement).toBe(within(panel).getByRole('heading', { name: 'Nobody decided in time' }));
  expect(within(panel).getByRole('link', { name: 'Open the case' }).getAttribute('href')).toBe('/cases/case-3');
  expect(server.asked).toContainEqual(expect.objectContaining({ method: 'POST', path: '/inbox/3/read' }));
  await screen.findAllByRole('img', { name: 'unread' }).then((marks) => expect(marks).toHaveLength(1));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('arrows walk along the list, which is one stop of the tab key', async () => {
  await open();
  const [first, second, third] = (await screen.findAllByRole('listitem')).map((row) => within(row).getByRole('button'));
  first?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(second);
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(third);
  await userEvent.keyboard('{Home}');
  expect(document.activeElement).toBe(first);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('link', { name: '2026-000003' }));
});

test('a new message is announced and moves nothing until the reader asks for it', async () => {
  await open();
  await screen.findByText('Nobody decided in time');
  inbox = [message('4', 'The head takes over'), ...inbox];
  await act(async () => listener?.hint({ kind: 'task' }));
  expect(server.asked).toHaveLength(1);
  await act(async () => listener?.hint({ kind: 'inbox' }));
  const bar = await screen.findByRole('button', { name: 'One new message – show' });
  expect(subjects()).toEqual(['Nobody decided in time', 'A new statement came in', 'Zażalenie czeka']);
  await userEvent.click(bar);
  expect(subjects()).toEqual(['The head takes over', 'Nobody decided in time', 'A new statement came in', 'Zażalenie czeka']);
  expect(screen.getByText('new')).toBeTruthy();
});

test('older messages come when asked for, below those that stand', async () => {
  pageSize = 2;
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Load more' }));
  await screen.findByText('Zażalenie czeka');
  expect(subjects()).toEqual(['Nobody decided in time', 'A new statement came in', 'Zażalenie czeka']);
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
});

test('nobody wrote: one sentence says what will stand here', async () => {
  inbox = [];
  await open();
  expect(await screen.findByRole('heading', { name: 'No messages' })).toBeTruthy();
});

test('what the server refuses is said, and can be asked again', async () => {
  refused = true;
  await open();
  const again = within(await screen.findByRole('alert')).getByRole('button');
  refused = false;
  await userEvent.click(again);
  expect(await screen.findByText('Nobody decided in time')).toBeTruthy();
});

test('in Persian the page says its days and numbers in Persian', async () => {
  await open('fa');
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('time')?.textContent)).toEqual([
    '۰۹:۰۰',
    expect.stringContaining('آبان'),
    expect.stringContaining('آبان'),
  ]);
});

const subjects = () => screen.getAllByRole('listitem').map((row) => row.querySelector('bdi')?.textContent);

async function open(language: Language = 'en') {
  await showPage(
    <LiveProvider value={live}>
      <Desk />
    </LiveProvider>,
    { language },
  );
}

/** Keeps which message is open, as the address does. */
function Desk() {
  const [chosen, setChosen] = useState<string>();
  return <Messages chosen={chosen} onOpen={setChosen} />;
}
