/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import type { SessionView } from '../server/shapes/people.ts';
import type { DraftStandards } from '../server/shapes/standards.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { Standards } from './standards.tsx';

afterEach(cleanup);

const [starter = {}] = shippedProcesses as readonly object[];
const facts = {
  id: 'starter',
  revision: 7,
  state: 'submitted' as const,
  updatedAt: '2026-03-02T09:00:00.000Z',
  editors: [],
  openComments: 0,
};
const found: DraftStandards = { revision: 7, hash: 'ab', packs: [], holding: 40, checkable: 41, met: true, open: [] };
const session = { person: { id: 'grace', rights: [], assignments: [], name: 'Grace' }, switches: [], organisation: {} };
const shown = async (standards: DraftStandards) => {
  pretendServer(({ path }) => ({ status: 200, body: path.endsWith('/waivers') ? { rows: [] } : standards }));
  await showPage(
    <SeatProvider value={{ session: session as unknown as SessionView, update: () => undefined }}>
      <Standards procedure="starter" definition={starter} facts={facts} onRepair={() => undefined} />
    </SeatProvider>,
  );
};

test('points of laws stand apart from those of standards, and are spoken of only where a law asks for something', async () => {
  await shown(found);
  expect(await screen.findByText('40 of 41 checkable points')).toBeTruthy();
  cleanup();
  await shown({ ...found, laws: { holding: 3, checkable: 4 } });
  expect(await screen.findByText('Checkable points that hold: standards 40 of 41, laws 3 of 4')).toBeTruthy();
});
