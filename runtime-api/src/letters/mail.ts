import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mail, OutgoingMessage } from '../ports.ts';

/** Where letters come from that nobody named an address for. */
export const unnamedSender = 'complaints@localhost';

/** A mail server that says nothing for so long is not there; a letter that is not out by then is tried again. */
const silenceMs = 10_000;
const patienceMs = 30_000;

/**
 * Letters over a mail server (`smtp://user:password@host:port`); `from` is the address that people see and answer to. Closing gives up what is on
 * its way: the server may have it, and gets it again under the same Message-ID.
 */
export function smtpMail({ url, from, giveUpMs = patienceMs }: SmtpSettings): Mail {
  const waits = { connectionTimeout: silenceMs, greetingTimeout: silenceMs, dnsTimeout: silenceMs, socketTimeout: silenceMs };
  const transport = createTransport({ url, ...waits }, { from });
  const onTheirWay = new Set<AbortController>();
  let isClosed = false;
  return {
    send: async (message) => {
      if (isClosed) throw new Error('No letter is taken any more: the server stops');
      // Held here, timer and all: a signal that only a composed one points at may be collected before its time is up.
      const way = new AbortController();
      const late = setTimeout(() => way.abort(), giveUpMs);
      onTheirWay.add(way);
      try {
        await transport.sendMail({ ...composed(message, from), signal: way.signal });
        return { state: 'sent' };
      } catch (problem) {
        const answer = refusedForGood(problem);
        if (answer === undefined) throw problem;
        return { state: 'refused', answer };
      } finally {
        clearTimeout(late);
        onTheirWay.delete(way);
      }
    },
    close: () => {
      isClosed = true;
      for (const way of onTheirWay) way.abort();
      transport.close();
    },
  };
}

/** What the server said where no receiver was taken and none would be later: an answer of 5xx. */
function refusedForGood(problem: unknown): string | undefined {
  if (!(problem instanceof Error) || !('code' in problem) || problem.code !== 'EENVELOPE') return undefined;
  const isFinal = 'responseCode' in problem && Number(problem.responseCode) >= 500;
  return isFinal && 'response' in problem ? String(problem.response).slice(0, 500) : undefined;
}

interface SmtpSettings {
  readonly url: string;
  readonly from: string;
  readonly giveUpMs?: number;
}

/** Without a mail server each letter is a file in the letters folder and waits for a person. Written whole or not at all, under one name however often. */
export function fileMail(settings: { readonly folder: string; readonly from?: string }): Mail {
  return {
    send: async (message) => {
      const file = letterFile(message.key);
      const text = await mailText(message, settings.from ?? unnamedSender);
      await mkdir(settings.folder, { recursive: true, mode: 0o700 });
      const beside = join(settings.folder, `.${file}.${process.pid}`);
      const handle = await open(beside, 'w', 0o600);
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, join(settings.folder, file));
      return { state: 'written', file };
    },
  };
}

/** What lies in the file: any process can make it again, also one that does not share the folder. */
export const mailText = (message: OutgoingMessage, from: string): Promise<Buffer> =>
  new MailComposer(composed(message, from)).compile().build();

/** Named by the effect's key; a colon is no file name everywhere. */
export const letterFile = (key: string): string => `${key.replaceAll(/[^A-Za-z0-9_-]/g, '-')}.eml`;

function composed(message: OutgoingMessage, from: string) {
  const at = from.lastIndexOf('@');
  const domain = at < 0 ? 'localhost' : from.slice(at + 1).replace(/>.*$/, '');
  return {
    from: from.includes('<') ? from : { name: message.organisationName, address: from },
    to: { name: message.name ?? '', address: message.to },
    subject: message.subject,
    text: message.text,
    date: new Date(message.at),
    messageId: `<${message.key.replaceAll(/[^A-Za-z0-9_.-]/g, '.')}@${domain}>`,
    headers: { 'Content-Language': message.language, 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
