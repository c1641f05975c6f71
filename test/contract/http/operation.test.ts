import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { drawing, enc, openWorld, publishedIn, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { newCase, password } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

const day = 86_400_000;

test('how the cases of a version stand to the rules: kept, open, broken with the case and its line, and who set what aside', async () => {
  const { admin, compliance, owner, server } = world;
  const document = drawing();
  const path = `${await publishedIn(world, document)}/versions/1/operation`;
  expect((await compliance.get(path)).body).toMatchObject({ cases: 0, capped: false, latest: [] });

  const start = async (): Promise<string> =>
    (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString(), { definition: document.id }))).body.id;
  const [inTime, late, cancelled] = [await start(), await start(), await start()];
  await server.idle();
  const [task] = (await admin.post('/tasks/search', { case: inTime })).body.rows;
  expect((await admin.post(`/tasks/${enc(task.id)}/completion`, { event: 'recorded', values: recording })).status).toBe(200);
  expect((await admin.post(`/cases/${cancelled}/cancellation`, { reason: 'sent twice' })).status).toBe(200);
  await server.idle();
  const before = (await compliance.get(path)).body;
  expect(before).toMatchObject({ cases: 3, deviations: { cancelled: 1, late: 0, astray: 0, excluded: 0 } });
  expect(before.latest).toMatchObject([{ kind: 'cancelled', case: { id: cancelled }, person: { name: expect.any(String) } }]);
  expect(before.rules.every((rule: { broken: number }) => rule.broken === 0)).toBe(true);
  expect(before.rules.some((rule: { open: number }) => rule.open > 0)).toBe(true);
  const figure = (body: typeof before, measure: string) => body.measures.find((one: { measure: string }) => one.measure === measure);
  expect(figure(before, 'received')).toMatchObject({ unit: 'count', over: 3, value: 3, title: { pl: 'Przyjęte reklamacje' } });
  expect(figure(before, 'records-whole')).toMatchObject({ rule: '10002/8.1-B', over: 3, count: 3 });
  expect(figure(before, 'set-aside')).toMatchObject({ over: 3, count: 1, places: [{ case: { id: cancelled } }] });
  expect(figure(before, 'open-age')).toMatchObject({ unit: 'days', over: 2 });
  expect(figure(before, 'words-approved')).toMatchObject({ rule: '10002/4.9-B', unit: 'days', over: 1, value: expect.closeTo(0, 2) });
  expect(figure(before, 'satisfaction')).toMatchObject({ over: 0 });
  expect(figure(before, 'satisfaction')).not.toHaveProperty('value');

  // Nobody records the second one: its deadline passes, and a limit of days runs out in silence.
  await server.pass(100 * day);
  const signIn = async (browser: Browser, email: string) => expect((await browser.post('/session', { email, password })).status).toBe(200);
  await signIn(compliance, 'cora@example.org');
  await signIn(owner, 'olga@example.org');
  const after = (await compliance.get(path)).body;
  expect(after.deviations.late).toBeGreaterThan(0);
  expect(after.latest.some((one: { kind: string; case: { id: string } }) => one.kind === 'late' && one.case.id === late)).toBe(true);
  expect(figure(after, 'open-overdue')).toMatchObject({ over: expect.any(Number), places: expect.any(Array) });
  expect(figure(after, 'ack-on-time')).toMatchObject({ count: 1, places: [{ case: { id: late } }] });
  expect(figure(after, 'words-approved').value).toBeCloseTo(100, 0);
  expect(JSON.stringify(after.measures)).not.toContain('olga');
  const broken = after.rules.filter((rule: { broken: number }) => rule.broken > 0);
  expect(broken.length).toBeGreaterThan(0);
  expect(broken.flatMap((rule: { places: readonly { case: { id: string } }[] }) => rule.places.map((place) => place.case.id))).toContain(
    late,
  );

  // Of a period only the cases received in it; it is whole days of the organisation, and ends after it begins.
  const today = new Date(server.clock.now()).toISOString().slice(0, 10);
  const received = new Date(server.clock.now() - 100 * day).toISOString().slice(0, 10);
  const counted = async (query: string) => (await compliance.get(`${path}?${query}`)).body.cases;
  expect(await counted(`from=${received}`)).toBe(3);
  expect(await counted(`from=${received}&to=${received}`)).toBe(3);
  expect(await counted(`from=${today}`)).toBe(0);
  expect((await compliance.get(`${path}?from=${today}`)).body.deviations.late).toBe(0);
  expect(await compliance.get(`${path}?from=${today}&to=${received}`)).toMatchObject({
    status: 400,
    body: { code: 'period-reversed', facts: { from: today, to: received } },
  });
  for (const query of ['from=yesterday', 'from=2026-02-30', 'to=0001-01-01', 'since=2026-01-01'])
    expect(await compliance.get(`${path}?${query}`)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });

  // Whoever draws reads how it stands, and no single case; the numbers are the same.
  const drawn = (await owner.get(path)).body;
  expect(drawn.latest).toEqual([]);
  expect(drawn.rules.flatMap((rule: { places: readonly unknown[] }) => rule.places)).toEqual([]);
  expect(drawn.deviations).toEqual(after.deviations);
  const unnamed = (body: typeof drawn) => body.measures.map(({ places: _, ...one }: { places: unknown }) => one);
  expect(unnamed(drawn)).toEqual(unnamed(after));
  expect(drawn.measures.flatMap((one: { places: readonly unknown[] }) => one.places)).toEqual([]);
  expect(figure(drawn, 'versions-approved')).toMatchObject({ rule: '10002/6.3-B', over: 1 });

  // Whoever chooses methods for disputes sees how many complaints stay unresolved, whatever procedure they were of.
  const unresolved = async () => figure((await compliance.get('/definitions/dispute/versions/1/operation')).body, 'complaints-unresolved');
  expect(await unresolved()).toMatchObject({ rule: '10003/6.3.1-B', unit: 'share', over: 0 });
  for (let waits = 0; waits < 12; waits += 1) await server.pass(60 * day);
  await signIn(compliance, 'cora@example.org');
  expect(await unresolved()).toMatchObject({ over: 2, count: 2, value: 1, places: [] });
}, 60_000);
