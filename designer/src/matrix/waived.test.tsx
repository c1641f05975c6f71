/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, renderHook, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { groupsOf } from '../check/check-groups.ts';
import { pretendRule } from '../check/pretend-rule.ts';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import type { SessionView } from '../server/shapes/people.ts';
import type { Waiver } from '../server/shapes/standards.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { matrixRows } from './matrix-rows.ts';
import { MatrixTable } from './matrix-table.tsx';
import { useWaiving } from './waiving.ts';

afterEach(cleanup);

const [starter = {}] = shippedProcesses as readonly object[];
const today = '2026-11-23';
const requirement = { en: 'Receipt is confirmed', fa: 'رسید تأیید می‌شود', pl: 'Potwierdza się odbiór' };
const rules = [
  pretendRule('10002/7.4-A', 'fails', { words: { requirement, message: {} } }),
  pretendRule('10002/7.4-B', 'fails', { severity: 'should' }),
  pretendRule('10002/7.4-C', 'holds'),
  pretendRule('10002/7.4-D', 'fails', { severity: 'should', holdsAsDrawn: true }),
];
const waiver: Waiver = {
  id: 'w1',
  rule: '10002/7.4-A',
  reason: 'A letter follows in May',
  until: '2027-02-21',
  person: { id: 'grace', name: 'Grace Palmer', party: 'organisation' },
  at: '2026-11-20T09:00:00.000Z',
  state: 'valid',
};
const seatOf = (id: string, ...rights: Right[]) => ({
  session: { person: { id, rights, assignments: [], name: id }, switches: [], organisation: {} } as unknown as SessionView,
  update: () => undefined,
});
let read = 0;
const shown = async (waivers: readonly Waiver[], { waives = true, language = 'en' as Language } = {}) => {
  read = 0;
  const [group] = groupsOf(rules);
  if (!group) throw new Error('no rules are shown');
  await showPage(
    <SeatProvider value={seatOf('grace', 'compliance')}>
      <PartCatalogue of="check">
        <PartCatalogue of="matrix">
          <MatrixTable
            id="starter"
            rows={matrixRows({ rules, attestations: [], waivers })}
            definition={starter}
            isDraft
            isUsed={false}
            found={{ raising: 'no-officer', open: [], again: () => undefined }}
            meant={undefined}
            opened={undefined}
            onOpen={() => undefined}
            onSigned={() => (read += 1)}
            {...{ group, waives, today }}
          />
        </PartCatalogue>
      </PartCatalogue>
    </SeatProvider>,
    { language },
  );
  await screen.findByRole('table');
};
const rowOf = (rule: string): HTMLElement => {
  const row = document.querySelector<HTMLElement>(`[data-rule="${rule}"]`);
  if (!row) throw new Error(`${rule} is not shown`);
  return row;
};

test('what must hold and does not is waived from its row, by the words of the review; nothing else is offered to be', async () => {
  const server = pretendServer(() => ({ status: 200, body: { rows: [] } }));
  const user = userEvent.setup();
  await shown([]);
  await user.click(screen.getByRole('button', { name: 'Waive the rule: 10002/7.4-A' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText('Waive: Receipt is confirmed')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: /Why it need not hold/ }), 'A letter follows in May');
  await user.click(dialog.getByRole('button', { name: 'Waive the rule' }));
  expect(server.asked.filter(({ method }) => method === 'POST')).toMatchObject([
    {
      method: 'POST',
      path: '/definitions/starter/waivers',
      body: { rule: '10002/7.4-A', reason: 'A letter follows in May', until: '2027-02-21' },
    },
  ]);
  expect(read).toBe(1);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getAllByRole('button', { name: /Waive/ })).toHaveLength(1);
});

test('a must that breaks only where something goes wrong says so and is not offered to be waived', async () => {
  await shown([]);
  expect(rowOf('10002/7.4-D').textContent).toContain('As it is drawn, it holds.');
  expect(rowOf('10002/7.4-B').textContent).not.toContain('As it is drawn');
  expect(within(rowOf('10002/7.4-D')).queryByRole('button')).toBeNull();
});

test('who waived it, until when and why stands there, and it is taken back; what the server says against it stays beside the button', async () => {
  let status = 404;
  const server = pretendServer(() => (status === 404 ? { status, body: { type: 'x', status, code: 'not-found' } } : { status }));
  const user = userEvent.setup();
  await shown([waiver]);
  expect(rowOf(waiver.rule).textContent).toContain('Grace Palmer');
  expect(rowOf(waiver.rule).textContent).toContain('A letter follows in May');
  const withdraw = () => user.click(screen.getByRole('button', { name: 'Withdraw the waiver: 10002/7.4-A' }));
  await withdraw();
  expect(within(rowOf(waiver.rule)).getByRole('alert')).toBeTruthy();
  expect(read).toBe(0);
  status = 204;
  await withdraw();
  expect(server.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/definitions/starter/waivers/w1' });
  expect(read).toBe(1);
});

test('whoever waives nothing reads it, and a waiver that is over is waived anew', async () => {
  await shown([waiver], { waives: false });
  expect(rowOf(waiver.rule).textContent).toContain('Grace Palmer');
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  await shown([{ ...waiver, until: '2026-11-01', state: 'lapsed' }], { language: 'fa' });
  expect(screen.getByRole('button', { name: /^چشم‌پوشی از قاعده/ })).toBeTruthy();
  cleanup();
  await shown([{ ...waiver, state: 'withdrawn' }, waiver], { language: 'pl' });
  expect(screen.getByRole('button', { name: /^Wycofaj odstępstwo/ })).toBeTruthy();
});

test('an officer waives on a draft in which he drew nothing; on a version, and where he drew, the page says why not', () => {
  const drawn = { editors: [{ id: 'emily', name: 'Emily', party: 'organisation' as const }] };
  const waiving = (id: string, right: Right, side: Parameters<typeof useWaiving>[0]) =>
    renderHook(() => useWaiving(side), { wrapper: ({ children }) => <SeatProvider value={seatOf(id, right)}>{children}</SeatProvider> })
      .result.current;
  expect(waiving('grace', 'compliance', { drawn })).toBe('may');
  expect(waiving('emily', 'compliance', { drawn })).toBe('drew');
  expect(waiving('grace', 'compliance', { drawn: undefined })).toBe('version');
  expect(waiving('grace', 'process-owner', { drawn })).toBe('no-officer');
});
