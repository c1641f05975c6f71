import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gapReasons } from '../../tools/gap-reasons.ts';
import type { Browser } from './browser.ts';
import { draftIn, drawing, match, openWorld, publishedIn, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { newCase, password } from './world.ts';

let world: World;
let second: TestServer;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
  // One process owns an embedded store: only beside a MongoDB server there is another one.
  second = process.env.MONGODB_URI === undefined ? world.server : await TestServer.open(undefined, { beside: world.server });
}, 60_000);
afterAll(async () => {
  if (second !== world.server) await second.close();
  await world.server.close();
});

const minute = 60_000;
const soon = (minutes: number) => new Date(world.server.clock.now() + minutes * minute).toISOString();
const titled = (document: ReturnType<typeof drawing>, en: string) => ({ ...document, title: { ...document.title, en } });
const versions = async (path: string) => (await world.owner.get(path)).body.versions;
const versionOfNewCase = async (definition: string, who: Browser = world.admin): Promise<number> => {
  const { id } = (await who.post('/cases', newCase('2026-03-02T08:00:00Z', { definition }))).body;
  return (await who.get(`/cases/${id}`)).body.definitionVersion;
};

test('a version is in force from its date on, by time alone, on every server; running cases stay on theirs', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  const validFrom = soon(10);
  await publishedIn(world, titled(document, 'From ten past'), { validFrom });
  expect(await versions(path)).toMatchObject([
    { version: 2, validFrom, inForce: false },
    { version: 1, inForce: true },
  ]);
  expect((await world.admin.get(path)).body).toMatchObject({ current: 1, title: { en: document.title.en } });
  const listed = async () => (await world.admin.get('/definitions')).body.rows.find(({ id }: { id: string }) => id === document.id);
  expect(await listed()).toMatchObject({ current: 1, title: { en: document.title.en }, mayStart: true });
  const elsewhere = second.browser();
  await elsewhere.post('/session', { email: 'ada@example.org', password });
  const early = (await world.admin.post('/cases', newCase('2026-03-02T08:00:00Z', { definition: document.id }))).body.id;
  expect(await versionOfNewCase(document.id, elsewhere)).toBe(1);

  await world.server.pass(10 * minute - 1);
  expect(await versionOfNewCase(document.id)).toBe(1);
  await world.server.pass(1);
  expect(await versionOfNewCase(document.id)).toBe(2);
  expect(await versionOfNewCase(document.id, elsewhere)).toBe(2);
  expect((await world.admin.get(`/definitions/${document.id}/start`)).body).toMatchObject({ version: 2, title: { en: 'From ten past' } });
  expect((await world.admin.get(`/cases/${early}`)).body).toMatchObject({ definitionVersion: 1 });
  expect(await listed()).toMatchObject({ current: 2, validFrom, title: { en: 'From ten past' }, mayStart: true });
  expect(await versions(path)).toMatchObject([{ inForce: true }, { inForce: false }]);
  expect((await world.admin.get(path)).body).toMatchObject({ current: 2, title: { en: 'From ten past' } });
});

test('a procedure that is still to come is listed, and nobody starts it before its date', async () => {
  const document = drawing();
  await publishedIn(world, document, { validFrom: soon(5) });
  const listed = async () => (await world.admin.get('/definitions')).body.rows.find(({ id }: { id: string }) => id === document.id);
  expect(await listed()).toMatchObject({ title: document.title, mayStart: false, retired: false });
  expect((await listed()).current).toBeUndefined();
  const wish = newCase('2026-03-02T08:00:00Z', { definition: document.id });
  expect(await world.admin.post('/cases', wish)).toMatchObject({ status: 404, body: { code: 'definition-not-found' } });
  await world.server.pass(5 * minute);
  expect(await listed()).toMatchObject({ current: 1, mayStart: true });
  expect((await world.admin.post('/cases', wish)).status).toBe(201);
});

test('whoever is to work on what is still to come gets the role before its date', async () => {
  const { admin } = world;
  const document = drawing();
  const path = await publishedIn(world, document);
  const holder = { definition: document.id, roles: ['appraiser'] };
  const asked = { name: 'Alma', email: 'alma@example.org', assignments: [holder], invite: true };
  expect(await admin.post('/people', asked)).toMatchObject({ status: 422, body: { code: 'role-unknown' } });
  const appraiser = { title: { en: 'Appraiser', fa: 'کارشناس', pl: 'Rzeczoznawca' }, party: 'organisation' };
  const later = { ...document, roles: { ...document.roles, appraiser } };
  await publishedIn(world, later, { validFrom: soon(10) });
  expect((await admin.post('/people', asked)).status).toBe(201);
  const { roles } = (await admin.get(path)).body;
  const holders = expect.arrayContaining([expect.objectContaining({ name: 'Alma' })]);
  expect(roles).toContainEqual(expect.objectContaining({ id: 'appraiser', holders }));
  expect((await admin.get('/definitions')).body.rows.find(({ id }: { id: string }) => id === document.id).roles).toEqual(roles);
});

test('a date that is not to come is refused, whatever its form', async () => {
  const { path, headers } = await draftIn(world, 'approved');
  for (const [validFrom, keyword] of [
    [soon(0), 'future'],
    [soon(-1), 'future'],
    ['2026-02-02T09:00:00+12:00', 'future'],
    ['2016-12-31T23:59:60Z', 'format'],
  ])
    expect(await world.owner.post(`${path}/publication`, { validFrom }, headers)).toMatchObject({
      status: 400,
      body: { code: 'request-invalid', fields: [{ at: '/validFrom', keyword }] },
    });
  const far = new Date(world.server.clock.now() + 60 * minute).toISOString();
  const local = far.replace('Z', '+00:00'); // Another way to write the same time.
  expect((await world.owner.post(`${path}/publication`, { validFrom: local }, headers)).body).toMatchObject({ version: 1, validFrom: far });
});

test('what is newer and in force at once takes the place of what was still to come', async () => {
  const document = drawing();
  await publishedIn(world, document);
  await publishedIn(world, titled(document, 'Later'), { validFrom: soon(5) });
  await publishedIn(world, titled(document, 'Now'));
  expect(await versionOfNewCase(document.id)).toBe(3);
  await world.server.pass(5 * minute);
  expect(await versionOfNewCase(document.id)).toBe(3);
});

test('retired is retired: what was still to come does not come', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  await publishedIn(world, titled(document, 'Later'), { validFrom: soon(5) });
  expect((await world.owner.post(`${path}/retirement`, { why: 'Nobody uses it' })).status).toBe(204);
  await world.server.pass(5 * minute);
  const wish = newCase('2026-03-02T08:00:00Z', { definition: document.id });
  expect((await world.admin.post('/cases', wish)).status).toBe(404);
  expect(await versions(path)).toMatchObject([
    { state: 'retired', inForce: false },
    { state: 'retired', inForce: false },
  ]);
});

test('two who retire a procedure at once: one did it, with his reason, and the other is told that it is retired', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  const both = await Promise.all(['One', 'Two'].map(async (why) => ({ why, ...(await world.owner.post(`${path}/retirement`, { why })) })));
  expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
  expect(await versions(path)).toMatchObject([{ retiredWhy: both.find(({ status }) => status === 204)?.why }]);
});

test('a version keeps who, when and why, what was changed for it, and where its steps stand', async () => {
  const { owner, compliance, admin } = world;
  const document = drawing();
  const path = `/definitions/${document.id}`;
  const layout = { steps: { recording: { x: 8, y: 16 } } };
  const entry = {
    id: 'olga:1',
    by: 'olga',
    at: 0,
    act: 'edit',
    words: { id: 'edit.title-set', facts: {} },
    patches: [],
    touches: { changed: ['recording'], removed: [], moved: [], leansOn: [] },
  };
  await owner.put(`${path}/draft`, { document, layout, scenarios: gapReasons(document), entries: [entry] }, match(0));
  await owner.post(`${path}/draft/submission`, { why: 'First edition' }, match(1));
  await compliance.post(`${path}/draft/approval`, { password }, match(2));
  await owner.post(`${path}/publication`, undefined, match(3));
  const [published] = await versions(path);
  expect(published).toMatchObject({
    publishedBy: { name: 'Olga' },
    submittedBy: { name: 'Olga' },
    approvedBy: { name: 'Cora' },
    approvedAt: published.publishedAt,
    why: 'First edition',
    inForce: true,
  });
  expect((await compliance.get(`${path}/versions/1`)).body.layout).toEqual(layout);
  expect((await compliance.get(`${path}/versions/1/history`)).body).toMatchObject({
    revision: 3,
    complete: true,
    saves: [{ revision: 1, person: { name: 'Olga' }, lines: [{ elements: ['recording'] }] }],
    comments: [],
  });
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z', { definition: document.id }))).body;
  expect((await admin.get(`/cases/${id}/what-if`)).body).toMatchObject({ version: 1, layout });
  // Only the map was tidied: it is the same version, with the new map.
  const tidy = { steps: { recording: { x: 0, y: 0 } } };
  await owner.put(`${path}/draft`, { document, layout: tidy }, match(0));
  await owner.post(`${path}/draft/submission`, undefined, match(4));
  await compliance.post(`${path}/draft/approval`, { password }, match(5));
  expect((await owner.post(`${path}/publication`, undefined, match(6))).body).toMatchObject({ version: 1 });
  expect((await compliance.get(`${path}/versions/1`)).body.layout).toEqual(tidy);
  expect(await versions(path)).toMatchObject([{ version: 1, why: 'First edition' }]);
});

test('words said at publication go before those of the submission', async () => {
  const { path, headers } = await draftIn(world, 'draft');
  await world.owner.post(`${path}/draft/submission`, { why: 'A first try' }, headers);
  await world.compliance.post(`${path}/draft/approval`, { password }, match(2));
  await world.owner.post(`${path}/publication`, { why: 'The board decided' }, match(3));
  expect(await versions(path)).toMatchObject([{ why: 'The board decided' }]);
});

test('an earlier version comes back as the next one, without a second approval, with a reason', async () => {
  const { owner } = world;
  const document = drawing();
  const path = await publishedIn(world, document);
  const again = (version: number, wish: object = { why: 'The new one was worse' }) =>
    owner.post(`${path}/versions/${version}/republication`, wish);
  await publishedIn(world, titled(document, 'Worse'));
  expect(await again(2)).toMatchObject({ status: 409, body: { code: 'already-in-force', facts: { version: 2 } } });
  expect(await again(9)).toMatchObject({ status: 404 });
  expect(await again(1, {})).toMatchObject({ status: 400 });
  const before = (await owner.get(`${path}/versions/1`)).body;
  expect((await again(1)).body).toMatchObject({ version: 3, hash: before.hash });
  expect(await versions(path)).toMatchObject([
    { version: 3, restores: 1, why: 'The new one was worse', publishedBy: { name: 'Olga' }, approvedBy: { name: 'Cora' }, inForce: true },
    { version: 2, inForce: false },
    { version: 1, inForce: false },
  ]);
  const { document: back, scenarios, layout } = (await owner.get(`${path}/versions/3`)).body;
  expect({ back, scenarios, layout }).toEqual({ back: before.document, scenarios: before.scenarios, layout: before.layout });
  expect((await owner.get(`${path}/versions/3/history`)).body).toMatchObject({ complete: true, saves: [] });
  expect(await versionOfNewCase(document.id)).toBe(3);
  expect((await world.compliance.get('/people/log')).body.rows).toContainEqual(
    expect.objectContaining({ what: 'definition.republished', facts: expect.objectContaining({ version: 3, restores: 1 }) }),
  );
});

test('what is in force is published anew to take back what is still to come; later, and only once', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  await publishedIn(world, titled(document, 'A mistake'), { validFrom: soon(10) });
  const validFrom = soon(5);
  const again = () => world.owner.post(`${path}/versions/1/republication`, { why: 'A mistake', validFrom });
  expect((await again()).body).toMatchObject({ version: 3, validFrom });
  expect((await again()).body).toMatchObject({ version: 3 });
  await world.server.pass(10 * minute);
  expect(await versionOfNewCase(document.id)).toBe(3);
  expect(await versions(path)).toHaveLength(3);
});

test('what is still to come is brought forward as the next version', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  await publishedIn(world, titled(document, 'Later'), { validFrom: soon(10) });
  const sooner = await world.owner.post(`${path}/versions/2/republication`, { why: 'It cannot wait' });
  expect(sooner.body).toMatchObject({ version: 3 });
  expect(await versionOfNewCase(document.id)).toBe(3);
});

test('a version that was never tried out does not come back untried', async () => {
  const { owner, server } = world;
  const document = drawing();
  const path = await publishedIn(world, document);
  await publishedIn(world, titled(document, 'Other'));
  const { id: organisation } = (await owner.get('/organisation')).body;
  const first = { organisation, _id: `${organisation}:${document.id}:1` };
  const again = () => owner.post(`${path}/versions/1/republication`, { why: 'Back' });
  await server.running.store.definitionVersions.updateOne(first, { $set: { scenarios: '{}' } });
  expect(await again()).toMatchObject({ status: 422, body: { code: 'gate-not-met' } });
  await server.running.store.definitionVersions.updateOne(first, { $set: { scenarios: '{' } });
  expect(await again()).toMatchObject({ status: 422, body: { code: 'gate-not-met' } });
  await server.running.store.definitionVersions.updateOne(first, { $set: { text: '{' } });
  expect(await again()).toMatchObject({ status: 422, body: { code: 'definition-not-runnable' } });
});

test('what waits for a retired procedure is not published any more', async () => {
  const { owner } = world;
  const { document } = (await owner.get('/definitions/complaint/versions/1')).body;
  const missing = async () => {
    const { findings } = (await owner.post('/definitions/validation', { document })).body;
    return findings.flatMap(({ severity, facts }: { severity: string; facts: object }) => (severity === 'error' ? [facts] : []));
  };
  expect(await missing()).toEqual([]);
  expect((await owner.post('/definitions/dispute/retirement', {})).status).toBe(400);
  expect((await owner.post('/definitions/dispute/retirement', { why: 'The authority does it itself' })).status).toBe(204);
  const told = { retiredAt: expect.any(String), retiredBy: { name: expect.any(String) }, retiredWhy: 'The authority does it itself' };
  expect((await owner.get('/definitions/dispute')).body.versions).toEqual([expect.objectContaining({ retiredWhy: told.retiredWhy })]);
  const listed = (await owner.get('/definitions')).body.rows.find(({ id }: { id: string }) => id === 'dispute');
  expect(listed).toMatchObject({ retired: true, ...told });
  expect(await missing()).toEqual([expect.objectContaining({ name: 'dispute' })]);
});
