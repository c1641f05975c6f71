import { SMTPServer } from 'smtp-server';

/** A mail server that takes every letter and remembers how often it came. */
export interface PostOffice {
  readonly url: string;
  /** Message-IDs and how often each arrived. */
  readonly arrived: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? 'without an id';
        arrived.set(id, (arrived.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const address = server.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}?pool=true`,
    arrived,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
