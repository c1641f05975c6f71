/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import type { OperationView } from '../server/shapes/operation.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { Deviations } from './deviations.tsx';
import { OperationCell } from './operation-cell.tsx';

afterEach(cleanup);

const [starter = {}] = shippedProcesses as readonly object[];
const place = { case: { id: 'c7', number: 'R-2026-7' }, revision: 12 };
const found: OperationView = {
  cases: 214,
  capped: true,
  rules: [],
  measures: [],
  deviations: { astray: 0, excluded: 0, cancelled: 0, skipped: 0, moved: 1, early: 0, late: 8 },
  latest: [
    {
      ...place,
      kind: 'late',
      at: '2026-03-03T09:00:00.000Z',
      element: '/machine/states/recording/after/recordBy/0',
      person: { id: 'p', name: 'Olga Nowak', party: 'organisation' },
    },
  ],
};

const shown = async (language: Language, page: React.ReactNode) =>
  await showPage(
    <PartCatalogue of="check">
      <PartCatalogue of="matrix">{page}</PartCatalogue>
    </PartCatalogue>,
    { language },
  );

test('a rule that cases broke says in how many it was kept and leads to the line that breaks it', async () => {
  await shown('en', <OperationCell operation={{ rule: 'a', kept: 206, broken: 8, open: 3, places: [place] }} />);
  expect(screen.getByText('Fails')).toBeTruthy();
  expect(screen.getByText('kept in 206 of 214')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'R-2026-7' }).getAttribute('href')).toMatch(/^\/cases\/c7\?line=.*12/);
  expect(screen.getByText('and 7 more')).toBeTruthy();
});

test('cases that are not over prove nothing yet, and what no case can show has nothing in its place', async () => {
  await shown('pl', <OperationCell operation={{ rule: 'a', kept: 0, broken: 0, open: 5, places: [] }} />);
  expect(screen.getByText('5 spraw, jeszcze w toku')).toBeTruthy();
  cleanup();
  await shown('en', <OperationCell operation={{ rule: 'a', kept: 0, broken: 0, open: 0, places: [] }} />);
  expect(screen.getByText('no case speaks of it')).toBeTruthy();
});

test.each([
  ['en', 'Where cases went otherwise', 'our own time ran out: 8'],
  ['fa', 'جاهایی که پرونده‌ها راه دیگری رفتند', 'مهلت خودمان گذشت: ۸'],
  ['pl', 'Gdzie sprawy poszły inaczej', 'minął nasz własny termin: 8'],
] as const)('where cases went otherwise is counted and told with case, place and person, in %s', async (language, title, late) => {
  await shown(language, <Deviations operation={found} definition={starter} isOfPeriod={false} />);
  const section = screen.getByRole('region', { name: title });
  expect(
    within(section)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.trim()),
  ).toContain(late);
  expect(within(section).getByRole('link', { name: 'R-2026-7' })).toBeTruthy();
  expect(section.textContent).toContain('Olga Nowak');
});
