import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allOperations, type Operation } from '../../../runtime-api/src/http/operations.ts';
import { document, routes } from './browser.ts';
import { openWorld, type World } from './play.ts';
import { plays } from './plays.ts';
import { TestServer } from './running-server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open(undefined, { switches: ['inspection'] }));
}, 60_000);
afterAll(() => world.server.close());

test('every route has a row in the table of rights, every row a route, every route a play', () => {
  const routed = routes.map(({ operation }) => operation).sort();
  expect(new Set(routed).size).toBe(routed.length);
  expect(routed).toEqual([...allOperations].sort());
  expect(Object.keys(plays).sort()).toEqual(routed);
});

const documented = (operation: Operation): readonly string[] => {
  for (const path of Object.values<Record<string, { operationId: string; responses: object }>>(document.paths)) {
    for (const described of Object.values(path)) if (described.operationId === operation) return Object.keys(described.responses);
  }
  return [];
};

/** Two plays are about a browser that lies about names: fetch does not let us, so they have tests of their own. */
const elsewhere: readonly Operation[] = ['lookAtSetUp'];

test.each(routes.map(({ operation }) => operation))('%s succeeds and is refused as the document says', async (operation) => {
  const { as = world.admin, ...good } = await plays[operation].good(world);
  const answered = await as.ask(good);
  expect({ status: answered.status, body: answered.status < 300 ? '' : answered.body }).toEqual({ status: expect.any(Number), body: '' });
  expect(documented(operation)).toContain(String(answered.status));
  if (elsewhere.includes(operation)) return;
  const { as: asked = world.admin, status, ...bad } = await plays[operation].bad(world);
  const refused = await asked.ask(bad);
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status, code: expect.any(String) });
});
