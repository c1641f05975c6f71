import { expect, test } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { threeLevels } from '../../../test/tools/three-levels.ts';
import { useNested } from './nested.ts';
import { pretendServer } from './pretend-server.ts';
import { createQueryClient } from './query-client.ts';

const { outer, level, inner } = threeLevels({ accepted: true });
const row = (id: string, waitsFor: readonly string[]) => ({
  id,
  title: { en: id },
  kind: 'escalation',
  current: 3,
  retired: false,
  mayStart: false,
  waitsFor,
  roles: [],
});

/** What the page has of the procedures that a draft starts, as far as these are in force. */
async function nestedWith(inForce: readonly ReturnType<typeof row>[]): Promise<readonly string[]> {
  pretendServer(({ path }) => {
    if (path === '/definitions') return { status: 200, body: { rows: inForce } };
    const document = [level, inner, { id: 'other' }].find(({ id }) => path === `/definitions/${id}/versions/3`);
    return document && { status: 200, body: { id: document.id, version: 3, document } };
  });
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useNested(outer), { wrapper });
  await waitFor(() => expect(result.current).toBeDefined());
  return (result.current ?? []).map(({ id, version }) => `${id} ${version}`).toSorted();
}

test('beside a draft stands what it starts and what that waits for, and nothing else where all of it is in force', async () => {
  const dispute = row('dispute', []);
  expect(await nestedWith([row('level', ['inner']), row('inner', []), row('other', []), dispute])).toEqual(['inner 3', 'level 3']);
});

test('where one of them is not in force, whatever is stands beside the draft: what comes with the product may wait for it', async () => {
  expect(await nestedWith([row('level', ['inner']), row('inner', []), row('other', [])])).toEqual(['inner 3', 'level 3', 'other 3']);
});
