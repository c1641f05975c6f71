/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DraftFacts, LinkState } from '../draft/draft-link.ts';
import type { OpenDraft } from '../draft/use-draft.ts';
import { pretendServer } from '../server/pretend-server.ts';
import type { Right } from '../server/shapes/basics.ts';
import type { DefinitionState } from '../server/shapes/definitions.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { SeatProvider } from '../shell/session.tsx';
import { showInWindow } from '../shell/show-in-window.tsx';
import { Decision } from './decision.tsx';

afterEach(cleanup);

const ada = { id: 'ada', name: 'Ada', party: 'organisation' as const };
const facts = (state: DefinitionState) => ({
  id: 'starter',
  revision: 7,
  state,
  updatedAt: '2026-03-02T09:00:00.000Z',
  editors: [ada],
  openComments: 0,
});
const draftOf = (state: DefinitionState): OpenDraft => {
  const store = createStore<LinkState>(() => ({ saved: 'saved', quarrels: [], facts: facts(state) }));
  const link = { store, hear: async () => undefined, send: async () => undefined };
  return { id: 'starter', link } as unknown as OpenDraft;
};
const seat = (id: string, ...rights: Right[]) =>
  ({ person: { id, rights, assignments: [], name: id }, switches: [], organisation: {} }) as unknown as SessionView;

const show = (
  state: DefinitionState,
  session: SessionView,
  props: { openComments?: number; openFindings?: number; allows?: boolean; problems?: number } = {},
) =>
  showInWindow(
    <SeatProvider value={{ session, update: () => undefined }}>
      <Decision
        draft={draftOf(state)}
        facts={facts(state)}
        next={3}
        problems={props.problems ?? 0}
        openComments={props.openComments ?? 0}
        openFindings={props.openFindings ?? 0}
        allows={props.allows ?? false}
        onPublished={() => undefined}
      />
    </SeatProvider>,
    { language: 'en' },
  );
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;

test('nothing is sent to review without saying what was changed and why', async () => {
  const server = pretendServer(() => ({ status: 200, body: facts('submitted') }));
  const user = userEvent.setup();
  await show('draft', seat('ada', 'process-owner'));
  await user.click(button('Send to review'));
  const act = () => screen.getAllByRole('button', { name: 'Send to review' }).at(-1) as HTMLElement;
  await user.click(act());
  expect(server.asked).toEqual([]);
  await user.type(screen.getByRole('textbox'), 'A shorter way');
  await user.click(act());
  expect(server.asked).toEqual([
    { method: 'POST', path: '/definitions/starter/draft/submission', body: { why: 'A shorter way' }, ifMatch: '"7"' },
  ]);
});

test('what has a problem is not sent', async () => {
  await show('draft', seat('ada', 'process-owner'), { problems: 2 });
  expect(button('Send to review').disabled).toBe(true);
  expect(screen.getByText('2 problems stop it. Put them right first.')).toBeTruthy();
});

test('whoever drew in it approves nothing, whatever his rights', async () => {
  await show('submitted', seat('ada', 'process-owner', 'compliance'));
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  expect(screen.getByText('You have drawn in this draft. Somebody else approves it.')).toBeTruthy();
  expect(button('Take back')).toBeTruthy();
});

test('a second person approves once he has read what it newly allows and every comment is settled', async () => {
  const server = pretendServer(() => ({ status: 200, body: facts('approved') }));
  const user = userEvent.setup();
  await show('submitted', seat('rafal', 'compliance'), { allows: true });
  expect(button('Approve').disabled).toBe(true);
  await user.click(screen.getByRole('checkbox'));
  await user.click(button('Approve'));
  expect(server.asked).toEqual([]);
  await user.type(screen.getByLabelText('Your password, once more'), 'korek-lampa-rzeka-7');
  await user.click(button('Approve'));
  const body = { password: 'korek-lampa-rzeka-7' };
  expect(server.asked).toMatchObject([{ method: 'POST', path: '/definitions/starter/draft/approval', body, ifMatch: '"7"' }]);
  cleanup();
  await show('submitted', seat('rafal', 'compliance'), { openComments: 1 });
  expect(button('Approve').disabled).toBe(true);
});

test('what the server refuses stands beside the button', async () => {
  pretendServer(() => ({ status: 409, body: { type: 'about:blank', status: 409, code: 'gate-not-met', missing: [], failing: [] } }));
  const user = userEvent.setup();
  await show('approved', seat('ada', 'process-owner'));
  await user.click(button('Publish version 3'));
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('who may not publish is told who does', async () => {
  await show('approved', seat('rafal', 'compliance'));
  expect(screen.getByText('A process owner publishes it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Publish/ })).toBeNull();
});

test('what was found after the approval is published by nobody: the draft is taken back first', async () => {
  await show('approved', seat('ada', 'process-owner'), { openFindings: 1 });
  expect(screen.getByText(/^Something was found after the approval\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Publish/ })).toBeNull();
  expect(button('Take back')).toBeTruthy();
});

const omar = { id: 'omar', name: 'Omar Haddad', party: 'organisation' as const };
const at = '2026-03-02T10:00:00.000Z';
/** The draft after a colleague was faster, from where the reader sees it. */
const meanwhile = {
  draft: { ...facts('draft'), revision: 8, returned: { by: omar, at, why: 'One more thing' } },
  submitted: { ...facts('submitted'), revision: 8, submittedBy: omar, submittedAt: at, why: 'Shorter' },
  approved: { ...facts('approved'), revision: 8, submittedBy: ada, submittedAt: at, approvedBy: omar, approvedAt: at },
};

function Heard({ draft }: { readonly draft: OpenDraft }) {
  return (
    <Decision
      draft={draft}
      facts={useStore(draft.link.store, (known) => known.facts) ?? facts('draft')}
      next={3}
      problems={0}
      openComments={0}
      openFindings={0}
      allows={false}
      onPublished={() => undefined}
    />
  );
}

/** The page of a reader whose window hears what others did, and what makes that happen. */
async function together(state: DefinitionState, session: SessionView, after: DraftFacts) {
  const { id, link, ...rest } = draftOf(state);
  const happen = async () => link.store.setState({ facts: after });
  await showInWindow(
    <SeatProvider value={{ session, update: () => undefined }}>
      <Heard draft={{ ...rest, id, link: { ...link, hear: happen } }} />
    </SeatProvider>,
    { language: 'en' },
  );
  return async () => await act(happen);
}

test.each([
  ['draft', 'Send to review', 'submitted', /Sent to review by .*Omar Haddad.*, /],
  ['submitted', 'Take back', 'draft', /Omar Haddad.* sent it back, /],
] as const)(
  'whoever writes why (%s, %s) while a colleague is faster keeps every word, and reads who it was',
  async (state, name, after, told) => {
    pretendServer(() => ({ status: 500, body: {} }));
    const user = userEvent.setup();
    const happen = await together(state, seat('ada', 'process-owner'), meanwhile[after]);
    await user.click(button(name));
    await user.type(screen.getByRole('textbox'), 'A shorter way');
    await happen();
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/a colleague was faster/)).toBeTruthy();
    expect(dialog.getByText(told)).toBeTruthy();
    expect(dialog.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A shorter way');
    expect(dialog.queryByRole('button', { name })).toBeNull();
    await user.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    expect(button(after === 'draft' ? 'Send to review' : 'Take back')).toBeTruthy();
  },
);

test('a step that is refused as too late says so with what happened, and what can be done now', async () => {
  pretendServer(() => ({
    status: 409,
    body: { type: 'about:blank', status: 409, code: 'draft-state', state: 'approved', needs: 'submitted' },
  }));
  const user = userEvent.setup();
  await together('submitted', seat('rafal', 'compliance', 'process-owner'), meanwhile.approved);
  await user.type(screen.getByLabelText('Your password, once more'), 'korek-lampa-rzeka-7');
  await user.click(button('Approve'));
  expect(await screen.findByText(/a colleague was faster/)).toBeTruthy();
  expect(screen.getByText(/Approved by .*Omar Haddad/)).toBeTruthy();
  expect(button('Publish version 3')).toBeTruthy();
});
