import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { late, useEarly } from './late.tsx';
import { showInWindow } from './show-in-window.tsx';

const Words = ({ of }: { readonly of: string }) => <p>{of}</p>;

let asked = 0;
const Asked = late(async () => {
  asked += 1;
  return Words;
});
const mayBeShown = [Asked];
function Page() {
  useEarly(mayBeShown);
  return <button type="button">Go on</button>;
}

// First of all: whoever touched the page once needs no other sign.
test('what may soon be shown is fetched with the first touch of the page, not before', async () => {
  await showInWindow(<Page />);
  expect(asked).toBe(0);
  await userEvent.keyboard('{Tab}');
  expect(asked).toBe(1);
});

test('a part that is shown comes; what was fetched is drawn at once', async () => {
  const Part = late(async () => Words);
  const first = await showInWindow(<Part of="Here" />);
  expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
  await screen.findByText('Here');
  first.unmount();
  await showInWindow(<Part of="Here again" />);
  screen.getByText('Here again');
});

test('a part that cannot be fetched says so in its place, and is fetched again when asked', async () => {
  let reachable = false;
  const Part = late(async () => {
    if (!reachable) throw new TypeError('Failed to fetch dynamically imported module');
    return Words;
  });
  await showInWindow(
    <>
      <p>The rest</p>
      <Part of="Here" />
    </>,
  );
  await screen.findByText(/The server does not answer/);
  screen.getByText('The rest');
  reachable = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Here');
});
