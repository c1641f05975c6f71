import { afterEach, expect, test } from '@jest/globals';
import type { EffectDocument } from '../../../runtime-api/src/store/models/effect.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
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

  // It is done: nothing is left to try again, and the timeline has told both.
  expect((await handler.get(`/cases/${id}`)).body).toMatchObject({ incidents: 0, incidentList: [] });
  expect((await handler.get('/incidents')).body.rows).toEqual([]);
  const effect = await sweep(server.running.store.effects.findOne({ kind: 'letter' }), 'verify').lean<EffectDocument>();
  expect(effect).toMatchObject({ _id: letter.key, state: 'done', note: 'by-hand' });
  const lines = (await handler.get(`/cases/${id}/timeline`)).body.rows;
  expect(lines.slice(-2)).toMatchObject([
    { event: 'incident.opened', failed: letter.title },
    { event: 'letter.sent', sent: { how: 'post' } },
  ]);
  expect(lines.at(-1)).not.toHaveProperty('failed');
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
