import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { TasksPage } from './tasks-page.tsx';

test('whoever has no role yet reads why no task comes, and who gives one', async () => {
  pretendServer(() => ({ status: 200, body: { rows: [], more: false } }));
  await showPage(
    <SeatProvider value={{ session: pretendSession('handler'), update: () => undefined }}>
      <TasksPage />
    </SeatProvider>,
  );
  await screen.findByText('You have no role in any procedure yet');
  expect(document.body.textContent).toContain('An administrator gives you one');
});

test('whoever has one reads that nothing waits', async () => {
  pretendServer(() => ({ status: 200, body: { rows: [], more: false } }));
  const session = pretendSession('handler');
  const assignments = [{ definition: 'starter', roles: ['handler'] }];
  await showPage(
    <SeatProvider value={{ session: { ...session, person: { ...session.person, assignments } }, update: () => undefined }}>
      <TasksPage />
    </SeatProvider>,
  );
  await screen.findByText('Nothing waits for you');
});
