/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { showInWindow } from '../shell/show-in-window.tsx';
import { ComboBox } from './combo-box.tsx';

afterEach(cleanup);

test('while its list is open, what else can be pressed is still told of, and what is only ornament is not', async () => {
  await showInWindow(
    <>
      <span aria-hidden="true">*</span>
      <ComboBox label="Country" options={[{ id: 'pl', name: 'Poland' }]} value={undefined} none="None" onChange={() => undefined} />
      <button type="button">Save</button>
    </>,
  );
  await userEvent.click(screen.getByRole('combobox', { name: 'Country' }));
  expect(screen.getByRole('option', { name: 'Poland' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy(); // By role only what a screen reader tells.
  expect(screen.getByText('*').closest('[aria-hidden="true"]')).toBeTruthy();
});

test('a Persian word is found by the letters of an Arabic keyboard, and without its joiner', async () => {
  await showInWindow(
    <ComboBox label="فیلد" options={[{ id: 'help', name: 'شیوهٔ کمک‌رسانی' }]} value={undefined} none="هیچ" onChange={() => undefined} />,
  );
  await userEvent.type(screen.getByRole('combobox', { name: 'فیلد' }), 'كمكرساني');
  expect(screen.getByRole('option').textContent).toBe('شیوهٔ کمک‌رسانی');
});
