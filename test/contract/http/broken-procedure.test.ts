import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { versionId } from '../../../runtime-api/src/definitions/published.ts';
import { removeHome } from '../../wire-database.ts';
import type { Browser } from './browser.ts';
import { readFigures } from './figures.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
let organisation = '';
let id = '';
let before = { text: '', calendar: '' };

/** What is compiled stays in memory: a damaged text shows when the server starts again. */
async function startAgain(): Promise<void> {
  await server.running.stop();
  server = await TestServer.open('', { beside: server });
  admin = server.browser();
  expect(await admin.post('/session', { email: 'ada@example.org', password })).toMatchObject({ status: 200 });
}

beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  organisation = (await admin.get('/organisation')).body.id;
  id = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body.id;
  await server.idle();
  const { definitionVersions, calendars } = server.running.store;
  before = {
    text: (await definitionVersions.findOne({ organisation, _id: versionId(organisation, 'starter', 1) }).lean())?.text ?? '',
    calendar: (await calendars.findOne({ organisation, _id: `${organisation}:organisation:1` }).lean())?.text ?? '',
  };
}, 60_000);
afterAll(async () => {
  await server.close();
  await removeHome(server.home);
});

const writeText = (text: string) =>
  server.running.store.definitionVersions.updateOne({ organisation, _id: versionId(organisation, 'starter', 1) }, { $set: { text } });
const writeCalendar = (text: string) =>
  server.running.store.calendars.updateOne({ organisation, _id: `${organisation}:organisation:1` }, { $set: { text } });
/** A row that leads nowhere: an older product took it, this one does not. */
const leadsNowhere = (text: string): string => text.replace(/"target":"#\w+"/, '"target":"#nowhere"');

const cannotRun = async (): Promise<number> => (await readFigures(server.base)).value('redress_incidents_open{kind="procedure"}');

const damages: readonly (readonly [reason: string, damage: () => Promise<unknown>])[] = [
  ['procedure-damaged', () => writeText(before.text.slice(0, 1_000))],
  ['procedure-not-a-definition', () => writeText('{"format":1}')],
  ['procedure-does-not-compile', () => writeText(leadsNowhere(before.text))],
  ['procedure-calendar-damaged', () => writeCalendar('{"id":"organisation","week":')],
];

test.each(damages)(
  '%s: the case stays in the lists, its page opens and says what is wrong, and nothing answers 500',
  async (reason, damage) => {
    await damage();
    await startAgain();
    const why = { kind: 'procedure', reason, facts: { definition: 'starter', version: 1 } };

    expect((await admin.post('/cases/search', {})).body.rows).toContainEqual(
      expect.objectContaining({ id, definition: 'starter', incidents: 1 }),
    );
    expect((await admin.post('/cases/search', { text: 'washing' })).body.rows).toHaveLength(1);
    const opened = await admin.get(`/cases/${id}`);
    expect(opened).toMatchObject({
      status: 200,
      body: { definitionTitle: { en: 'Complaint in a small organisation', pl: expect.any(String) }, incidentList: [why] },
    });
    expect((await admin.get('/incidents')).body.rows).toEqual([expect.objectContaining({ caseId: id, ...why })]);
    expect(await cannotRun()).toBe(1);

    // Every page of it, and of what it belongs to.
    for (const path of ['timeline', 'letters', 'timers'])
      expect([path, await admin.get(`/cases/${id}/${path}`)]).toMatchObject([path, { status: 200 }]);
    expect((await admin.get(`/cases/${id}/offers`)).body.rows).toEqual([]);
    expect((await admin.get(`/cases/${id}/explanation?clock=answer`)).status).toBe(404);
    const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
    expect(task).toMatchObject({ caseId: id });
    const at = `/tasks/${encodeURIComponent(task.id)}`;
    expect(await admin.get(at)).toMatchObject({ status: 200, body: { offers: [] } });
    expect((await admin.get('/definitions')).body.rows).toContainEqual(
      expect.objectContaining({ id: 'starter', broken: true, mayStart: false }),
    );
    expect(await admin.get('/definitions/starter')).toMatchObject({ status: 200, body: { broken: true } });
    expect((await admin.get('/statistics')).body.byDefinition).toContainEqual(expect.objectContaining({ definition: 'starter' }));
    for (const path of ['/calendars', '/calendars/organisation', '/inbox', '/people', '/definitions/complaint'])
      expect([path, await admin.get(path)]).toMatchObject([path, { status: 200 }]);

    const calendar = (await admin.get('/calendars/organisation')).body;
    expect(calendar.damaged).toBe(reason === 'procedure-calendar-damaged' ? true : undefined);

    // What needs the procedure is refused in words that the window knows.
    const refused = { status: 422, body: { code: 'definition-not-runnable', facts: { because: reason.replace('procedure-', '') } } };
    expect(await admin.post(`${at}/claim`, {})).toMatchObject(refused);
    expect(await admin.post(`${at}/completion`, { event: 'recorded', values: {} })).toMatchObject(refused);
    expect(await admin.post(`/cases/${id}/events`, { event: 'withdraw', values: {} })).toMatchObject(refused);
    expect([404, 422]).toContain((await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).status);
    const version = await admin.get('/definitions/starter/versions/1');
    if (reason === 'procedure-damaged') expect(version).toMatchObject(refused);
    else expect(version.status).toBe(200);

    // Repaired: all is as it was.
    await writeText(before.text);
    await writeCalendar(before.calendar);
    server.clock.jumpTo(server.clock.now() + 6_000);
    expect(await admin.get(`/cases/${id}`)).toMatchObject({ status: 200, body: { incidentList: [] } });
    expect((await admin.get('/incidents')).body.rows).toEqual([]);
    expect(await cannotRun()).toBe(0);
    expect(await admin.get(at)).toMatchObject({ status: 200, body: { form: { form: expect.any(String) } } });
  },
  30_000,
);

test('procedure-missing: where its text is gone altogether the case is still there, by the id of its procedure', async () => {
  const which = { organisation, _id: versionId(organisation, 'starter', 1) };
  const row = await server.running.store.definitionVersions.findOne(which).lean();
  await server.running.store.definitionVersions.deleteOne(which);
  await startAgain();
  expect((await admin.post('/cases/search', {})).body.rows).toContainEqual(
    expect.objectContaining({ id, definition: 'starter', incidents: 1 }),
  );
  const why = { kind: 'procedure', reason: 'procedure-missing' };
  expect(await admin.get(`/cases/${id}`)).toMatchObject({ status: 200, body: { incidentList: [why], tasks: [expect.any(Object)] } });
  expect((await admin.get(`/cases/${id}/timeline`)).status).toBe(200);
  expect(await admin.post(`/cases/${id}/events`, { event: 'withdraw', values: {} })).toMatchObject({
    status: 404,
    body: { code: 'definition-not-found' },
  });
  expect((await admin.get('/definitions')).status).toBe(200);
  if (row) await server.running.store.definitionVersions.insertMany([row]);
  await startAgain();
}, 30_000);

test('who may read every case sees it, but not the one it is about; others do not', async () => {
  const { id: named, browser: reader } = await staff(server, admin, { name: 'Hana', rights: ['handler'] });
  const outsider = await staff(server, admin, { name: 'Olga', assignments: [{ definition: 'starter', roles: ['handler'] }] });
  expect((await reader.get(`/cases/${id}`)).status).toBe(200);
  expect((await outsider.browser.get(`/cases/${id}`)).status).toBe(200);
  const found = await server.running.store.cases.findOne({ organisation, _id: id }).lean();
  const snapshot = JSON.parse(found?.snapshot ?? '{}');
  await server.running.store.cases.updateOne(
    { organisation, _id: id },
    { $set: { snapshot: JSON.stringify({ ...snapshot, context: { ...snapshot.context, subjectPersons: [named] } }) } },
  );
  await writeText('{');
  await startAgain();
  for (const browser of [reader, outsider.browser]) browser.moveTo(server.base);
  expect((await admin.get(`/cases/${id}`)).status).toBe(200);
  expect((await reader.get(`/cases/${id}`)).status).toBe(404);
  expect((await outsider.browser.get(`/cases/${id}`)).status).toBe(404);
  await server.running.store.cases.updateOne({ organisation, _id: id }, { $set: { snapshot: found?.snapshot ?? '' } });
  await writeText(before.text);
}, 30_000);

test('a deadline that falls due meanwhile waits as a failure of its own; the case can be ended without its procedure', async () => {
  await writeText('{');
  await startAgain();
  await server.pass(200 * 86_400_000);
  expect(await admin.post('/session', { email: 'ada@example.org', password })).toMatchObject({ status: 200 });
  const { incidentList } = (await admin.get(`/cases/${id}`)).body;
  expect(incidentList).toContainEqual(expect.objectContaining({ kind: 'timer', reason: 'procedure-damaged' }));
  const failed = incidentList.find(({ kind }: { kind: string }) => kind === 'timer');
  expect(await admin.post(`/cases/${id}/incidents/${failed.id}/retry`, {})).toMatchObject({
    status: 422,
    body: { code: 'definition-not-runnable' },
  });
  expect(await admin.post(`/cases/${id}/incidents/procedure/skip`, { reason: 'x' })).toMatchObject({ status: 404 });
  expect(await admin.post(`/cases/${id}/cancellation`, { reason: 'cannot go on' })).toMatchObject({ status: 200 });
  expect((await admin.get('/incidents')).body.rows).toEqual([]);
  expect((await admin.post('/cases/search', {})).body.rows).toContainEqual(
    expect.objectContaining({ id, status: 'cancelled', incidents: 0 }),
  );
}, 30_000);
