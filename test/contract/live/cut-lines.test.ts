import { connect, createServer, type Server, type Socket as Wire } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { createLive, type Live } from '../../../designer/src/server/live.ts';
import { recording } from '../../complaint-answers.ts';
import { chanceOf } from '../../proof/chance.ts';
import { seedOf } from '../../proof/sizes.ts';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded, newCase, staff } from '../http/world.ts';
import { until } from './ear.ts';

// What the window does, over real lines: hints, gaps and refills as `designer/src/server/live.ts` has them. On MONGODB_URI the pages are at another server than the work.
const pages = 4;
const cases = 3;
const moves = 10;

let first: TestServer;
let second: TestServer;
let handler: Browser;
beforeAll(async () => {
  first = await TestServer.open();
  second = process.env.MONGODB_URI === undefined ? first : await TestServer.open(undefined, { beside: first });
  const admin = await founded(first, { name: 'Green Bank', email: 'ada@example.org' });
  handler = (await staff(first, admin, { name: 'Hana', rights: ['handler'], assignments: [{ definition: 'starter', roles: ['handler'] }] }))
    .browser;
}, 180_000);
afterAll(async () => {
  if (second !== first) await second.close();
  await first.close();
});

/** A case as somebody sees it: where it is, and its timeline. */
const look = async (who: Browser, id: string): Promise<Picture> => {
  const { revision } = (await who.get(`/cases/${id}`)).body;
  const { rows } = (await who.get(`/cases/${id}/timeline?after=0&limit=200`)).body;
  return { revision, lines: JSON.stringify(rows, second === first ? undefined : withoutLetters) };
};
/** Another server tells of lines, not of what became of their letters. */
const withoutLetters = (key: string, value: unknown) => (key === 'letters' ? undefined : value);
interface Picture {
  readonly revision: number;
  readonly lines: string;
}

/** A line to a server that can be broken at any instant: while it is opened, while somebody joins, or quiet. */
class Line {
  readonly #wires = new Set<Wire>();
  readonly #relay: Server;

  private constructor(to: number) {
    this.#relay = createServer((near) => {
      const far = connect(to, '127.0.0.1');
      for (const wire of [near, far]) {
        this.#wires.add(wire);
        wire.on('error', () => wire.destroy()); // Broken: that is what it is for.
        wire.on('close', () => {
          this.#wires.delete(wire);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
  }

  static async open(to: number): Promise<Line> {
    const line = new Line(to);
    await new Promise<void>((listening) => line.#relay.listen(0, '127.0.0.1', listening));
    return line;
  }
  get base(): string {
    const address = this.#relay.address();
    return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  }
  cut(): void {
    for (const wire of this.#wires) wire.destroy();
  }
  close(): void {
    this.cut();
    this.#relay.close();
  }
}

/** A page with some cases open. It looks again when it is told to, and never on its own. */
class Page {
  readonly #there: Browser;
  readonly #socket: Socket;
  readonly #live: Live;
  readonly line: Line;
  readonly #asking = new Map<string, Promise<void>>();
  readonly seen = new Map<string, Picture>();

  constructor(line: Line, ids: readonly string[]) {
    this.line = line;
    this.#there = second.browser();
    this.#there.cookie = handler.cookie;
    this.#socket = io(line.base, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      reconnectionDelay: 1,
      reconnectionDelayMax: 20,
      extraHeaders: { Cookie: handler.cookie },
    });
    this.#live = createLive(this.#socket);
    for (const id of ids) {
      const refill = () => this.#ask(id);
      const hint = ({ revision }: { readonly revision?: number }) => {
        if (revision === undefined || revision > (this.seen.get(id)?.revision ?? 0)) refill();
      };
      this.#live.join(`case:${id}`, { hint, refill });
    }
  }

  /** One question after the other: what is told while one is asked, is asked once more. */
  #ask(id: string): void {
    const before = this.#asking.get(id) ?? Promise.resolve();
    this.#asking.set(
      id,
      before.then(async () => void this.seen.set(id, await look(this.#there, id))),
    );
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }
  close(): Promise<unknown> {
    this.#live.close();
    this.line.close();
    return Promise.all(this.#asking.values());
  }
}

test('pages whose lines break at random end with the same log as the store', async () => {
  const seed = seedOf();
  const chance = chanceOf(seed);
  const pick = (below: number) => Math.floor(chance() * below);
  const ids = await Promise.all(
    Array.from({ length: cases }, async () => (await handler.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id),
  );
  const jan = (await handler.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  const all = await Promise.all(
    Array.from({ length: pages }, async () => new Page(await Line.open(Number(new URL(second.base).port)), ids)),
  );
  try {
    let cuts = 0;
    const cutSome = () => {
      for (const page of all)
        if (chance() < 0.4) {
          page.line.cut();
          cuts += 1;
        }
    };
    for (const id of ids) {
      const { rows } = (await handler.post('/tasks/search', { case: id })).body;
      cutSome();
      const done = await handler.post(`/tasks/${encodeURIComponent(rows[0].id)}/completion`, { event: 'recorded', values: recording });
      expect(done.status).toBe(200);
    }
    for (let move = 0; move < moves; move++) {
      const told = { event: 'addInfo', onBehalfOf: jan, values: { statement: `Word ${move}` } };
      const moving = handler.post(`/cases/${ids[pick(cases)]}/events`, told);
      cutSome(); // While it moves,
      expect((await moving).status).toBe(200);
      const page = all[pick(pages)];
      if (chance() < 0.5) await until(() => page?.isConnected === true);
      page?.line.cut(); // and just as somebody is back and joins.
      cuts += 1;
    }
    await first.idle();
    const kept = new Map<string, Picture>();
    for (const id of ids) kept.set(id, await look(handler, id));
    const wrong = () =>
      all.flatMap((page, n) => ids.filter((id) => page.seen.get(id)?.lines !== kept.get(id)?.lines).map((id) => `page ${n}: ${id}`));
    await until(() => wrong().length === 0).catch((cause) => {
      throw new Error(`with SEED=${seed} after ${cuts} cuts: ${wrong().join(', ')}`, { cause });
    });
    for (const id of ids) {
      const lines: { readonly revision: number }[] = JSON.parse(kept.get(id)?.lines ?? '[]');
      expect(lines.map(({ revision }) => revision)).toEqual(Array.from({ length: kept.get(id)?.revision ?? 0 }, (_, n) => n + 1));
    }
    expect(cuts).toBeGreaterThan(moves);
  } finally {
    await Promise.all(all.map((page) => page.close()));
  }
}, 120_000);
