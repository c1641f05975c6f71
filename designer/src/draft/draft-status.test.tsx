import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { languages } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { openDocument } from '../model/document.ts';
import { openEditor } from '../model/editor.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { browserKeep } from './draft-keep.ts';
import { openDraftLink } from './draft-link.ts';
import { DraftStatus } from './draft-status.tsx';
import { PretendDraft } from './pretend-draft.ts';

afterEach(cleanup);

test.each(languages)(
  'whoever draws while a colleague sends the draft to review reads who it was and what of his own waits, in %s',
  async (language) => {
    const messages: Readonly<Record<string, string>> = await loadMessages(language);
    const plain = (id: string) => (messages[id] ?? id).split('}').at(-1)?.trim() ?? '';
    const [starter] = shippedProcesses;
    const draft = new PretendDraft(starter);
    const opened = openDocument(starter);
    if (!opened.ok) throw new Error('it cannot be opened');
    const editor = openEditor(opened.value, { now: () => 0, name: 'ada' });
    const link = openDraftLink(editor, { revision: 1, updatedAt: '2026-03-02T09:00:00Z' }, draft.wires('ada'), { write: () => undefined });
    editor.perform({ name: 'title.set', payload: { of: 'recording', language: 'en', words: 'Write down' } });
    draft.goTo('submitted', {
      submittedBy: { id: 'omar', name: 'Omar Haddad', party: 'organisation' },
      submittedAt: '2026-03-02T09:30:00Z',
    });
    await draft.pass(2_000);
    await showInWindow(<DraftStatus link={link} lock="review.locked" />, { language });
    const status = await screen.findByRole('status');
    await within(status).findByText(/Omar Haddad/);
    expect(status.textContent).toContain(messages['review.locked']);
    expect(status.textContent).toContain(plain('draft.held'));
    expect(status.textContent).not.toContain(messages['problem.draft-state']);

    cleanup();
    await showInWindow(<DraftStatus link={link} lock="review.locked" isTold />, { language });
    const shorter = await screen.findByRole('status');
    await within(shorter).findByRole('button');
    expect(shorter.textContent).not.toContain('Omar Haddad'); // The page of the review says it beside.

    const user = userEvent.setup();
    await user.click(within(shorter).getByRole('button'));
    const [drop] = within(await screen.findByRole('alertdialog')).getAllByRole('button');
    if (!drop) throw new Error('nothing to press');
    await user.click(drop);
    expect([link.mine(), shorter.textContent?.includes(plain('draft.held'))]).toEqual([0, false]);
  },
);

test.each(languages)('where the browser keeps nothing it says that what waits lives as long as the page, in %s', async (language) => {
  const messages: Readonly<Record<string, string>> = await loadMessages(language);
  const draft = new PretendDraft(shippedProcesses[0]);
  const opened = openDocument(shippedProcesses[0]);
  if (!opened.ok) throw new Error('it cannot be opened');
  const begun = { revision: 1, updatedAt: '2026-03-02T09:00:00Z' };
  const offline = { ok: false, problem: { type: 'about:blank', status: 0, code: 'offline' } } as const;
  for (const [keep, words] of [
    [await browserKeep('ada', 'starter'), 'draft.offline-loose'], // No store in this window.
    [{ write: (_kept: unknown, told?: (isKept: boolean) => void) => told?.(true) }, 'draft.offline'],
  ] as const) {
    const editor = openEditor(opened.value, { now: () => 0, name: 'ada' });
    const link = openDraftLink(editor, begun, { ...draft.wires('ada'), save: async () => offline }, keep);
    editor.perform({ name: 'title.set', payload: { of: 'recording', language: 'en', words: 'Write down' } });
    await draft.pass(2_000);
    await showInWindow(<DraftStatus link={link} />, { language });
    expect((await screen.findByRole('status')).textContent).toBe(messages[words]);
    link.close();
    cleanup();
  }
});
