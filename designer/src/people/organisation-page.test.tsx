/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lawPacks } from '@redress/definitions';
import { Link } from '@tanstack/react-router';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { type Language, languages } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { OrganisationPage } from './organisation-page.tsx';

let server: PretendServer;
beforeEach(() => {
  server = pretendServer(({ body, path }) => {
    if (path.endsWith('/signing-key')) return { status: 200, body: { fingerprint: '01ab'.repeat(16), publicKey: '', madeAt: '' } };
    return { status: 200, body: { ...pretendSession().organisation, ...Object(body), revision: 2 } };
  });
});
afterEach(cleanup);

function Seated() {
  const [session, update] = useState(() => pretendSession('administrator'));
  return (
    <SeatProvider value={{ session, update }}>
      <OrganisationPage />
    </SeatProvider>
  );
}
const laws = async (language: Language = 'en', label = 'Laws to check by') => {
  await showPage(<Seated />, { language });
  return within(await screen.findByRole('group', { name: label }));
};

test('each law says its version, from when it is in force, how many limits it has, and that no lawyer verified it', async () => {
  const group = await laws();
  const notes = group.getAllByRole('checkbox').map((box) => box.closest('label')?.querySelector('small')?.textContent ?? '');
  expect(notes).toHaveLength(lawPacks.length);
  for (const note of notes) expect(note).toMatch(/not verified by a lawyer/);
  expect(notes[0]).toBe('Version 3 · in force from 11 October 2015 · 2 time limits · not verified by a lawyer');
  expect(notes[1]).toBe('Version 2 · since when is not known · 1 time limit · not verified by a lawyer');
  expect(notes[4]).toMatch(/^Version 2 · in force from 20 March 2028, not in force yet · .* lawyer\. Member states have until this day/);
});

test('none is chosen until somebody chooses; what is chosen is saved with the rest', async () => {
  const group = await laws();
  expect(group.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  await userEvent.click(group.getByRole('checkbox', { name: /^Complaints on the Polish financial market/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(server.asked).toContainEqual(
    expect.objectContaining({ method: 'PATCH', path: '/organisation', body: expect.objectContaining({ laws: ['pl-financial'] }) }),
  );
  expect(await screen.findByRole('checkbox', { name: /^Complaints on the Polish financial market/, checked: true })).toBeTruthy();
});

test.each([
  ['fa', 'قانون‌هایی که رعایتشان وارسی می‌شود', /^نسخهٔ ۳ · لازم‌الاجرا از .*۱۳۹۴ · ۲ مهلت · بدون تأیید وکیل$/],
  [
    'pl',
    'Przepisy, z którymi porównujemy procedury',
    /^Wersja 3 · obowiązuje od 11 października 2015 · 2 terminy · niezweryfikowane przez prawnika$/,
  ],
] as const)('it is said in the language of the reader: %s', async (language, label, note) => {
  const [first] = (await laws(language, label)).getAllByRole('checkbox');
  expect(first?.closest('label')?.querySelector('small')?.textContent).toMatch(note);
});

test('the key by which others know what the organisation signed is shown in groups, and can be taken along', async () => {
  await showPage(<Seated />, { language: 'en' });
  expect(await screen.findByText(Array.from({ length: 16 }, () => '01ab').join(' '))).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Download the public key' }).getAttribute('href')).toBe('/api/v1/organisation/signing-key/file');
});

test('what was typed stays when the switch of the mail beside it is moved, and is saved upon that', async () => {
  await showPage(<Seated />, { language: 'en' });
  const name = await screen.findByRole('textbox', { name: 'Name of the organisation' });
  await userEvent.type(name, ', Harbour Road');
  const typed = (name as HTMLInputElement).value;
  await userEvent.click(screen.getByRole('switch', { name: /^Hold/ }));
  expect((screen.getByRole('textbox', { name: 'Name of the organisation' }) as HTMLInputElement).value).toBe(typed);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const saved = server.asked.filter(({ method }) => method === 'PATCH').at(-1);
  expect(saved).toMatchObject({ path: '/organisation', body: { name: typed }, ifMatch: '"2"' });
});

test('where a colleague saved first, what is typed stays, what that one saved is there beside it, and it can be saved upon that', async () => {
  await showPage(<Seated />, { language: 'en' });
  const name = await screen.findByRole('textbox', { name: 'Name of the organisation' });
  await userEvent.type(name, ', Harbour Road');
  const typed = (name as HTMLInputElement).value;
  const session = pretendSession('administrator');
  const theirs = { ...session.organisation, contact: 'Quay 7', revision: 5 };
  server.answer = ({ method, path, body, ifMatch }) => {
    if (path === '/session') return { status: 200, body: { ...session, organisation: theirs } };
    if (method === 'PATCH' && ifMatch !== '"5"')
      return { status: 412, body: { type: 'about:blank', status: 412, code: 'changed-meanwhile' } };
    return { status: 200, body: { ...theirs, ...Object(body), revision: 6 } };
  };
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/What you wrote is kept/);
  expect(await screen.findByDisplayValue('Quay 7')).toBeTruthy();
  expect(screen.getByDisplayValue(typed)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const saved = server.asked.filter(({ method }) => method === 'PATCH').at(-1);
  expect(saved).toMatchObject({ body: { name: typed, contact: 'Quay 7' }, ifMatch: '"5"' });
  expect(screen.queryByText(/What you wrote is kept/)).toBeNull();
});

test.each(languages)(
  'whoever leaves with something typed is asked first, and by Escape stays; what is as it was asks nothing, in %s',
  async (language) => {
    const messages: Readonly<Record<string, string>> = await loadMessages(language);
    const words = (id: string) => String(messages[id]);
    await showPage(
      <>
        <Seated />
        <Link to={'/tasks' as never}>Elsewhere</Link>
      </>,
      { language },
    );
    const name = await screen.findByRole('textbox', { name: words('organisation.name') });
    await userEvent.type(name, '!');
    await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
    await screen.findByRole('alertdialog', { name: words('leaving.title') });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect((screen.getByRole('textbox', { name: words('organisation.name') }) as HTMLInputElement).value).toMatch(/!$/);
    await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
    await userEvent.click(await screen.findByRole('button', { name: words('leaving.leave') }));
    await screen.findByRole('heading', { name: '/tasks' });
  },
);

test('what was typed and taken back, or saved, may be left without a word', async () => {
  await showPage(
    <>
      <Seated />
      <Link to={'/tasks' as never}>Elsewhere</Link>
    </>,
  );
  const name = await screen.findByRole('textbox', { name: 'Name of the organisation' });
  await userEvent.type(name, '!{Backspace}');
  await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await screen.findByRole('heading', { name: '/tasks' });
});
