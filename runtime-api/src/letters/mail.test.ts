import { afterEach, expect, test } from '@jest/globals';
import { type Oddity, oddMailServer } from '../../../test/tools/odd-mail-server.ts';
import { smtpMail } from './mail.ts';

let close: () => Promise<void>;
afterEach(() => close());

async function post(oddity: Oddity, giveUpMs?: number) {
  const server = await oddMailServer(oddity);
  close = server.close;
  const mail = smtpMail({ url: server.url, from: 'complaints@office.example', ...(giveUpMs === undefined ? {} : { giveUpMs }) });
  const letter = {
    key: 'k:1:0',
    organisationName: 'Office',
    to: 'ada@example.org',
    subject: 'Received',
    text: 'We have it.',
    language: 'en',
  };
  return { server, mail, sent: mail.send({ ...letter, at: '2026-03-02T09:00:00.000Z' }) };
}

test('a mail server that takes the letter and says nothing is given up', async () => {
  const { sent } = await post('silent', 200);
  await expect(sent).rejects.toThrow(/abort|timeout/i);
});

test('one that hangs up instead of an answer did not take it', async () => {
  const { sent } = await post('hangs-up');
  await expect(sent).rejects.toThrow(/connection/i);
});

test('one that answers late took it', async () => {
  const { server, sent } = await post('late');
  await server.took(1);
  server.answer();
  await expect(sent).resolves.toEqual({ state: 'sent' });
});

test('closing gives up the letter that is on its way', async () => {
  const { server, mail, sent } = await post('silent');
  const refused = expect(sent).rejects.toThrow(/abort/i);
  await server.took(1);
  mail.close?.();
  await refused;
});

test('one that knows nobody of this name has said so for good', async () => {
  const { sent } = await post('refuses');
  await expect(sent).resolves.toEqual({ state: 'refused', answer: expect.stringContaining('550 5.1.1 nobody of this name') });
});
