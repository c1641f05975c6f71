import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shippedProcesses, templates } from '@redress/definitions';
import { decision, examination, recording } from '../../complaint-answers.ts';
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

test('a complainant who can be reached elsewhere now says so as added information: it is written down, and the next letter goes there', async () => {
  const jan = (await admin.post('/people/outside', { name: 'Jan Kowalski', party: 'complainant' })).body.person.id;
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  const complete = async (event: string, values: object) => {
    const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
    expect(await admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event, values })).toMatchObject({ status: 200 });
    await server.idle();
  };
  await complete('recorded', recording);
  const offers = (await admin.get(`/cases/${id}/offers`)).body.rows;
  const { form } = offers.find(({ event }: { event: string }) => event === 'addInfo');
  expect(form.values.contact).toBe(recording.contact);

  const values = { statement: 'I have moved', contact: 'jan.new@example.org' };
  const recorded = { channel: 'phone', saidAt: '2026-03-02T08:30:00Z' };
  const told = await admin.post(`/cases/${id}/events`, { event: 'addInfo', values, onBehalfOf: jan, recorded });
  expect(told).toMatchObject({ status: 200 });
  const { rows } = (await admin.get(`/cases/${id}/timeline`)).body;
  expect(rows.find(({ event }: { event: string }) => event === 'addInfo')).toMatchObject({
    by: { name: 'Ada Nowak' },
    onBehalfOf: { name: 'Jan Kowalski' },
    changed: expect.arrayContaining([expect.objectContaining({ field: 'contact' })]),
  });

  await complete('examined', examination);
  await complete('decide', decision);
  const letters = (await admin.get(`/cases/${id}/letters`)).body.rows as { letter: string; to: { address: string } }[];
  const addresses = Object.fromEntries(letters.map(({ letter, to }) => [letter, to.address]));
  expect(addresses).toMatchObject({ acknowledgement: recording.contact, decision: 'jan.new@example.org' });
});

test('so it is in every complaint procedure that comes with the product', () => {
  type Drawn = { kind: string; data: object; events: Record<string, { form?: string }>; forms: Record<string, unknown> };
  const complaints = ([...shippedProcesses, ...templates] as unknown as Drawn[]).filter(({ kind }) => kind === 'complaint');
  expect(complaints.length).toBeGreaterThan(3);
  for (const { events, forms } of complaints) expect(JSON.stringify(forms[events.addInfo?.form ?? ''])).toContain('"contact"');
});
