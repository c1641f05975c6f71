import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, routes } from './browser.ts';
import { openWorld, type World } from './play.ts';
import { plays } from './plays.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase } from './world.ts';

let world: World;
let foreign: Browser;
beforeAll(async () => {
  world = await openWorld(await TestServer.open(undefined, { switches: ['inspection'] }));
  // Somebody with every right there is, in another organisation.
  foreign = await founded(world.server, { name: 'Blue Bank', email: 'bea@example.org', first: false, handles: true });
  const me = (await foreign.get('/session')).body.person;
  await foreign.patch(
    `/people/${me.id}`,
    { rights: ['administrator', 'process-owner', 'compliance', 'management'] },
    { 'If-Match': `"${me.revision}"` },
  );
  await foreign.post('/session', { email: 'bea@example.org', password: 'korek-lampa-rzeka-7' });
}, 60_000);
afterAll(() => world.server.close());

/** Ids that both organisations have of themselves: the same word means one's own. */
const shared = [
  'readCalendar',
  'changeCalendar',
  'readDefinition',
  'readDefinitionVersion',
  'readStart',
  'readDraft',
  'keepDraft',
  'dropDraft',
  'editDefinition',
];
const byId = routes.filter(({ path, operation }) => path.includes('{') && !shared.includes(operation)).map(({ operation }) => operation);

test.each(byId)('%s of another organisation is 404, whatever the rights', async (operation) => {
  const { as: _, ...asked } = await plays[operation].good(world);
  const answered = await foreign.ask(asked);
  expect({ operation, status: answered.status }).toEqual({ operation, status: 404 });
});

test('lists and searches show nothing of another organisation', async () => {
  await world.admin.post('/cases', newCase('2026-03-02T08:00:00Z'));
  expect((await foreign.post('/cases/search', { text: 'wash' })).body.rows).toEqual([]);
  expect((await foreign.post('/tasks/search', { scope: 'all' })).body.rows).toEqual([]);
  expect((await foreign.get('/people')).body.rows.map((row: { name: string }) => row.name)).toEqual(['Ada Nowak']);
  expect((await foreign.get('/tokens')).body.rows).toEqual([]);
  expect((await foreign.get('/people/names?search=olga')).body.rows).toEqual([]);
  expect((await foreign.get('/statistics')).body.cases.active.count).toBe(0);
  expect((await foreign.get('/inbox')).body.rows).toEqual([]);
});

test('an organisation written into body, query or header is not believed', async () => {
  const { id } = (await world.admin.get('/organisation')).body;
  const answered = await foreign.get(`/people?organisation=${id}`, { 'X-Organisation': id });
  expect(JSON.stringify(answered.body)).not.toContain('Olga');
  expect(await foreign.post('/cases/search', { organisation: id })).toMatchObject({ status: 400 });
});

test('the cookie of one organisation does not open another by a changed name', async () => {
  const { id } = (await world.admin.get('/organisation')).body;
  const thief = world.server.browser();
  const [name, value = ''] = foreign.cookie.split('=');
  thief.cookie = `${name}=${id}.${value.split('.')[1]}`;
  expect((await thief.get('/session')).status).toBe(401);
});
