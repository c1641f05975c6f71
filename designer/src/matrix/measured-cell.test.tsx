/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { Language } from '../language/language.ts';
import type { MeasureView } from '../server/shapes/operation.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { MeasuredCell } from './measured-cell.tsx';

afterEach(cleanup);

const acknowledged: MeasureView = {
  measure: 'ack-on-time',
  rule: '10002/8.4-B',
  title: { en: 'Acknowledged on time', fa: 'اعلام وصول به‌هنگام', pl: 'Potwierdzone w terminie' },
  counted: { en: 'Told before our time ran out.' },
  unit: 'share',
  ...{ over: 150, count: 141, value: 0.94, target: { atLeast: 0.98 }, meets: false },
  places: [{ case: { id: 'c7', number: 'R-2026-7' }, revision: 12 }],
};
const page = async (measure: MeasureView, language: Language = 'en') => {
  cleanup();
  await showPage(
    <PartCatalogue of="check">
      <PartCatalogue of="matrix">
        <MeasuredCell measures={[measure]} />
      </PartCatalogue>
    </PartCatalogue>,
    { language },
  );
};
const shown = async (measure: Partial<MeasureView>, language: Language = 'en') => await page({ ...acknowledged, ...measure }, language);
/** Nothing was counted, and nobody set a target. */
const { value: _, count: __, meets: ___, target, ...silent } = { ...acknowledged, over: 0, places: [] };

test.each([
  ['en', 'Acknowledged on time', '141 of 150 (94 %)', 'target missed: at least 98 %'],
  ['fa', 'اعلام وصول به‌هنگام', '۱۴۱ از ۱۵۰ (۹۴٪)', 'به هدف نرسیده: دست‌کم ۹۸٪'],
  ['pl', 'Potwierdzone w terminie', '141 z 150 (94%)', 'cel nieosiągnięty: co najmniej 98%'],
] as const)('a share is told with its counts, its target and the cases to look at, in %s', async (language, title, figure, target) => {
  await shown({}, language);
  for (const words of [title, figure, target]) expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'R-2026-7' }).getAttribute('href')).toMatch(/^\/cases\/c7\?line=.*12/);
});

test('of a few there is no percentage, of none there is no data, and without a target no verdict', async () => {
  await shown({ over: 4, count: 3, value: 0.75, meets: true });
  expect(screen.getByText('3 of 4')).toBeTruthy();
  expect(screen.getByText('target met: at least 98 %')).toBeTruthy();
  await page(silent);
  expect(screen.getByText('no data')).toBeTruthy();
  expect(screen.getByText('1 measure without data')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/target|%/);
});

test('of what has no data only an objective stands with the figures; what is counted is told behind each name', async () => {
  await page({ ...silent, ...(target && { target }) });
  expect(screen.queryByText(/without data/)).toBeNull();
  expect(screen.getByText('target: at least 98 %')).toBeTruthy();
  expect(screen.getByText('Acknowledged on time').closest('details')?.textContent).toContain('Told before our time ran out.');
});

test('a target in days says so', async () => {
  await shown({ unit: 'days', over: 12, value: 15, mostly: 20, target: { atMost: 14 } }, 'pl');
  expect(screen.getByText('cel nieosiągnięty: najwyżej 14 dni')).toBeTruthy();
});

test.each<[string, Partial<MeasureView>, string]>([
  ['days', { unit: 'days', over: 12, value: 3.26, mostly: 20 }, 'half within 3.3 days, nine of ten within 20 (12 counted)'],
  ['one day', { unit: 'days', over: 1, value: 3.26, mostly: 3.26 }, '3.3 days, counted once'],
  ['a score', { unit: 'score', over: 5, value: 4.2 }, '4.2 on average (5 counted)'],
  ['a count in cases', { unit: 'count', over: 12, value: 3 }, '3 in 12 cases'],
  ['a count of cases', { unit: 'count', over: 12, value: 12 }, '12'],
  ['what each has', { unit: 'each', over: 2, count: 5, value: 2.5 }, '2.5 on average: 5 with 2 people'],
  ['an objective of nobody', { isUnmeasured: true }, 'nothing here measures it'],
])('%s is told as what it is', async (_, measure, words) => {
  await shown(measure);
  expect(screen.getByText(words)).toBeTruthy();
});

test('groups are told by what people call them, with how many others there are', async () => {
  await shown({
    unit: 'count',
    groups: {
      field: 'severity',
      of: [
        { group: '4', title: { en: 'Critical' }, over: 3, value: 3 },
        { group: 'Late', over: 4, value: 4 },
      ],
      others: 2,
    },
  });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Critical: 3',
    'Late: 4',
    'Others: 2',
    'R-2026-7',
  ]);
});

test('periods are told from the latest on, by the reader’s calendar, with how many missed the target', async () => {
  const periods = {
    per: 'month' as const,
    of: [
      { from: '2026-02-01', over: 20, count: 19, value: 0.95, meets: false },
      { from: '2026-01-01', over: 3, count: 3, value: 1, meets: true },
    ],
  };
  await shown({ periods });
  expect(screen.getByText('target missed in 1 of 2 months')).toBeTruthy();
  expect(screen.getByText('1 February 2026').closest('li')?.textContent).toBe('1 February 2026: 19 of 20 (95 %)');
  await shown({ periods }, 'fa');
  expect(screen.getByText('نرسیدن به هدف در ۱ از ۲ ماه')).toBeTruthy();
  expect(screen.getByText('۱۲ بهمن ۱۴۰۴')).toBeTruthy();
});

test('a rule that nothing measures has nothing in the place of a figure', async () => {
  await showPage(<MeasuredCell measures={[]} isFirst />, { language: 'en' });
  expect(document.querySelector('dl, details, p')).toBeNull();
});
