/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { fetchDayPicker } from '../base/date-field.tsx';
import type { Period } from '../calendar/usual-periods.ts';
import type { Language } from '../language/language.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { OperationPeriod } from './operation-period.tsx';

afterEach(cleanup);

let asked: Period[] = [];

function Asking({ at, cases }: { readonly at: Period; readonly cases: number }) {
  const [period, setPeriod] = useState(at);
  const ask = (chosen: Period) => {
    asked.push(chosen);
    setPeriod(chosen);
  };
  return <OperationPeriod period={period} onChange={ask} cases={cases} />;
}
async function shown(language: Language, at: Period = {}, cases = 3): Promise<void> {
  asked = [];
  await fetchDayPicker();
  await showPage(
    <PartCatalogue of="matrix">
      <Asking at={at} cases={cases} />
    </PartCatalogue>,
    { language },
  );
}
const status = () =>
  screen
    .getByRole('status')
    .textContent?.replace(/[\u2068\u2069]/g, '')
    .trim();

test.each([
  [
    'en',
    'Operation: cases received',
    'last quarter',
    { from: '2026-07-01', to: '2026-09-30' },
    'Cases received from 1 July 2026 to 30 September 2026.',
  ],
  [
    'pl',
    'Praktyka: sprawy otrzymane',
    'w poprzednim kwartale',
    { from: '2026-07-01', to: '2026-09-30' },
    'Sprawy otrzymane od 1 lipca 2026 do 30 września 2026.',
  ],
  [
    'fa',
    'اجرا: پرونده‌های دریافت‌شده در',
    'فصل گذشته',
    { from: '2026-06-22', to: '2026-09-22' },
    'پرونده‌های دریافت‌شده از ۱ تیر ۱۴۰۵ تا ۳۱ شهریور ۱۴۰۵.',
  ],
] as const)(
  'in %s a usual period is chosen by keyboard, and said in the days of the reader',
  async (language, label, quarter, period, words) => {
    await shown(language);
    expect(status()).toBe('');
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: quarter });
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(asked).toEqual([period]);
    expect(status()).toContain(words);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: new RegExp(label) })));
  },
);

test('between two days: asked only once both are days in their order', async () => {
  await shown('en');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button'));
  await user.click(await screen.findByRole('option', { name: 'between two days' }));
  const parts = screen.getAllByRole('spinbutton');
  expect(parts).toHaveLength(6);
  const [firstDay, , , lastDay] = parts;
  if (!firstDay || !lastDay) throw new Error('two days were expected');
  await user.click(firstDay);
  await user.keyboard('01022026');
  expect(asked).toEqual([{ from: '2026-02-01' }]);
  await user.click(lastDay);
  await user.keyboard('31012026');
  expect(asked).toHaveLength(1);
  expect(screen.getByText('The last day lies before the first.')).toBeTruthy();
  await user.click(lastDay);
  await user.keyboard('28022026');
  expect(asked.at(-1)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(screen.queryByText('The last day lies before the first.')).toBeNull();
});

test('a period without a case says so', async () => {
  await shown('en', { from: '2020-01-01', to: '2020-01-31' }, 0);
  expect(status()).toBe('Cases received from 1 January 2020 to 31 January 2020. No case in this period.');
  expect(screen.getAllByRole('spinbutton')).toHaveLength(6);
});

test('an address that ends before it begins says what is wrong with it', async () => {
  await shown('en', { from: '2026-02-01', to: '2026-01-31' });
  expect(screen.getByText('The last day lies before the first.')).toBeTruthy();
  expect(status()).toBe('');
});
