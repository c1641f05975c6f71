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

test('a form that is left without a connection and opened again goes on with what was typed, and only that is kept', async () => {
  jest.useFakeTimers();
  let isThere = false;
  const kept: unknown[] = [];
  pretendServer(({ method, body }) => {
    if (!isThere) return { status: 503, body: { code: 'store-away', status: 503 } };
    if (method === 'PUT') kept.push(body);
    return { status: 200, body: { savedAt: '2026-11-30T06:10:00.000Z', values: { facts: 'Kept an hour ago' } } };
  });
  const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  const first = renderHook(() => useDraft('task:2'));
  act(() => first.result.current.keep({ facts: 'Typed without' }));
  await passes(1_000);
  first.unmount();
  await passes(1_000);
  const again = renderHook(() => useDraft('task:2'));
  expect(again.result.current.found).toEqual({ facts: 'Typed without' });
  act(() => again.result.current.keep({ facts: 'Typed without a connection' }));
  isThere = true;
  await passes(20_000);
  expect(kept).toEqual([{ values: { facts: 'Typed without a connection' } }]);
});

test('while nobody says what was kept before, the form does not begin empty', async () => {
  jest.useFakeTimers();
  let isThere = false;
  pretendServer(() =>
    isThere
      ? { status: 200, body: { savedAt: '2026-11-30T06:10:00.000Z', values: { facts: 'Kept an hour ago' } } }
      : { status: 503, body: { code: 'store-away', status: 503 } },
  );
  const { result } = renderHook(() => useDraft('task:3'));
  const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  await passes(1_000);
  expect(result.current.found).toBeUndefined();
  isThere = true;
  await passes(3_000);
  expect(result.current.found).toEqual({ facts: 'Kept an hour ago' });
});

test('what the same person typed in another window meanwhile is there when he comes back to this one', async () => {
  jest.useFakeTimers();
  let values: object = { facts: 'Kept an hour ago' };
  pretendServer(() => ({ status: 200, body: { savedAt: '2026-11-30T06:10:00.000Z', values } }));
  const { result } = renderHook(() => useDraft('task:4'));
  const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  await passes(1_000);
  values = { facts: 'Kept an hour ago', remedy: 'Typed in the other window' };
  act(() => void window.dispatchEvent(new Event('focus')));
  await passes(1_000);
  expect(result.current.found).toEqual(values);
});

test('what is more than a draft holds is not tried again by itself, and is kept once it is shorter', async () => {
  jest.useFakeTimers();
  const server = pretendServer(({ body }) =>
    JSON.stringify(body ?? '').includes('long')
      ? { status: 413, body: { code: 'body-too-large', status: 413 } }
      : { status: 200, body: { savedAt: '2026-11-30T06:10:00.000Z', values: {} } },
  );
  const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  const { result } = renderHook(() => useDraft('task:7'));
  await passes(10);
  act(() => result.current.keep({ facts: 'long' }));
  await passes(20_000);
  expect(result.current.state).toBe('too-large');
  expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  act(() => result.current.keep({ facts: 'short' }));
  await passes(2_000);
  expect(result.current.state).toBe('idle');
});
