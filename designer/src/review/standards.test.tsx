/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import type { SessionView } from '../server/shapes/people.ts';
import type { DraftStandards, Waiver } from '../server/shapes/standards.ts';
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
const session = { person: { id: 'grace', rights: ['compliance'], assignments: [], name: 'Grace' }, switches: [], organisation: {} };
const shown = async (standards: DraftStandards, waivers: readonly Waiver[] = []) => {
  const sent: string[] = [];
  pretendServer(({ path, method }) => {
    if (method !== 'GET') sent.push(`${method} ${path}`);
    return { status: 200, body: path.endsWith('/waivers') ? { rows: waivers } : standards };
  });
  await showPage(
    <SeatProvider value={{ session: session as unknown as SessionView, update: () => undefined }}>
      <Standards procedure="starter" definition={starter} facts={facts} onRepair={() => undefined} />
    </SeatProvider>,
  );
  return sent;
};
const open = { rule: '10002/7.2-A', verdict: 'fails' as const, element: '' };
const waiver: Waiver = {
  id: 'w1',
  rule: open.rule,
  reason: 'Until the new form is there',
  until: '2027-02-28',
  state: 'valid',
  at: '2026-11-23T10:00:00.000Z',
};

test('points of laws stand apart from those of standards, and are spoken of only where a law asks for something', async () => {
  await shown(found);
  expect(await screen.findByText('40 of 41 checkable points')).toBeTruthy();
  cleanup();
  await shown({ ...found, laws: { holding: 3, checkable: 4 } });
  expect(await screen.findByText('Checkable points that hold: standards 40 of 41, laws 3 of 4')).toBeTruthy();
});

test('a rule that has just been waived is not waived once more while all rules are proved again', async () => {
  const standards = { ...found, met: false, open: [open, { ...open, rule: '10002/7.9-B' }] };
  await shown(standards, [waiver]);
  await screen.findByText('Until the new form is there');
  expect(screen.getAllByRole('button', { name: 'Waive the rule' })).toHaveLength(1);
  cleanup();
  await shown(standards, [{ ...waiver, state: 'lapsed' }]);
  await screen.findByText('Until the new form is there');
  expect(screen.getAllByRole('button', { name: 'Waive the rule' })).toHaveLength(2);
});

test('a day that is past or more than twelve months ahead is told at the day, and nothing is signed', async () => {
  const sent = await shown({ ...found, met: false, open: [open] });
  await userEvent.click(await screen.findByRole('button', { name: 'Waive the rule' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox'), 'Later');
  const waive = () => userEvent.click(dialog.getByRole('button', { name: 'Waive the rule' }));
  for (const year of ['2020', '2031']) {
    await userEvent.type(await dialog.findByRole('spinbutton', { name: /^year/ }), year);
    await waive();
    dialog.getByText('Choose a day from 23 November 2026 to 23 November 2027.');
  }
  expect(sent).toEqual([]);
  await userEvent.type(dialog.getByRole('spinbutton', { name: /^year/ }), '2027');
  await waive();
  expect(sent).toEqual(['POST /definitions/starter/waivers']);
});
