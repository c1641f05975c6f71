/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { Language } from '../language/language.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { DateField } from './date-field.tsx';

let kept: string;
afterEach(cleanup);

test('a Persian reader types a Jalali day in Persian or Latin digits; the value is ISO', async () => {
  await open('fa', '2026-03-21');
  expect(segments()).toBe('۱۴۰۵/۰۱/۰۱');
  const [year, month, day] = screen.getAllByRole('spinbutton');
  if (!year || !month || !day) throw new Error('three parts were expected');
  await userEvent.click(day);
  await userEvent.keyboard('۱۵');
  expect(kept).toBe('2026-04-04');
  await userEvent.click(month);
  await userEvent.keyboard('02');
  expect(kept).toBe('2026-05-05');
  expect(segments()).toBe('۱۴۰۵/۰۲/۱۵');
});

test('an English and a Polish reader see Gregorian days', async () => {
  await open('en', '2026-11-23');
  expect(segments()).toBe('23/11/2026');
  cleanup();
  await open('pl', '2026-11-23');
  expect(segments()).toBe('23.11.2026');
});

test('the month of a Persian reader begins on Saturday and names Azar', async () => {
  await open('fa', '2026-11-23');
  await userEvent.click(screen.getByRole('button'));
  const grid = await screen.findByRole('grid');
  expect(grid.getAttribute('aria-label')).toContain('آذر');
  expect(grid.querySelector('thead th')?.textContent).toBe('ش');
  expect(screen.getAllByRole('button', { name: 'بعدی' }).length).toBeGreaterThan(0);
});

test('on the last day that may be chosen the month is the one of the reader, too', async () => {
  await open('fa', '2026-11-29', '2026-11-29');
  await userEvent.click(screen.getByRole('button'));
  expect((await screen.findByRole('grid')).getAttribute('aria-label')).toContain('آذر');
  screen.getByText('آذر ۱۴۰۵');
});

test('a day that does not exist is no day', async () => {
  await open('en', '2026-02-30');
  expect(segments()).toBe('dd/mm/yyyy');
});

async function open(language: Language, value: string, max?: string) {
  await showInWindow(<Field value={value} max={max} />, { language });
}
function Field({ value, max }: { readonly value: string; readonly max: string | undefined }) {
  const [day, setDay] = useState(value);
  kept = day;
  return <DateField label="Day" value={day} onChange={setDay} {...(max === undefined ? {} : { max })} />;
}

/** The parts as they are read, without the marks that order them. */
const segments = () =>
  [...document.querySelectorAll('[class*=segments] > span, [class*=segments] > div')]
    .map((part) => part.textContent)
    .join('')
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '');
