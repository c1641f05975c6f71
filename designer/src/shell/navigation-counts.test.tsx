/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { homeFor, sectionsFor } from './navigation.ts';
import { Count, useCounts, useCountWords } from './navigation-counts.tsx';
import { SeatProvider } from './session.tsx';
import { showInWindow } from './show-in-window.tsx';

afterEach(cleanup);

test.each([
  ['en', 3, '3', '3 unread'],
  ['en', 99, '99', '99 unread'],
  ['en', 100, '99+', '99+ unread'],
  ['fa', 12, '۱۲', '۱۲ خوانده‌نشده'],
  ['fa', 100, '۹۹+', '۹۹+ خوانده‌نشده'],
  ['pl', 100, '99+', 'nieprzeczytane: 99+'],
] as const)('in %s %d unread messages show as %s and are read out as "%s"', async (language: Language, unread, short, long) => {
  pretendServer(() => ({ status: 200, body: { rows: [], more: false, unread } }));
  await show(session('handler'), language);
  expect((await screen.findByText(short)).getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByText(long)).toBeTruthy();
});

test('nothing is shown where there is nothing, and failures are not asked for by those who may not see them', async () => {
  const server = pretendServer(() => ({ status: 200, body: { rows: [], more: false, unread: 0 } }));
  await show(session('handler'));
  expect(document.body.textContent).toBe('');
  expect(server.asked.map(({ path }) => path)).toEqual(['/inbox?limit=1']);
});

test('who leads sees how many failures wait', async () => {
  pretendServer(({ path }) => ({ status: 200, body: { rows: path.startsWith('/incidents') ? [{}, {}] : [], more: false, unread: 0 } }));
  await show(session('team-lead'));
  expect(await screen.findByText('2 waiting for a decision')).toBeTruthy();
});

test.each([
  ['compliance', '2 to review or publish'],
  ['process-owner', '1 to review or publish'],
] as const)('whoever has the right %s sees %s', async (right, words) => {
  const drafts = ['submitted', 'submitted', 'approved', 'draft'].map((state) => ({ draft: { state } }));
  pretendServer(({ path }) => ({ status: 200, body: { rows: path === '/definitions' ? drafts : [], more: false, unread: 0 } }));
  await show(session(right));
  expect(await screen.findByText(words)).toBeTruthy();
});

test('everybody finds messages in the navigation; failures only who leads', () => {
  const places = (...rights: Right[]) =>
    sectionsFor(session(...rights)).map(({ name, destinations }) => [name, destinations.map(({ to }) => to)]);
  expect(places('handler')).toContainEqual(['navigation.work', ['/tasks', '/cases', '/messages']]);
  expect(places('team-lead')).toContainEqual(['navigation.work', ['/tasks', '/cases', '/messages', '/failures']]);
  expect(places('administrator')).toContainEqual(['navigation.you', ['/messages', '/sessions']]);
});

function Counters() {
  const words = useCountWords(useCounts());
  return (
    <>
      <Count words={words('messages')} />
      <Count words={words('failures')} />
      <Count words={words('drafts')} />
    </>
  );
}

test('whoever signs in lands at what he is there for', () => {
  const home = (...rights: Right[]) => homeFor(session(...rights));
  expect([home('handler'), home('process-owner', 'handler')]).toEqual(['/tasks', '/tasks']);
  expect([home('administrator', 'process-owner'), home('process-owner'), home()]).toEqual(['/people', '/procedures', '/sessions']);
});

const show = (seated: SessionView, language: Language = 'en') =>
  showInWindow(
    <SeatProvider value={{ session: seated, update: () => undefined }}>
      <Counters />
    </SeatProvider>,
    { language },
  );

const session = (...rights: Right[]): SessionView => ({
  person: {
    id: 'emily',
    name: 'Emily Shaw',
    party: 'organisation',
    signIn: 'active',
    rights,
    assignments: [],
    handlesComplaints: false,
    language: 'en',
    revision: 1,
  },
  organisation: {
    id: 'brannocs',
    name: 'St Brannoc’s',
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    contact: '1 Harbour Road',
    externalBody: 'Ombudsman',
    externalTimeLimit: 'one year',
    mailHeld: false,
    mailServer: false,
    numberPattern: '{yyyy}-{000000}',
    laws: [],
    revision: 1,
  },
  endsAt: { idle: '2026-11-23T17:00:00.000Z', absolute: '2026-11-24T09:00:00.000Z' },
  theme: 'system',
  shortcuts: true,
  expert: false,
  switches: [],
  handlesComplaints: false,
  csrf: '',
});
