/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
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

const countries = ['Korea Północna', 'Megalopolis', 'Polska', 'Sudan'].map((name) => ({ id: name, name }));
const shown = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

test('what begins with what was typed comes first, then what has such a word, and only then what has it within', async () => {
  await showInWindow(<ComboBox label="Kraj" options={countries} value={undefined} none="Nic" onChange={() => undefined} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Kraj' }), 'pol');
  expect(shown()).toEqual(['Polska', 'Korea Północna', 'Megalopolis']);
});

test('whoever closed the list opens it again by pressing the field', async () => {
  await showInWindow(<ComboBox label="Kraj" options={countries} value={undefined} none="Nic" onChange={() => undefined} />);
  const field = screen.getByRole('combobox', { name: 'Kraj' });
  await userEvent.click(field);
  await userEvent.keyboard('{Escape}');
  expect(shown()).toEqual([]);
  await userEvent.click(field);
  expect(shown()).toHaveLength(countries.length);
});

test('when the page beneath it moves the list closes, and what was typed stays; pressing the field shows again what fits', async () => {
  await showInWindow(<ComboBox label="Kraj" options={countries} value="Sudan" none="Nic" onChange={() => undefined} />);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Kraj' });
  await userEvent.clear(field);
  await userEvent.type(field, 'pol');
  fireEvent.scroll(document);
  expect([shown(), field.value]).toEqual([[], 'pol']);
  await userEvent.click(field);
  expect(shown()).toEqual(['Polska', 'Korea Północna', 'Megalopolis']);
  await userEvent.click(screen.getByRole('option', { name: 'Polska' }));
  await userEvent.tab();
  expect(field.value).toBe('Sudan'); // As its page still says.
});
