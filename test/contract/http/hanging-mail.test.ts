import { afterEach, expect, test } from '@jest/globals';
import type { EffectDocument } from '../../../runtime-api/src/store/models/effect.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { recording } from '../../complaint-answers.ts';
import { oddMailServer } from '../../tools/odd-mail-server.ts';
import { removeHome } from '../../wire-database.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase } from './world.ts';

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

test('a server stops although its mail server hangs: the letter is tried again after the next start', async () => {
  const post = await oddMailServer('silent');
  const server = await TestServer.open(undefined, { mail: { smtpUrl: post.url, mailFrom: 'complaints@office.example' } });
  toClose.push(post.close, () => removeHome(server.home));
  const handler = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  await handler.post('/cases', newCase('2026-03-02T08:00:00Z'));
  const [task] = (await handler.post('/tasks/search', { scope: 'queue' })).body.rows;
  await handler.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event: 'recorded', values: recording });
  await post.took(1);
  await server.running.stop();

  const next = await TestServer.open(undefined, { beside: server });
  toClose.unshift(() => next.close());
  const letter = await sweep(next.running.store.effects.findOne({ kind: 'letter' }), 'verify').lean<EffectDocument>();
  expect(letter).toMatchObject({ state: 'open', attempts: 1, note: 'not-reached' });
});
