import { afterEach, expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import { useDraft } from './use-draft.ts';

afterEach(() => {
  jest.useRealTimers();
});

test('what could not be kept is tried again by itself, until somebody answers', async () => {
  jest.useFakeTimers();
  let isThere = false;
  const savedAt = '2026-11-30T06:10:00.000Z';
  const server = pretendServer(({ method }) =>
    method === 'PUT' && isThere
      ? { status: 200, body: { savedAt, values: {} } }
      : { status: 503, body: { code: 'store-away', status: 503 } },
  );
  const { result } = renderHook(() => useDraft('task:1'));
  const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  act(() => result.current.keep({ facts: 'Typed without a connection' }));
  await passes(1_000);
  expect(result.current.state).toBe('failed');
  await passes(3_000);
  expect(result.current.state).toBe('failed');
  isThere = true;
  await passes(3_000);
  expect(result.current).toMatchObject({ state: 'idle', keptAt: savedAt });
  const kept = server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  expect(kept).toEqual([1, 2, 3].map(() => ({ values: { facts: 'Typed without a connection' } })));
  await passes(60_000);
  expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(3);
});
