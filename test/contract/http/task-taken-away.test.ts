import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  await admin.put('/me/handling', { handlesComplaints: true });
});
afterAll(() => server.close());

test('a task that ends because its case is cancelled says by whom and when, when it is read and when somebody still wants to end it', async () => {
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  const [row] = (await admin.post('/tasks/search', { scope: 'queue' })).body.rows;
  const task = `/tasks/${encodeURIComponent(row.id)}`;
  await admin.post(`${task}/claim`, {});
  expect((await admin.get(task)).body).not.toHaveProperty('doneBy');
  await admin.post(`/cases/${id}/cancellation`, { reason: 'Sent twice' });
  const over = {
    state: 'cancelled',
    doneAt: expect.any(String),
    doneBy: expect.objectContaining({ name: 'Ada Nowak' }),
    doneEvent: 'case.cancel',
  };
  expect((await admin.get(task)).body).toMatchObject(over);
  expect(await admin.post(`${task}/completion`, { event: 'recorded', values: recording })).toMatchObject({
    status: 409,
    body: { code: 'case-ended', facts: { person: { name: 'Ada Nowak' }, at: over.doneAt, event: 'case.cancel' } },
  });
  // Nobody did it: it is among nobody's done ones.
  expect((await admin.post('/tasks/search', { scope: 'done' })).body.rows).toEqual([]);
});
