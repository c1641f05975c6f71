/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { useCanGoBack, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useOwnPage } from './narrow-window.ts';
import { showPage } from './show-in-window.tsx';

afterEach(cleanup);

test('in a narrow window the way back closes what was opened from a list, and closing it leaves nothing behind', async () => {
  Object.assign(window, { matchMedia: () => ({ matches: true }) });
  await showPage(<List />);
  await press('Open one', 'one');
  await press('Open two', 'two'); // From one to the next: still one step away from the list.
  await press('Browser back', 'list');
  await press('Open one', 'one');
  await press('Close', 'list');
  expect(screen.getByText('nothing before')).toBeTruthy();
});

test('where both have room, what is chosen makes no way back', async () => {
  Object.assign(window, { matchMedia: () => ({ matches: false }) });
  await showPage(<List />);
  await press('Open one', 'one');
  expect(screen.getByText('nothing before')).toBeTruthy();
  await press('Close', 'list');
});

async function press(button: string, then: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: button }));
  await screen.findByRole('heading', { name: then });
}

function List() {
  const turn = useOwnPage(45);
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  const { at } = useSearch({ strict: false }) as { readonly at?: string };
  const open = (next: string | undefined) =>
    turn({ open: at, next }, (how) => void navigate({ to: '.', search: next === undefined ? {} : { at: next }, ...how }));
  return (
    <>
      <h1>{at ?? 'list'}</h1>
      <p>{canGoBack ? 'something before' : 'nothing before'}</p>
      {['one', 'two'].map((id) => (
        <button key={id} type="button" onClick={() => open(id)}>{`Open ${id}`}</button>
      ))}
      <button type="button" onClick={() => open(undefined)}>
        Close
      </button>
      <button type="button" onClick={() => router.history.back()}>
        Browser back
      </button>
    </>
  );
}
