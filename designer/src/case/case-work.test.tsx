/** @jest-environment-options {"customExportConditions": ["node"]} */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import type { CaseView, LetterView } from '../server/shapes/cases.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { CaseWork } from './case-work.tsx';

const dispute: unknown = JSON.parse(readFileSync('definitions/src/processes/external-dispute.json', 'utf8'));
const found: CaseView = {
  id: 'one',
  title: 'The roof',
  definition: 'dispute',
  definitionTitle: { en: 'External dispute' },
  definitionVersion: 1,
  status: 'active',
  steps: [
    { id: 'opening', title: { en: 'Before a binding step' } },
    { id: 'facilitation', title: { en: 'Mediation' } },
  ],
  receivedAt: '2026-03-02T09:00:00.000Z',
  enteredAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T09:00:00.000Z',
  overdue: false,
  incidents: 0,
  revision: 4,
  channel: 'phone',
  clocks: [],
  timers: [],
  tasks: [],
  fields: [],
  hidden: 0,
  incidentList: [],
  children: [],
  unheldRoles: [],
  path: [],
};
const closing: LetterView = {
  key: 'one:4:0',
  caseId: 'one',
  letter: 'closure',
  title: { en: 'Closed' },
  to: { role: 'complainant', name: 'Ada' },
  language: 'en',
  subject: 'Closed',
  body: 'It is over.',
  state: 'written',
  at: '2026-03-02T09:00:00.000Z',
};

afterEach(cleanup);
beforeEach(() => {
  Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: new Promise(() => undefined) } }); // No chart is laid out here.
  pretendServer(({ path }) => ({
    status: 200,
    body: path.startsWith('/definitions/') ? { document: dispute, version: 1 } : { rows: [], more: false },
  }));
});
const open = (more: Partial<CaseView>): Promise<unknown> =>
  showPage(
    <SeatProvider value={{ session: pretendSession('handler'), update: () => undefined }}>
      <main>
        <CaseWork found={{ ...found, ...more }} letters={[closing]} />
      </main>
    </SeatProvider>,
  );
async function show(more: Partial<CaseView>): Promise<string> {
  await open(more);
  await userEvent.click(await screen.findByRole('button', { name: 'As a list' }));
  return String(screen.getByRole('main').textContent);
}

test('in a running case the page says what may happen at any time, and which letter waits for somebody to send it', async () => {
  const told = await show({});
  expect(told).toContain('A letter waits to be sent');
  expect(told).toContain('Closed, to Ada');
  expect(told).toContain('At any time: Ask for the status · Add information · Leave the procedure');
});

test('the last letter of a case waits for somebody after the end as well', async () => {
  const told = await show({ status: 'ended', outcome: 'resolved', steps: [{ id: 'resolved', title: { en: 'Resolved' } }] });
  expect(told).toContain('A letter waits to be sent');
});

test('of a case that was ended from outside nobody is asked to send letters, and nothing is said to happen at any time, wherever it stood', async () => {
  const told = await show({ status: 'cancelled' });
  expect(told).not.toContain('A letter waits to be sent');
  expect(told).not.toContain('At any time');
});

test('a case that was brought in from another system shows no chart of a procedure that never ran in it', async () => {
  await open({ status: 'imported', steps: [], businessKey: 'K-7' });
  expect(await screen.findByText(/^This case was brought in from another system\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'As a list' })).toBeNull();
});
