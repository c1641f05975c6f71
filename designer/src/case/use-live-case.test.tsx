/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { useQuery } from '@tanstack/react-query';
import { act, cleanup, screen } from '@testing-library/react';
import { keys } from '../server/keys.ts';
import type { Listener, Live } from '../server/live.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import { LiveProvider } from '../server/use-live.tsx';
import { showInWindow } from '../shell/show-in-window.tsx';
import { useLiveCase } from './use-live-case.ts';

afterEach(cleanup);

const found = { id: 'one', revision: 4, tasks: [] } as unknown as CaseView;
let state = 'waiting';

function Letter() {
  useLiveCase(found);
  const letters = useQuery({ queryKey: keys.letters('one'), queryFn: () => state });
  return <output>{letters.data}</output>;
}

test('a letter that went on while the page was still on its way into the room is read again once it is there', async () => {
  const listeners: Listener[] = [];
  const live: Live = {
    join: (_, listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    here: () => undefined,
    close: () => undefined,
  };
  await showInWindow(
    <LiveProvider value={live}>
      <Letter />
    </LiveProvider>,
  );
  await screen.findByText('waiting');
  state = 'written';
  // The answer to the entering: the case itself stands where the page read it.
  await act(async () => listeners[0]?.hint({ kind: 'case', caseId: 'one', revision: 4 }));
  expect(await screen.findByText('written')).toBeTruthy();
});
