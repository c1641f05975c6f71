import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Arrival {
  /** The effect's key, out of the Message-ID. */
  readonly key: string;
  /** The process that brought it, as it introduced itself. */
  readonly from: string;
  readonly to: string;
  readonly atMs: number;
}

/** A mail server that outlives every process that sends to it. */
export class Receiver {
  readonly arrivals: Arrival[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onData: (stream, session, done) => {
        simpleParser(stream).then(
          (letter) => {
            const key = /^<(.+)@/.exec(letter.messageId ?? '')?.[1]?.replaceAll('.', ':') ?? '';
            const to = session.envelope.rcptTo[0]?.address ?? '';
            this.arrivals.push({ key, from: session.hostNameAppearsAs, to, atMs: Date.now() });
            done();
          },
          (problem) => done(problem),
        );
      },
    });
    this.#server.on('error', () => undefined); // A sender that dies breaks its connection.
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    const listening = receiver.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return receiver;
  }

  /** Where a process of this name brings its letters. */
  urlFor(name: string): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}?name=${name}&ignoreTLS=true`;
  }

  /** Letters that came more than once, counted without the first time. */
  get repeats(): number {
    return this.arrivals.length - new Set(this.arrivals.map(({ key }) => key)).size;
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()));
  }
}
