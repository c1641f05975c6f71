import { afterEach, expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { pretendServer } from '../server/pretend-server.ts';
import type { Values } from '../server/shapes/basics.ts';
import type { Story } from './trial-script.ts';
import { useStory } from './use-story.ts';

afterEach(() => {
  jest.useRealTimers();
});

const key = 'story:starter';
const savedAt = '2026-11-30T06:10:00.000Z';
const story: Story = {
  script: {
    process: 'starter',
    at: savedAt,
    timeZone: 'Europe/Warsaw',
    people: { handler: ['handler'] },
    input: { facts: 'Ada' },
    steps: [],
  },
  upTo: 0,
};
const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

/** A server that keeps one draft, as it does. */
function keeper() {
  let kept: Values | undefined;
  const { asked } = pretendServer(({ method, body }) => {
    if (method === 'PUT') kept = (body as { readonly values: Values }).values;
    if (method === 'DELETE') kept = undefined;
    if (method === 'DELETE') return { status: 204 };
    return kept ? { status: 200, body: { key, savedAt, values: kept } } : { status: 404, body: { code: 'not-found', status: 404 } };
  });
  return { asked, kept: () => kept };
}

test('a story is there again where the page is loaded anew, with what was put away, until it is begun anew', async () => {
  jest.useFakeTimers();
  const server = keeper();
  const first = renderHook(() => useStory({}, { key }));
  await passes(10);
  expect(first.result.current.story).toBeUndefined();
  act(() => first.result.current.begin(story.script));
  act(() => first.result.current.act({ wait: { workingDays: 1 } }));
  act(() => first.result.current.back(0));
  act(() => first.result.current.act({ wait: { workingDays: 5 } }));
  await passes(10);
  const told = first.result.current.story;
  expect(told?.before?.script.steps).toEqual([{ wait: { workingDays: 1 } }]);
  first.unmount();

  const again = renderHook(() => useStory({}, { key }));
  await passes(10);
  expect(again.result.current.story).toEqual(told);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Ada');
  act(() => again.result.current.end());
  await passes(10);
  expect([again.result.current.story, server.kept()]).toEqual([undefined, undefined]);
});

test('a story that is larger than a draft is kept without what was put away; what is no story is not taken for one', async () => {
  jest.useFakeTimers();
  const server = keeper();
  const { result } = renderHook(() => useStory({}, { key }));
  await passes(10);
  const large = { ...story, script: { ...story.script, input: { facts: 'x'.repeat(40_000) } } };
  act(() => result.current.open({ ...large, before: large }));
  await passes(10);
  expect(server.kept()).toEqual(large);
  pretendServer(() => ({ status: 200, body: { key, savedAt, values: { script: { steps: [] }, upTo: 3 } } }));
  const other = renderHook(() => useStory({}, { key }));
  await passes(10);
  expect(other.result.current.story).toBeUndefined();
});

test('a story that has grown larger than what is kept says so, until it is short enough again', async () => {
  jest.useFakeTimers();
  const { result } = renderHook(() => useStory({}, { key }));
  await passes(10);
  pretendServer(({ body }) =>
    JSON.stringify(body).length > 64 * 1024
      ? { status: 413, body: { type: 'about:blank', status: 413, code: 'body-too-large' } }
      : { status: 200, body: { key, savedAt, values: {} } },
  );
  act(() => result.current.begin(story.script));
  await passes(10);
  expect(result.current.isTooLong).toBe(false);
  act(() => result.current.act({ send: 'examined', by: 'handler', values: { facts: 'x'.repeat(70_000) } }));
  await passes(10);
  expect(result.current.isTooLong).toBe(true);
  act(() => result.current.back(0));
  act(() => result.current.act({ wait: { workingDays: 1 } }));
  await passes(10);
  expect(result.current.isTooLong).toBe(false);
});

test('what is tried out from a running case is kept nowhere', async () => {
  jest.useFakeTimers();
  const server = keeper();
  const { result } = renderHook(() => useStory({}, { first: () => story }));
  act(() => result.current.act({ wait: { workingDays: 1 } }));
  await passes(2_000);
  expect(server.asked).toEqual([]);
});
