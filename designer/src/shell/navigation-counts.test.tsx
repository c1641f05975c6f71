/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { homeFor, sectionsFor } from './navigation.ts';
import { Count, useCounts, useCountWords } from './navigation-counts.tsx';
import { pretendSession } from './pretend-session.ts';
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
  await show(pretendSession('handler'), language);
  expect((await screen.findByText(short)).getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByText(long)).toBeTruthy();
});

test('nothing is shown where there is nothing, and failures are not asked for by those who may not see them', async () => {
  const server = pretendServer(() => ({ status: 200, body: { rows: [], more: false, unread: 0 } }));
  await show(pretendSession('handler'));
  expect(document.body.textContent).toBe('');
  expect(server.asked.map(({ path }) => path)).toEqual(['/inbox?limit=1']);
});

test('who leads sees how many failures wait', async () => {
  pretendServer(({ path }) => ({ status: 200, body: { rows: path.startsWith('/incidents') ? [{}, {}] : [], more: false, unread: 0 } }));
  await show(pretendSession('team-lead'));
  expect(await screen.findByText('2 waiting for a decision')).toBeTruthy();
});

test.each([
  ['compliance', '2 to review or publish'],
  ['process-owner', '1 to review or publish'],
] as const)('whoever has the right %s sees %s', async (right, words) => {
  const drafts = ['submitted', 'submitted', 'approved', 'draft'].map((state) => ({ draft: { state } }));
  pretendServer(({ path }) => ({ status: 200, body: { rows: path === '/definitions' ? drafts : [], more: false, unread: 0 } }));
  await show(pretendSession(right));
  expect(await screen.findByText(words)).toBeTruthy();
});

test('everybody finds messages in the navigation; failures only who leads', () => {
  const places = (...rights: Right[]) =>
    sectionsFor(pretendSession(...rights)).map(({ name, destinations }) => [name, destinations.map(({ to }) => to)]);
  expect(places('handler')).toContainEqual(['navigation.work', ['/tasks', '/cases', '/messages']]);
  expect(places('team-lead')).toContainEqual(['navigation.work', ['/tasks', '/cases', '/messages', '/failures']]);
  expect(places('administrator')).toContainEqual(['navigation.you', ['/messages', '/sessions']]);
});

test('nobody is offered what would be refused: who looks after the standards has no tasks, management reads no case', () => {
  const places = (right: Right) => sectionsFor(pretendSession(right)).flatMap(({ destinations }) => destinations.map(({ to }) => to));
  expect(places('compliance')).toEqual(['/cases', '/messages', '/procedures', '/sessions']);
  expect(places('management')).toEqual(['/procedures', '/messages', '/sessions']);
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
  const home = (...rights: Right[]) => homeFor(pretendSession(...rights));
  expect([home('handler'), home('process-owner', 'handler')]).toEqual(['/tasks', '/tasks']);
  expect([home('compliance'), home('management'), home('management', 'handler')]).toEqual(['/procedures', '/procedures', '/tasks']);
  expect([home('administrator', 'process-owner'), home('process-owner'), home()]).toEqual(['/people', '/procedures', '/sessions']);
});

const show = (seated: SessionView, language: Language = 'en') =>
  showInWindow(
    <SeatProvider value={{ session: seated, update: () => undefined }}>
      <Counters />
    </SeatProvider>,
    { language },
  );
