import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import { pretendSession } from '../shell/pretend-session.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showPage } from '../shell/show-in-window.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';

test('whoever invites somebody is told where the code is typed, and led to the roles without which no task comes', async () => {
  const invitation = { code: '851P7-1A8T1-AE7QQ-C5X34-WYCV0', endsAt: '2026-12-07T09:00:00Z' };
  pretendServer(() => ({ status: 201, body: { person: { id: 'omar', name: 'Omar Haddad' }, invitation } }));
  await showPage(
    <SeatProvider value={{ session: pretendSession('administrator'), update: () => undefined }}>
      <AddPersonDialog kind="staff" onClose={() => undefined} />
    </SeatProvider>,
  );
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Name'), 'Omar Haddad');
  await user.type(screen.getByLabelText('E-mail'), 'omar@brannocs.example');
  await user.click(screen.getByRole('button', { name: 'Make a one-time code' }));
  await screen.findByText(invitation.code);
  expect(document.body.textContent).toMatch(/http:\/\/[^ ]+\/join/);
  expect(screen.getByRole('link', { name: 'Give roles' }).getAttribute('href')).toBe('/people/omar');
});
