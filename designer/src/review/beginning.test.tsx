/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import type { JsonObject } from '@redress/engine';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createStore } from 'zustand/vanilla';
import type { DraftFacts } from '../draft/draft-link.ts';
import type { OpenDraft } from '../draft/use-draft.ts';
import type { Language } from '../language/language.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { BeginningChoice, useBeginning } from './beginning.tsx';
import { ChangedList } from './changed-list.tsx';

afterEach(cleanup);

const rafal = { id: 'rafal', name: 'Rafał Sowa', party: 'organisation' as const };
const reviewed = { by: rafal, at: '2026-03-02T09:00:00.000Z' };
const facts = (more: Partial<DraftFacts>) => ({ id: 'starter', revision: 7, state: 'submitted', ...more }) as DraftFacts;
const inForce = { definition: { title: 'in force' } as JsonObject, layout: {} };

const draft = { id: 'starter', link: { store: createStore(() => ({ savedAt: '' })) } } as unknown as OpenDraft;

/** What the draft is compared with, told. */
function Compared({ more, version }: { readonly more: Partial<DraftFacts>; readonly version: number | undefined }) {
  const { drawn, name, since, isRead, choice } = useBeginning(
    { id: 'starter', facts: facts(more) },
    { version, drawn: version === undefined ? undefined : inForce, isRead: true },
  );
  return (
    <>
      {choice && <BeginningChoice choice={choice} />}
      <p role="status">{isRead && `${name}: ${drawn?.definition.title ?? 'nothing'}`}</p>
      {drawn && <ChangedList {...{ draft, since }} changes={[]} before={{}} after={{}} chosen="" onChoose={() => undefined} />}
    </>
  );
}
const show = (more: Partial<DraftFacts>, version: number | undefined, language: Language = 'en') => {
  const server = pretendServer(() => ({ status: 200, body: { ...reviewed, document: { title: 'as sent back' }, layout: {} } }));
  return showInWindow(<Compared {...{ more, version }} />, { language }).then(() => server);
};

test('a draft that was sent back is compared with what was looked at then, and by choice with the version in force', async () => {
  const server = await show({ reviewed }, 3);
  await screen.findByText(/Sent back by .*Rafał Sowa.*: as sent back/);
  expect(server.asked.map(({ path }) => path)).toContain('/definitions/starter/draft/reviewed');
  expect(screen.getByText(/No changes/).textContent).toBe('Since it was sent back · No changes');
  await userEvent.click(screen.getByRole('radio', { name: 'Since version 3' }));
  expect(screen.getByText(/No changes/).textContent).toBe('Since version 3 · No changes');
  expect(screen.getByRole('status').textContent).toBe('Version 3: in force');
});

test('before the first version the whole procedure is there to choose', async () => {
  await show({ reviewed }, undefined, 'pl');
  await screen.findByText(/Zwrot: .*Rafał Sowa.*: as sent back/);
  await userEvent.click(screen.getByRole('radio', { name: 'Cała procedura' }));
  expect(screen.getByRole('status').textContent).toBe(': nothing');
});

test('nobody sent it back: there is no choice and nothing to read', async () => {
  const server = await show({}, 3);
  expect(screen.getByRole('status').textContent).toBe('Version 3: in force');
  expect([screen.queryByRole('radio'), server.asked.filter(({ path }) => path.endsWith('/reviewed'))]).toEqual([null, []]);
});
