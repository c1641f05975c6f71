import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
});
afterAll(() => server.close());

const hold = async (mailHeld: boolean) => {
  const { revision } = (await admin.get('/organisation')).body;
  expect((await admin.patch('/organisation', { mailHeld }, { 'If-Match': `"${revision}"` })).status).toBe(200);
};

test('mail that was held goes as soon as the switch is opened, no minute later', async () => {
  await hold(true);
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  const [task] = (await admin.post('/tasks/search', { case: id, scope: 'all' })).body.rows;
  await admin.post(`/tasks/${encodeURIComponent(task.id)}/claim`, {});
  await admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event: 'recorded', values: recording });
  const states = async () => {
    await server.idle();
    return (await admin.get(`/cases/${id}/letters`)).body.rows.map(({ state }: { state: string }) => state);
  };
  expect(await states()).toEqual(['held']);
  await hold(false);
  expect(await states()).toEqual(['written']);
});
