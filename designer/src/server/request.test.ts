import { afterEach, expect, test } from '@jest/globals';
import { ask } from './request.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

test.each([false, true])('an answer that breaks off in the middle is none: who asked may ask again (a file: %s)', async (takesFile) => {
  const broken = async (): Promise<never> => {
    throw new TypeError('the server is gone');
  };
  globalThis.fetch = async () => ({ ok: true, status: 200, text: broken, blob: broken }) as unknown as Response;
  expect(await ask({ method: 'GET', path: '/definitions/starter/draft', takesFile })).toMatchObject({
    ok: false,
    problem: { code: 'offline' },
  });
});
