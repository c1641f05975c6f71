/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pretendServer } from '../server/pretend-server.ts';
import type { DraftComment } from '../server/shapes/definitions.ts';
import { showPage } from '../shell/show-in-window.tsx';
import { Comments } from './comments.tsx';

afterEach(cleanup);

const starter = shippedProcesses.find((process) => (process as { id?: unknown }).id === 'starter');
if (!starter) throw new Error('no starter');
const rafal = { id: 'rafal', name: 'Rafał', party: 'organisation' as const };
const said: DraftComment = {
  id: 'one',
  element: 'deciding',
  person: rafal,
  at: '2026-03-02T09:00:00.000Z',
  text: 'Who stands in for the lead?',
  replies: [],
};
/** What was asked of the draft: what is written meanwhile is kept beside. */
const commenting = ({ asked }: ReturnType<typeof pretendServer>) => asked.filter(({ path }) => !path.startsWith('/drafts/'));

let changed = 0;
const show = (comments: readonly DraftComment[], { chosen = '', finds = false, definition = starter as object } = {}) =>
  showPage(
    <Comments
      procedure="starter"
      definition={definition as never}
      earlier={starter as never}
      comments={comments}
      chosen={chosen}
      finds={finds}
      onChoose={() => undefined}
      onChanged={() => (changed += 1)}
    />,
    { language: 'en' },
  );

test('a comment is about what is chosen, and nothing is sent without words', async () => {
  const server = pretendServer(() => ({ status: 200, body: said }));
  const user = userEvent.setup();
  await show([], { chosen: 'deciding' });
  const add = screen.getByRole('button', { name: 'Add the comment' }) as HTMLButtonElement;
  expect(add.disabled).toBe(true);
  const before = changed;
  await user.type(screen.getByRole('textbox', { name: /^Comment on .*Decide/ }), '  Who stands in?  ');
  await user.click(add);
  expect(commenting(server)).toMatchObject([
    { method: 'POST', path: '/definitions/starter/draft/comments', body: { element: 'deciding', text: 'Who stands in?' } },
  ]);
  expect(changed).toBe(before + 1);
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('');
});

test('what was written stays when the server refuses', async () => {
  pretendServer(() => ({ status: 503, body: { type: 'about:blank', status: 503, code: 'busy' } }));
  const user = userEvent.setup();
  await show([]);
  await user.type(screen.getByRole('textbox'), 'Keep me');
  await user.click(screen.getByRole('button', { name: 'Add the comment' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('Keep me');
});

test('each is answered and settled for itself; settled ones are folded away and can be opened again', async () => {
  const server = pretendServer(() => ({ status: 200, body: said }));
  const user = userEvent.setup();
  await show([said, { ...said, id: 'two', text: 'Too long', resolved: { person: rafal, at: said.at } }]);
  await user.click(screen.getByRole('button', { name: 'Settled' }));
  await user.click(screen.getAllByRole('button', { name: 'Reply' })[0] as HTMLElement);
  await user.type(screen.getByRole('textbox', { name: /^Reply to/ }), 'The deputy');
  await user.click(screen.getAllByRole('button', { name: 'Reply' })[0] as HTMLElement);
  const folded = screen.getByText('1 settled comment').closest('details') as HTMLElement;
  await user.click(within(folded).getByText('1 settled comment'));
  await user.click(within(folded).getByRole('button', { name: 'Open again' }));
  expect(commenting(server)).toMatchObject([
    { path: '/definitions/starter/draft/comments/one/resolution', body: { resolved: true } },
    { path: '/definitions/starter/draft/comments/one/replies', body: { text: 'The deputy' } },
    { path: '/definitions/starter/draft/comments/two/resolution', body: { resolved: false } },
  ]);
});

test('an officer says which clause is broken and how gravely; without the clause nothing is sent', async () => {
  const server = pretendServer(() => ({ status: 200, body: said }));
  const user = userEvent.setup();
  await show([], { chosen: 'deciding', finds: true });
  await user.type(screen.getByRole('textbox', { name: /^Comment on/ }), 'Nobody is told');
  await user.click(screen.getByRole('radio', { name: 'Major nonconformity' }));
  const raise = () => screen.getByRole('button', { name: 'Raise the finding' }) as HTMLButtonElement;
  expect(raise().disabled).toBe(true);
  screen.getByRole('combobox', { name: 'Clause that it concerns' }).focus();
  await user.paste('10002:2018, 7.8');
  await user.click(screen.getByRole('option'));
  await user.click(raise());
  const finding = { grade: 'major', clause: '10002/7.8' };
  expect(commenting(server)).toMatchObject([{ method: 'POST', body: { element: 'deciding', text: 'Nobody is told', finding } }]);
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('a finding stands with its weight and clause, and officers alone are offered to settle it', async () => {
  const found = { ...said, finding: { grade: 'major', clause: '10002/7.8' } } as const;
  await show([found]);
  expect(screen.getByText('Major nonconformity').parentElement?.textContent).toMatch(/ISO 10002:2018, 7\.8 /);
  expect(screen.queryByRole('button', { name: 'Settled' })).toBeNull();
  expect(screen.getByText('A person with the right “Compliance” settles it.')).toBeTruthy();
  cleanup();
  await show([found], { finds: true });
  expect(screen.getByRole('button', { name: 'Settled' })).toBeTruthy();
});

test('what was taken out since it was looked at keeps its name', async () => {
  await show([said, { ...said, id: 'two', element: 'recording/on/recorded/0' }], { definition: { ...starter, machine: { states: {} } } });
  expect(screen.getByRole('button', { name: /Decide/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Recorded/ })).toBeTruthy();
});

test('a comment that is left in the middle is there again, still about what it was begun on, and is gone when it was added', async () => {
  let kept: unknown;
  const server = pretendServer(({ method, path, body }) => {
    if (path !== '/drafts/comment%3Astarter') return { status: 200, body: said };
    if (method === 'GET' && kept === undefined) return { status: 404, body: { code: 'not-found', status: 404 } };
    if (method !== 'GET') kept = method === 'PUT' ? (body as { readonly values: unknown }).values : undefined;
    return { status: 200, body: { savedAt: said.at, values: kept } };
  });
  const user = userEvent.setup();
  await show([], { chosen: 'deciding' });
  await user.type(screen.getByRole('textbox'), 'Half of it');
  cleanup(); // Whoever leaves a page keeps what waits.
  await show([], { chosen: 'examining' });
  expect(((await screen.findByRole('textbox', { name: /^Comment on .*Decide/ })) as HTMLTextAreaElement).value).toBe('Half of it');
  await user.click(screen.getByRole('button', { name: /^About .*Look into it.* instead$/ }));
  await screen.findByRole('textbox', { name: /^Comment on .*Look into it/ });
  await user.click(screen.getByRole('button', { name: 'Add the comment' }));
  await screen.findByDisplayValue('');
  expect(commenting(server)).toMatchObject([{ method: 'POST', body: { element: 'examining', text: 'Half of it' } }]);
  expect(kept).toBeUndefined();
});
