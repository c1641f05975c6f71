import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeToken } from '../../../runtime-api/src/people/tokens.ts';
import { peopleModels } from '../../../runtime-api/src/store/models/people-models.ts';
import { openStore, type Store } from '../../../runtime-api/src/store/store.ts';
import { foundOffice } from '../../found-office.ts';
import { type Chance, shuffled } from '../chance.ts';
import { Desk } from './desk.ts';
import { killPoints } from './kill-points.ts';
import { procedures } from './procedures.ts';
import { quickClock } from './quick-clock.ts';
import { Receiver } from './receiver.ts';
import { type Death, Supervision } from './supervision.ts';

export interface CampaignWish {
  readonly chance: Chance;
  readonly processes: number;
  /** Complaints while nobody dies. */
  readonly calm: number;
  /** Complaints while processes die; more come if some death has not been died by then. */
  readonly cases: number;
  readonly killsPerPoint: number;
  readonly randomKills: number;
  /** A MongoDB server that all processes share; without one they use the embedded store, one after the other. */
  readonly server?: StoreServer;
}

/** A server of the test's own, which dies too, and comes again with what it had acknowledged. */
export interface StoreServer {
  readonly uri: string;
  readonly kills: number;
  readonly killAndRestart: () => Promise<void>;
}

export interface Campaign {
  readonly desk: Desk;
  readonly receiver: Receiver;
  readonly deaths: Supervision['deaths'];
  readonly errors: readonly string[];
  /** From when to when the store did not answer. */
  readonly outages: readonly Outage[];
  readonly calmRepeats: number;
  readonly received: number;
  readonly organisation: string;
  readonly nowMs: () => number;
  readonly store: Store;
  readonly seconds: number;
  /** Takes the folder away. */
  readonly remove: () => Promise<void>;
}

export interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
}

/** People at once: complaints that are being received, tasks that are being completed. */
const atOnce = 8;
/** The clock runs so many times faster: a lease of 30 seconds ends after six; on a server, which is slower, after fifteen. */
const times = { here: 5, there: 2 };
/** Passes until a process dies, at most: often enough to die early and late. Several processes share the work, so each comes past less often. */
const passesMax: { readonly [at in Exclude<Death['at'], 'random'>]: number } = {
  'after load': 150,
  'before commit': 100,
  'after commit': 100,
  'mid-settle': 100,
  'after claim': 60,
  'after effect before mark': 40,
};
const randomMaxMs = 4_000;
const outageEveryMs = 8_000;

/** An office at work while its processes die, first in peace, then not; ends when everything has ended. */
export async function campaign(wish: CampaignWish): Promise<Campaign> {
  const begunMs = Date.now();
  const home = await mkdtemp(join(tmpdir(), 'redress-kill-'));
  const clock = { origin: new Date(begunMs).toISOString(), times: wish.server === undefined ? times.here : times.there };
  const place = { home, ...(wish.server === undefined ? {} : { uri: wish.server.uri }) };
  const { tokens, organisation } = await found(place, clock);
  const receiver = await Receiver.open();
  const order = (name: string) => ({
    home,
    clock,
    smtpUrl: receiver.urlFor(name),
    ...(wish.server === undefined ? {} : { mongoUri: wish.server.uri }),
  });
  const supervision = new Supervision(order, deathsOf(wish));
  const desk = new Desk({ tokens, url: (turn) => supervision.url(turn), receivedAt: clock.origin });
  const outages = new Outages(wish);
  const rested = async (): Promise<boolean> => (await supervision.ask('left')) === 'left 0 0 0';
  let next = 0;
  const until = (enough: () => boolean) => () => (enough() ? undefined : next++);
  let calmRepeats = 0;
  try {
    await supervision.open(wish.processes);
    await desk.work(
      until(() => next >= wish.calm),
      atOnce,
      rested,
    );
    calmRepeats = receiver.repeats;
    supervision.release();
    outages.begin(supervision);
    const most = wish.calm + wish.cases;
    await desk.work(
      until(() => next >= most && ((supervision.done && outages.done) || next >= 3 * most)),
      atOnce,
      rested,
    );
    await outages.end();
    await supervision.stop();
  } finally {
    await supervision.abandon();
  }
  await receiver.close();
  return {
    desk,
    receiver,
    deaths: supervision.deaths,
    errors: supervision.errors,
    outages: outages.list,
    calmRepeats,
    received: next,
    organisation,
    nowMs: quickClock(clock).now,
    store: await openStore(place),
    seconds: Math.round((Date.now() - begunMs) / 1000),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** The store's server dies now and then, as often as is wished, while the processes work. */
class Outages {
  readonly list: Outage[] = [];
  readonly #server: StoreServer | undefined;
  readonly #chance: Chance;
  #left: Promise<void> = Promise.resolve();
  #ended = false;

  constructor({ server, chance }: CampaignWish) {
    this.#server = server;
    this.#chance = chance;
  }

  get done(): boolean {
    return this.list.length === (this.#server?.kills ?? 0);
  }

  begin(processes: Supervision): void {
    if (this.#server !== undefined) this.#left = this.#disturb(this.#server, processes);
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#left;
  }

  async #disturb(server: StoreServer, processes: Supervision): Promise<void> {
    while (!this.done && !this.#ended) {
      await pause(outageEveryMs * (0.5 + this.#chance()));
      if (processes.url(0) === undefined) continue;
      const fromMs = Date.now();
      await server.killAndRestart();
      this.list.push({ fromMs, toMs: Date.now() });
    }
  }
}

function deathsOf({ chance, processes, killsPerPoint, randomKills }: CampaignWish): readonly Death[] {
  const passes = (at: keyof typeof passesMax): number => 1 + Math.floor((chance() * passesMax[at]) / processes);
  const named = killPoints.flatMap((at) => Array.from({ length: killsPerPoint }, () => ({ at, times: passes(at) })));
  const random = Array.from({ length: randomKills }, () => ({ at: 'random' as const, afterMs: 50 + Math.floor(chance() * randomMaxMs) }));
  return shuffled<Death>([...named, ...random], chance);
}

/** The office, and a way in for its two people. */
async function found(
  place: { readonly home: string; readonly uri?: string },
  clockWish: Parameters<typeof quickClock>[0],
): Promise<{ readonly organisation: string; readonly tokens: { readonly [role: string]: string } }> {
  const store = await openStore(place);
  const clock = quickClock(clockWish);
  const desk = { models: await peopleModels(store), clock, store };
  const organisation = await foundOffice({}, { store, clock, live: { tell: () => undefined } }, { definitions: procedures, desk });
  const tokens: { [role: string]: string } = {};
  for (const role of ['clerk', 'boss']) {
    const by = { person: `person-${role}`, rights: [] };
    const made = await makeToken(desk, {
      organisation,
      by,
      name: role,
      person: by.person,
      rights: [],
      scope: ['read', 'work', 'start'],
      days: 30,
    });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    tokens[role] = made.value.secret;
  }
  await store.close();
  return { organisation, tokens };
}
