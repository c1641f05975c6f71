/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { fieldsOf } from '../model/loose-json.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { ProcedureCalendar } from '../when/procedure-calendar.tsx';
import { PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import { ProcedureWords } from './procedure-words.tsx';

afterEach(cleanup);

test('what the procedure is for is written in each language; one language is there always, and one is shown where words are missing', async () => {
  const draft = pretendDraft('starter');
  const now = () => draft.document.definition;
  await showInWindow(<PretendPanel draft={draft}>{(panel) => <ProcedureWords {...panel} />}</PretendPanel>, { language: 'pl' });
  await userEvent.click(screen.getByText('Do czego służy i w jakich językach'));
  const polish = screen.getByRole('textbox', { name: 'Do czego służy (polski)' });
  await userEvent.clear(polish);
  await userEvent.type(polish, 'Krótko');
  expect(fieldsOf(now().summary).pl).toBe('Krótko');
  await userEvent.click(screen.getByRole('button', { name: /Gdy w jakimś języku brakuje słów/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Pokazywane są w języku: Polski' }));
  expect(now().languages).toEqual(['pl', 'en', 'fa']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'English' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'فارسی' }));
  expect(now().languages).toEqual(['pl']);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Polski' }));
  expect(now().languages).toEqual(['pl']);
  expect(fieldsOf(now().title).en).toBe('Complaint in a small organisation'); // What was written stays.
});

test('the procedure counts by another calendar where there is one', async () => {
  const calendar = (id: string) => ({ id, timeZone: 'Europe/Warsaw', weekend: [6, 7], holidays: [] });
  pretendServer(({ path }) =>
    path.startsWith('/calendars') ? { status: 200, body: { rows: [calendar('organisation'), calendar('night')] } } : undefined,
  );
  const draft = pretendDraft('starter');
  await showInWindow(<PretendPanel draft={draft}>{(panel) => <ProcedureCalendar {...panel} />}</PretendPanel>);
  await userEvent.click(await screen.findByRole('button', { name: /Calendar of the procedure/ }));
  await userEvent.click(screen.getByRole('option', { name: 'night' }));
  expect(draft.document.definition.calendar).toBe('night');
});
