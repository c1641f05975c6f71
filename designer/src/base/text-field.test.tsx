/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { showInWindow } from '../shell/show-in-window.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

test.each([
  ['', null],
  ['۳۰', null],
  ['12.5', null],
  ['۱٬۲۰۰٫۵', null],
  ['+98 21 88', 'auto'],
  ['Anna', 'auto'],
  ['سارا', 'auto'],
])('%p begins on the side where its reader looks for it', async (value, direction) => {
  await showInWindow(<TextField label="پاسخ ظرف" value={value} onChange={() => undefined} />, { language: 'fa' });
  expect(screen.getByRole('textbox').getAttribute('dir')).toBe(direction);
});
