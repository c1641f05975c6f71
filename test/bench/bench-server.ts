import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Count, Order, Told } from './orders.ts';
import type { Window } from './raw.ts';

type Wanted = Order extends infer One ? (One extends Order ? Omit<One, 'id'> : never) : never;

/** A server in a process of its own, and a client that speaks HTTP to it on connections that stay open. */
export class BenchServer {
  readonly #child: ChildProcess;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #waiting = new Map<number, { readonly done: (facts: unknown) => void; readonly failed: (problem: Error) => void }>();
  #orders = 0;
  url = '';
  secret = '';
  /** The timer of a case was delivered. */
  fired: (caseId: string, revision: number) => void = () => undefined;

  private constructor() {
    const file = fileURLToPath(new URL('./server.child.ts', import.meta.url));
    this.#child = fork(file, [], { execArgv: [...process.execArgv, '--expose-gc'] });
  }

  static async open(): Promise<BenchServer> {
    const server = new BenchServer();
    await new Promise<void>((done, failed) => {
      server.#child.once('exit', (code) => failed(new Error(`The server ended with ${code}`)));
      server.#child.on('message', (told: Told) => {
        if (told.told === 'open') {
          Object.assign(server, { url: told.url, secret: told.secret });
          done();
        } else server.#hear(told);
      });
    });
    return server;
  }

  #hear(told: Exclude<Told, { told: 'open' }>): void {
    if (told.told === 'fired') {
      this.fired(told.caseId, told.revision);
      return;
    }
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.told === 'done') waiting?.done(told.facts);
    else waiting?.failed(new Error(String(told.facts)));
  }

  ask(wanted: Wanted): Promise<unknown> {
    const id = ++this.#orders;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#child.send({ ...wanted, id });
    });
  }

  readonly count = (): Promise<Count> => this.ask({ do: 'count' }) as Promise<Count>;
  readonly raw = (inFlight: number, ms: number): Promise<Window> => this.ask({ do: 'raw', inFlight, ms }) as Promise<Window>;

  /** The body of the answer, which must be a success. */
  async send(method: 'GET' | 'POST', path: string, body?: object): Promise<{ readonly [field: string]: unknown }> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      Authorization: `Bearer ${this.secret}`,
      ...(text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
    };
    const sent = request(`${this.url}/api/v1${path}`, { method, agent: this.#agent, headers });
    sent.end(text);
    const [response] = await once(sent, 'response');
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part);
    const answer = Buffer.concat(parts).toString();
    if (response.statusCode >= 300) throw new Error(`${method} ${path} answered ${response.statusCode}: ${answer}`);
    return JSON.parse(answer);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.ask({ do: 'stop' });
    this.#agent.destroy();
    await ended;
  }
}
