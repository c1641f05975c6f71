import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  readonly mongoUri?: string;
}

export interface Campaign {
  readonly desk: Desk;
  readonly receiver: Receiver;
  readonly deaths: Supervision['deaths'];
  readonly errors: readonly string[];
  readonly calmRepeats: number;
  readonly received: number;
  readonly organisation: string;
  readonly nowMs: () => number;
  readonly store: Store;
  readonly home: string;
  readonly seconds: number;
}

/** People at once: complaints that are being received, tasks that are being completed. */
const atOnce = 8;
/** The clock runs so many times faster: a lease of 30 seconds ends after five. */
const times = 6;
/** Passes until a process dies, at most: often enough to die early and late. */
const passesMax: { readonly [at in Exclude<Death['at'], 'random'>]: number } = {
  'after load': 150,
  'before commit': 100,
  'after commit': 100,
  'mid-settle': 100,
  'after claim': 60,
  'after effect before mark': 40,
};
const randomMaxMs = 4_000;

/** An office at work while its processes die, first in peace, then not; ends when everything has ended. */
export async function campaign(wish: CampaignWish): Promise<Campaign> {
  const begunMs = Date.now();
  const home = await mkdtemp(join(tmpdir(), 'redress-kill-'));
  const clock = { origin: new Date(begunMs).toISOString(), times };
  const place = { home, ...(wish.mongoUri === undefined ? {} : { uri: wish.mongoUri }) };
  const { tokens, organisation } = await found(place, clock);
  const receiver = await Receiver.open();
  const order = (name: string) => ({
    home,
    clock,
    smtpUrl: receiver.urlFor(name),
    ...(wish.mongoUri === undefined ? {} : { mongoUri: wish.mongoUri }),
  });
  let supervision = new Supervision(order, []);
  const desk = new Desk({ tokens, url: (turn) => supervision.url(turn), receivedAt: clock.origin });
  let next = 0;
  const errors: string[] = [];
  const through = async (by: Supervision, more: () => boolean): Promise<void> => {
    supervision = by;
    await by.open(wish.processes);
    try {
      await desk.work(
        () => (more() ? next++ : undefined),
        atOnce,
        async () => (await by.ask('left')) === 'left 0 0 0',
      );
      await by.stop();
    } finally {
      await by.abandon();
      errors.push(...by.errors);
    }
  };
  await through(supervision, () => next < wish.calm);
  const calmRepeats = receiver.repeats;
  const dying = new Supervision(order, deathsOf(wish));
  const until = wish.calm + wish.cases;
  await through(dying, () => next < until || (!dying.done && next < 3 * until));
  await receiver.close();
  return {
    desk,
    receiver,
    deaths: dying.deaths,
    errors,
    calmRepeats,
    received: next,
    organisation,
    nowMs: quickClock(clock).now,
    store: await openStore(place),
    home,
    seconds: Math.round((Date.now() - begunMs) / 1000),
  };
}

function deathsOf({ chance, killsPerPoint, randomKills }: CampaignWish): readonly Death[] {
  const named = killPoints.flatMap((at) =>
    Array.from({ length: killsPerPoint }, () => ({ at, times: 1 + Math.floor(chance() * passesMax[at]) })),
  );
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
