/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { NoDraft } from './no-draft.tsx';

afterEach(cleanup);

const refunds = { id: 'refunds', title: { en: 'Refunds', fa: 'بازپرداخت', pl: 'Zwroty' }, kind: 'complaint', current: 3, retired: false };

async function show(right: Right, procedure: string) {
  let begun = 0;
  const server = pretendServer(({ path }) =>
    path === '/definitions'
      ? { status: 200, body: { rows: [{ ...refunds, mayStart: false, roles: [] }], more: false } }
      : { status: 200, body: { document: {}, revision: 1 } },
  );
  await showPage(
    <SeatProvider value={{ session: pretendSession(right), update: () => undefined }}>
      <NoDraft
        procedure={procedure}
        onBegun={() => {
          begun += 1;
        }}
      />
    </SeatProvider>,
  );
  return { server, begun: () => begun };
}

test('a drawing that was published meanwhile is begun anew from its address', async () => {
  const { begun } = await show('process-owner', 'refunds');
  await screen.findByRole('heading', { name: 'Nobody draws “Refunds” now' });
  expect(screen.getByText(/Version 3 is in force/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Versions' }).getAttribute('href')).toBe('/procedures/refunds/versions');
  await userEvent.click(screen.getByRole('button', { name: 'Draw' }));
  expect(begun()).toBe(1);
});

test('whoever only reads drafts is not asked to draw, and an unknown procedure is not there', async () => {
  await show('compliance', 'refunds');
  await screen.findByRole('heading', { name: 'Nobody draws “Refunds” now' });
  expect(screen.queryByRole('button', { name: 'Draw' })).toBeNull();
  cleanup();
  await show('process-owner', 'returns');
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeTruthy();
});
