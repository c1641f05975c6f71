import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showInWindow } from '../shell/show-in-window.tsx';
import { FieldValue } from './field-value.tsx';

test('an account of several pages is folded and opened by a button; a short one has none', async () => {
  const { unmount } = await showInWindow(<FieldValue value={'The charger sparked. '.repeat(200)} />);
  const opens = screen.getByRole('button', { name: 'Show all of it' });
  expect(opens.getAttribute('aria-expanded')).toBe('false');
  await userEvent.setup().click(opens);
  expect(screen.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true');
  unmount();
  await showInWindow(<FieldValue value="The charger sparked." />);
  expect(screen.queryByRole('button')).toBeNull();
});
