import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { draftIn, drawing, match, openWorld, publishedIn, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { newCase, password } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

const choose = async (...laws: readonly string[]) =>
  await world.admin.patch('/organisation', { laws }, match((await world.admin.get('/organisation')).body.revision));
afterEach(async () => {
  await choose();
});

/** The starter leads from its last deadline to the outside body: a law that takes silence for a yes says otherwise. */
const silence = 'law:pl-financial/silence-accepted';
const waiver = { rule: silence, reason: 'Our lawyer looks into it', until: '2026-05-31' };
const packsOf = (body: { readonly packs: readonly { readonly id: string }[] }) => body.packs.map(({ id }) => id);

test('an organisation has no laws until it chooses some; who is signed in reads them, and the log says who chose', async () => {
  expect((await world.owner.get('/session')).body.organisation.laws).toEqual([]);
  expect(await choose('pl-financial', 'eu-psd2')).toMatchObject({ status: 200, body: { laws: ['pl-financial', 'eu-psd2'] } });
  expect((await world.owner.get('/session')).body.organisation.laws).toEqual(['pl-financial', 'eu-psd2']);
  const { rows } = (await world.admin.get('/people/log')).body;
  expect(rows[0]).toMatchObject({ what: 'organisation.changed', facts: { laws: ['pl-financial', 'eu-psd2'] } });
});

test('a law that does not come with the product, or the same twice, is refused', async () => {
  expect((await choose('moon')).status).toBe(400);
  expect((await choose('iran', 'iran')).status).toBe(400);
});

test('what a chosen law must have keeps a draft back, and is waived like every other rule; of a law that is not chosen it is unknown', async () => {
  const { path } = await draftIn(world, 'submitted');
  expect((await world.compliance.post(`${path}/waivers`, waiver)).body.code).toBe('rule-unknown');
  expect((await world.owner.get(`${path}/draft/standards`)).body.met).toBe(true);
  await choose('pl-financial');
  const told = (await world.owner.get(`${path}/draft/standards`)).body;
  expect(told).toMatchObject({ met: false, open: [{ rule: silence, verdict: 'fails', element: 'unresolved' }] });
  expect(packsOf(told).at(-1)).toBe('law:pl-financial');
  const refused = await world.compliance.post(`${path}/draft/approval`, { password }, match(2));
  expect(refused).toMatchObject({ status: 422, body: { code: 'standards-open', facts: { open: [{ rule: silence }] } } });
  expect((await world.compliance.post(`${path}/waivers`, waiver)).body.rows).toMatchObject([{ ...waiver, state: 'valid' }]);
  expect((await world.owner.get(`${path}/draft/standards`)).body).toMatchObject({ met: true, open: [] });
  const approved = await world.compliance.post(`${path}/draft/approval`, { password }, match(2));
  expect(packsOf(approved.body.approval).at(-1)).toBe('law:pl-financial');
});

test('what a law only should have keeps nothing back, and is counted apart from the standards', async () => {
  const { path } = await draftIn(world, 'draft');
  const before = (await world.owner.get(`${path}/draft/standards`)).body;
  await choose('iran');
  const told = (await world.owner.get(`${path}/draft/standards`)).body;
  expect(before.laws).toBeUndefined();
  expect(told).toMatchObject({ met: true, holding: before.holding, checkable: before.checkable, laws: { holding: 1, checkable: 2 } });
});

test('a law that is chosen, or given up, after the approval voids it', async () => {
  const { path, headers } = await draftIn(world, 'approved');
  await choose('eu-psd2');
  expect(await world.owner.post(`${path}/publication`, undefined, headers)).toMatchObject({ status: 409, body: { code: 'approval-void' } });
  await choose();
  expect((await world.owner.post(`${path}/publication`, undefined, headers)).status).toBe(200);
  await choose('eu-psd2');
  const other = await draftIn(world, 'approved');
  await choose();
  expect((await world.owner.post(`${other.path}/publication`, undefined, other.headers)).body.code).toBe('approval-void');
});

test('a version that was published under a law names it', async () => {
  await choose('eu-psd2');
  const [version] = (await world.owner.get(await publishedIn(world))).body.versions;
  expect(packsOf(version.approval).at(-1)).toBe('law:eu-psd2');
});

test('what no longer meets a rule that was chosen after it was published is told with how many points, until it is waived', async () => {
  const changed = async (definition: string) =>
    (await world.owner.get('/standards/changed')).body.rows.filter((row: { readonly definition: string }) => row.definition === definition);
  const path = await publishedIn(world);
  const id = path.split('/').at(-1) ?? '';
  expect([...(await changed(id)), ...(await changed('starter'))]).toEqual([]);
  await choose('pl-financial', 'iran');
  expect(await changed(id)).toEqual([{ definition: id, version: 1, open: 2 }]);
  expect(await changed('starter')).toEqual([{ definition: 'starter', version: 1, open: 2 }]);
  expect((await world.compliance.post(`${path}/waivers`, waiver)).status).toBe(200);
  expect(await changed(id)).toEqual([{ definition: id, version: 1, open: 1 }]);
  await choose();
  expect(await changed(id)).toEqual([]);
});

test('an older version is told of as long as cases run on it, with how many', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  const { id } = document;
  const changed = async () =>
    (await world.owner.get('/standards/changed')).body.rows.filter((row: { readonly definition: string }) => row.definition === id);
  const at = new Date(world.server.clock.now()).toISOString();
  const started = (await world.admin.post('/cases', newCase(at, { definition: id }))).body.id;
  await publishedIn(world, { ...document, title: { ...document.title, en: 'Anew' } });
  await choose('pl-financial', 'iran');
  expect((await world.owner.get(path)).body.versions).toHaveLength(2);
  const older = { definition: id, version: 1, open: 2, running: 1 };
  const current = { definition: id, version: 2, open: 2 };
  expect(await changed()).toEqual([current, older]);
  expect((await world.admin.post(`/cases/${started}/cancellation`, { reason: 'sent twice' })).status).toBe(200);
  await world.server.idle();
  expect(await changed()).toEqual([current]);
});

test('what was published under a law owes it nothing more, and what meets a new one is not named', async () => {
  await choose('eu-psd2');
  const id = (await publishedIn(world)).split('/').at(-1) ?? '';
  const named = async () =>
    (await world.owner.get('/standards/changed')).body.rows.map((row: { readonly definition: string }) => row.definition);
  expect(await named()).not.toContain(id);
  await choose('eu-psd2', 'pl-consumer');
  expect(await named()).toContain(id);
});

test('a law counts from the day on which it is in force, in the time of the organisation', async () => {
  const { path } = await draftIn(world, 'draft');
  await choose('eu-adr-2028');
  const packs = async () => packsOf((await world.owner.get(`${path}/draft/standards`)).body);
  expect(await packs()).not.toContain('law:eu-adr-2028');
  world.server.clock.jumpTo(Date.parse('2028-03-19T22:59:00Z')); // Warsaw: a minute before midnight.
  for (const [who, email] of [
    [world.owner, 'olga@example.org'],
    [world.admin, 'ada@example.org'],
  ] as const)
    expect((await who.post('/session', { email, password })).status).toBe(200);
  expect(await packs()).not.toContain('law:eu-adr-2028');
  await world.server.pass(60_000);
  expect(await packs()).toContain('law:eu-adr-2028');
});
