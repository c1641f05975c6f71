import { afterEach, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import { type Oddity, oddMailServer } from '../../tools/odd-mail-server.ts';
import type { Browser } from './browser.ts';
import { enc } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase } from './world.ts';

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

/** A complaint whose acknowledgement such a mail server was asked to take. */
async function acknowledged(oddity: Oddity) {
  const post = await oddMailServer(oddity);
  const server = await TestServer.open(undefined, { mail: { smtpUrl: post.url, mailFrom: 'complaints@office.example' } });
  toClose.push(() => server.close(), post.close);
  const handler = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  const { id } = (await handler.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  const [task] = (await handler.post('/tasks/search', { scope: 'queue' })).body.rows;
  await handler.post(`/tasks/${enc(task.id)}/completion`, { event: 'recorded', values: recording });
  await server.idle();
  return { server, handler, id };
}
const letterOf = async (handler: Browser, id: string) => (await handler.get(`/cases/${id}/letters`)).body.rows[0];

test('an address that the mail server knows nobody at is told at once, with its words: no night of attempts', async () => {
  const { server, handler, id } = await acknowledged('refuses');
  expect((await handler.get(`/cases/${id}`)).body.incidentList).toMatchObject([
    { kind: 'effect', reason: 'letter-refused', facts: { problem: expect.stringContaining('550 5.1.1 nobody of this name') } },
  ]);
  const letter = await letterOf(handler, id);
  expect(letter).toMatchObject({ state: 'failed', to: { address: 'ada@example.org' }, body: expect.stringMatching(/./) });
  const at = new Date(server.clock.now()).toISOString();
  expect(await handler.post(`/cases/${id}/letters/${enc(letter.key)}/sent`, { how: 'post', at })).toMatchObject({ status: 200 });
  await server.idle();
  expect(await letterOf(handler, id)).toMatchObject({ state: 'sent', sent: { how: 'post', by: { name: 'Ada Nowak' } } });
});

test('a letter that cannot leave now lies open meanwhile: whoever sends it himself says so, and the mail server is not asked again', async () => {
  const { server, handler, id } = await acknowledged('hangs-up');
  const letter = await letterOf(handler, id);
  expect(letter).toMatchObject({ state: 'trying', to: { address: 'ada@example.org' }, body: expect.stringMatching(/./) });
  expect((await handler.get(`/cases/${id}`)).body.incidentList).toEqual([]);
  expect((await handler.get(`/cases/${id}/timeline`)).body.rows.flatMap(({ letters }: { letters: object[] }) => letters)).toMatchObject([
    { key: letter.key, state: 'trying' },
  ]);
  const at = new Date(server.clock.now()).toISOString();
  expect(await handler.post(`/cases/${id}/letters/${enc(letter.key)}/sent`, { how: 'post', at })).toMatchObject({ status: 200 });
  server.clock.jumpTo(server.clock.now() + 600_000);
  await server.idle();
  expect(await letterOf(handler, id)).toMatchObject({ state: 'sent', sent: { how: 'post' } });
  expect((await handler.get(`/cases/${id}`)).body.incidentList).toEqual([]);
});
