/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { PersonForm } from './person-page.tsx';

afterEach(cleanup);

test.each([
  ['en', 'Handles complaints here too, by own choice: the rights “Handler” and “Team lead” and every role go with that.'],
  [
    'pl',
    'Z własnego wyboru rozpatruje tu także reklamacje: wiążą się z tym uprawnienia „Rozpatrywanie” i „Kierowanie zespołem” oraz wszystkie role.',
  ],
] as const)('rights that come by a choice of the person stand beside those that were given: %s', async (language, words) => {
  pretendServer(() => ({ status: 200, body: { rows: [], more: false } }));
  const session = pretendSession('administrator');
  const show = (handlesComplaints: boolean) =>
    showPage(
      <SeatProvider value={{ session, update: () => undefined }}>
        <PersonForm person={{ ...session.person, handlesComplaints }} />
      </SeatProvider>,
      { language },
    );
  await show(false);
  expect(screen.queryByText(words)).toBeNull();
  cleanup();
  await show(true);
  expect(await screen.findByText(words)).toBeTruthy();
});
