/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { groupsOf } from '../check/check-groups.ts';
import { pretendRule } from '../check/pretend-rule.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { SessionView } from '../server/shapes/people.ts';
import type { Waiver } from '../server/shapes/standards.ts';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { matrixRows, shownRows } from './matrix-rows.ts';
import { MatrixTable } from './matrix-table.tsx';
import { ShownRules } from './shown-rules.tsx';

afterEach(cleanup);

const [starter = {}] = shippedProcesses as readonly object[];
const today = '2026-11-23';
const names = ['10002/7.4-A', '10002/7.5-A', '10002/7.8-A'] as const;
const rules = names.map((name) => pretendRule(name, 'fails'));
const grace = {
  session: { person: { id: 'grace', rights: ['compliance'], assignments: [], name: 'Grace' }, switches: [], organisation: {} },
  update: () => undefined,
} as unknown as { readonly session: SessionView; readonly update: () => void };
const waiverOf = (rule: string): Waiver => ({
  id: rule,
  rule,
  reason: 'Soon',
  until: '2027-02-21',
  at: `${today}T09:00:00.000Z`,
  state: 'valid',
});

/** What needs the officer, as the page shows it: what was waived is no longer there once the server says so. */
function Mine({ waivedNow }: { readonly waivedNow: () => readonly string[] }) {
  const [waived, setWaived] = useState<readonly string[]>([]);
  const rows = matrixRows({ rules, attestations: [], waivers: waived.map(waiverOf) });
  const mine = shownRows(rows, 'mine', today).map(({ rule }) => rule);
  const [group] = groupsOf(mine);
  return (
    <ShownRules count={`${mine.length} rules`}>
      {group && (
        <MatrixTable
          id="starter"
          definition={starter}
          isDraft
          isUsed={false}
          waives
          found={{ raising: 'no-officer', open: [], again: () => undefined }}
          meant={undefined}
          opened={undefined}
          onOpen={() => undefined}
          onSigned={() => setTimeout(() => setWaived(waivedNow()))}
          {...{ group, rows, today }}
        />
      )}
    </ShownRules>
  );
}

test('with what needs somebody shown, the row of a rule that is waived goes, and the next one has the focus; after the last, their number', async () => {
  const server = pretendServer(() => ({ status: 200, body: { rows: [] } }));
  const waivedNow = () => server.asked.flatMap(({ method, body }) => (method === 'POST' ? [(body as { readonly rule: string }).rule] : []));
  const user = userEvent.setup();
  await showPage(
    <SeatProvider value={grace}>
      <PartCatalogue of="check">
        <PartCatalogue of="matrix">
          <Mine waivedNow={waivedNow} />
        </PartCatalogue>
      </PartCatalogue>
    </SeatProvider>,
  );
  await screen.findByRole('table');
  const waives = async (rule: string) => {
    await user.click(screen.getByRole('button', { name: `Waive the rule: ${rule}` }));
    await user.type(screen.getByRole('textbox', { name: /Why it need not hold/ }), 'Soon');
    await user.click(screen.getByRole('button', { name: 'Waive the rule' }));
    await waitFor(() => expect(document.querySelector(`[data-rule="${rule}"]`)).toBeNull());
  };
  const [first, second, third] = names;
  const isAt = (told: string) => waitFor(() => expect(document.activeElement?.textContent).toContain(told));
  await waives(second);
  await isAt(third);
  await waives(third);
  await isAt(first);
  await waives(first);
  await isAt('0 rules');
});
