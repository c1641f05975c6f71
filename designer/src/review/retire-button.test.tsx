/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { type PretendServer, pretendServer } from '../server/pretend-server.ts';
import type { VersionRow } from '../server/shapes/definitions.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { RetireButton } from './retire-button.tsx';

const version: VersionRow = { version: 1, hash: 'ab', state: 'published', publishedAt: '2026-11-01T09:00:00.000Z', inForce: true };
let server: PretendServer;
let colleagueRetires: () => void;
beforeEach(() => {
  server = pretendServer(() => ({ status: 204 }));
});
afterEach(cleanup);

function History({ first = version }: { readonly first?: VersionRow }) {
  const [versions, setVersions] = useState<readonly VersionRow[]>([first]);
  colleagueRetires = () =>
    setVersions([
      {
        ...version,
        state: 'retired',
        inForce: false,
        retiredAt: '2026-11-23T09:00:00.000Z',
        retiredBy: { id: 'olivia', name: 'Olivia Okafor', party: 'organisation' },
      },
    ]);
  return (
    <RetireButton procedure="starter" versions={versions} running={{ versions: [{ version: 1, cases: 4, steps: [] }], capped: false }} />
  );
}
const ask = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Retire the procedure' }));
  return within(await screen.findByRole('dialog'));
};

test('a procedure is retired with a reason, which its history keeps', async () => {
  await showPage(<History />);
  const dialog = await ask();
  expect(dialog.getByText(/4 running cases/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Retire the procedure' }));
  expect(server.asked).toEqual([]);
  await userEvent.type(dialog.getByRole('textbox', { name: /Why it is retired/ }), 'One for all branches');
  await userEvent.click(dialog.getByRole('button', { name: 'Retire the procedure' }));
  expect(server.asked).toMatchObject([{ method: 'POST', path: '/definitions/starter/retirement', body: { why: 'One for all branches' } }]);
});

test('where a colleague retired it first, who and when is said, and what was written stays to be copied', async () => {
  await showPage(<History />);
  const dialog = await ask();
  await userEvent.type(dialog.getByRole('textbox'), 'One for all branches');
  act(colleagueRetires);
  expect((await dialog.findByRole('status')).textContent).toMatch(/^Retired by .*Olivia Okafor.*, 23 November 2026, 10:00/);
  expect(dialog.getByDisplayValue('One for all branches')).toBeTruthy();
  expect(dialog.queryByRole('button', { name: 'Retire the procedure' })).toBeNull();
});

test('what is still to come can be taken back as well', async () => {
  await showPage(<History first={{ ...version, inForce: false, validFrom: '2027-01-01T00:00:00.000Z' }} />);
  expect((await ask()).getByRole('textbox')).toBeTruthy();
});
