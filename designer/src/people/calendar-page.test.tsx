/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import type { CalendarView, NewCalendarVersion } from '../server/shapes/calendars.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { Calendars } from './calendar-page.tsx';

/** A year has many days: to find a button by its role takes a busy machine its time. */
jest.setTimeout(60_000);

const own: CalendarView = {
  id: 'organisation',
  version: 3,
  timeZone: 'Europe/Warsaw',
  week: { '1': [{ from: '08:00', to: '16:00' }] },
  holidays: [{ date: '2026-12-24', title: 'Christmas Eve', hours: [{ from: '08:00', to: '12:00' }] }],
  since: '2026-01-01T00:00:00.000Z',
};
const night: CalendarView = { ...own, id: 'nightDesk', version: 1, timeZone: 'Asia/Tehran', holidays: [] };
let calendars: CalendarView[];
let server: PretendServer;
beforeEach(() => {
  calendars = [own, night];
  server = pretendServer(({ method, path, body, ifMatch }) => {
    if (method === 'GET') return { status: 200, body: { rows: calendars, more: false } };
    const wish = body as NewCalendarVersion;
    const id = path.replace('/calendars/', '');
    const calendar = { ...own, ...wish, id, version: Number((ifMatch ?? '').replaceAll('"', '')) + 1 };
    calendars = [...calendars.filter((one) => one.id !== id), calendar];
    return { status: 200, body: { calendar, replanned: { deadlines: 7, cases: 3 } } };
  });
});
afterEach(cleanup);

test('another calendar is chosen, and what was typed into the first is still there', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a day' }));
  const rows = screen.getAllByPlaceholderText('What day it is').length;
  await choose('nightDesk');
  expect(screen.queryAllByPlaceholderText('What day it is')).toHaveLength(0);
  expect(screen.getByText('Asia/Tehran', { selector: 'bdi' })).toBeTruthy();
  await choose('Of the organisation');
  expect(screen.getAllByPlaceholderText('What day it is')).toHaveLength(rows);
});

test('a day that is typed stays in sight on its way, and is asked for only when it is to be saved', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a day' }));
  const row = () => within(screen.getAllByPlaceholderText('What day it is').at(-1)?.closest('fieldset') ?? document.body);
  expect(row().queryByText('Choose the day.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
  expect(row().getByText('Choose the day.')).toBeTruthy();
  expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(0);

  await userEvent.click(row().getAllByRole('spinbutton')[0] ?? document.body);
  await userEvent.keyboard('02112026');
  await userEvent.type(row().getByPlaceholderText('What day it is'), 'All Souls');
  await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
  const [saved] = server.asked.filter(({ method }) => method === 'PUT');
  expect(saved?.body).toMatchObject({ holidays: [{ date: '2026-11-02', title: 'All Souls' }, { date: '2026-12-24' }] });
});

test('a change says how many deadlines of how many cases were planned anew', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Christmas Eve' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
  const note = await screen.findByText(/7 open deadlines were planned anew, in 3 cases/);
  expect(note.closest('[role="status"]')).toBeTruthy();
  expect(server.asked).toContainEqual(expect.objectContaining({ method: 'PUT', path: '/calendars/organisation', ifMatch: '"3"' }));
});

test('what is typed while a colleague saves stands upon what that one saved, who and when is said, and both are saved', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a day' }));
  const typed = screen.getAllByPlaceholderText('What day it is').at(-1) ?? document.body;
  await userEvent.type(typed, 'All Souls');
  await userEvent.click(within(typed.closest('fieldset') ?? document.body).getAllByRole('spinbutton')[0] ?? document.body);
  await userEvent.keyboard('02112026');
  const theirs = {
    ...own,
    version: 4,
    week: { ...own.week, '6': [{ from: '10:00', to: '14:00' }] },
    holidays: [...own.holidays, { date: '2026-12-31', title: 'Stocktaking' }],
    since: '2026-11-23T09:00:00.000Z',
    by: { id: 'olivia', name: 'Olivia Okafor', party: 'organisation' as const },
  };
  calendars = [theirs, night];
  const answered = server.answer;
  server.answer = (asked) =>
    asked.method === 'PUT' && asked.ifMatch !== '"4"'
      ? { status: 412, body: { type: 'about:blank', status: 412, code: 'changed-meanwhile', facts: { revision: 4 } } }
      : answered(asked);
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
  await save();
  const told = await screen.findByText(/What you typed is kept and stands upon it/);
  expect(told.textContent).toMatch(/^Olivia Okafor saved version 4 on 23 November 2026, 10:00\. /);
  expect(screen.queryByText(/Somebody saved here meanwhile/)).toBeNull();
  expect(screen.getByDisplayValue('Stocktaking')).toBeTruthy();
  expect(screen.getByDisplayValue('All Souls')).toBeTruthy();
  await save();
  await screen.findByText(/Version 5 counts now/);
  expect(server.asked.filter(({ method }) => method === 'PUT').at(-1)).toMatchObject({
    ifMatch: '"4"',
    body: { week: theirs.week, holidays: [{ title: 'All Souls' }, { title: 'Christmas Eve' }, { title: 'Stocktaking' }] },
  });
  expect(screen.queryByText(/What you typed is kept/)).toBeNull();
});

test.each([
  ['en', /damaged in the store/],
  ['fa', /آسیب دیده است/],
  ['pl', /został uszkodzony/],
] as const)('a damaged calendar says so in %s, and can be saved again as it was read last', async (language, words) => {
  calendars = [{ ...own, damaged: true }];
  await showPage(<Calendars chosen="organisation" onChoose={() => undefined} />, { language });
  expect(await screen.findByText(words)).toBeTruthy();
  const save = screen.getAllByRole('button').at(-1);
  await userEvent.click(save ?? document.body);
  expect(server.asked).toContainEqual(expect.objectContaining({ method: 'PUT', path: '/calendars/organisation', ifMatch: '"3"' }));
});

test('a new calendar begins with the week of the organisation, and is then shown', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a calendar' }));
  const dialog = within(await screen.findByRole('dialog'));
  const add = () => userEvent.click(dialog.getByRole('button', { name: 'Add it' }));
  const name = dialog.getByRole('textbox', { name: /Name/ });
  expect(document.activeElement).toBe(name);
  await add();
  expect(dialog.getByText(/Begin with a small Latin letter/)).toBeTruthy();
  await userEvent.type(name, 'night-desk'); // No procedure could name it.
  expect(dialog.getByText(/Begin with a small Latin letter/)).toBeTruthy();
  await userEvent.clear(name);
  await userEvent.type(name, 'nightDesk');
  expect(dialog.getByText('There is a calendar of this name already.')).toBeTruthy();
  await userEvent.clear(name);
  await userEvent.type(name, 'weekend');
  await add();
  expect(await screen.findByRole('button', { name: /weekend/ })).toBeTruthy();
  expect(server.asked).toContainEqual({
    method: 'PUT',
    path: '/calendars/weekend',
    ifMatch: '"0"',
    body: { timeZone: 'Europe/Warsaw', week: own.week, holidays: own.holidays },
  });
});

test('with one calendar there is nothing to choose', async () => {
  calendars = [own];
  await open();
  await screen.findByRole('button', { name: 'Add a day' });
  expect(screen.queryByText('Calendar')).toBeNull();
});

async function choose(name: string) {
  await userEvent.click(screen.getByRole('button', { name: /^(Of the organisation|nightDesk) Calendar$/ }));
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

const open = () => showPage(<Desk />);

/** Keeps which calendar is shown, as the address does. */
function Desk() {
  const [chosen, setChosen] = useState('organisation');
  return <Calendars chosen={chosen} onChoose={setChosen} />;
}
