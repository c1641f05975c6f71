/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Told } from './told.tsx';

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('what was refused is heard at once and seen until somebody could read it; what the page shows anyway is only heard', async () => {
  const hide = jest.fn();
  await showInWindow(<Told acts={{ told: 'That is no part of a procedure', isShown: true, hide }} />);
  expect(screen.getByRole('status').textContent).toBe('That is no part of a procedure');
  cleanup();
  jest.useFakeTimers();
  await act(async () => await showInWindow(<Told acts={{ told: 'Done: rename', isShown: false, hide }} />));
  jest.advanceTimersByTime(60_000);
  expect(hide).not.toHaveBeenCalled();
  cleanup();
  await act(async () => await showInWindow(<Told acts={{ told: 'Nothing to undo', isShown: true, hide }} />));
  jest.advanceTimersByTime(9_000);
  expect(hide).not.toHaveBeenCalled();
  jest.advanceTimersByTime(2_000);
  expect(hide).toHaveBeenCalledTimes(1);
});
