import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliver } from '../../../runtime-api/src/deliver.ts';
import { bodyHash } from '../../../runtime-api/src/event-id.ts';
import type { Switch } from '../../../runtime-api/src/http/routes.ts';
import { openServer, type RunningServer } from '../../../runtime-api/src/http/server.ts';
import { newId } from '../../../runtime-api/src/people/secret.ts';
import { giveOrganisationCode } from '../../../runtime-api/src/people/set-up.ts';
import type { CaseDocument } from '../../../runtime-api/src/store/models/case.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { PretendClock } from '../../pretend-clock.ts';
import { copiedAfterwards, type OpenPorts } from '../../proof/checks/check.ts';
import { removeHome, wireDatabase } from '../../wire-database.ts';
import { Browser } from './browser.ts';

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: object;
  readonly message: string;
}

/** How a thread of a server that runs from its sources reads them. */
export const sourceThread = [
  '--import',
  new URL('../../tools/read-sources.js', import.meta.url).href,
  '--conditions=@redress/source',
  '--no-warnings',
];

/** A whole server on a port of its own, with a store in a folder of its own and a clock that stands still. */
export class TestServer {
  readonly running: RunningServer;
  readonly clock: PretendClock;
  readonly logged: Logged[];
  readonly home: string;
  readonly #ownsHome: boolean;

  private constructor(parts: { running: RunningServer; clock: PretendClock; logged: Logged[]; home: string; ownsHome: boolean }) {
    this.running = parts.running;
    this.clock = parts.clock;
    this.logged = parts.logged;
    this.home = parts.home;
    this.#ownsHome = parts.ownsHome;
  }

  /** `beside` another one: a second server on its store and clock. */
  static async open(
    now = '2026-03-02T09:00:00.000Z',
    settings: {
      readonly publicUrl?: string;
      readonly windowFolder?: string;
      readonly beside?: TestServer;
      readonly switches?: readonly Switch[];
      /** A mail server that takes the letters, and who they are from. */
      readonly mail?: { readonly smtpUrl: string; readonly mailFrom: string };
    } = {},
  ): Promise<TestServer> {
    const home = settings.beside?.home ?? (await mkdtemp(join(tmpdir(), 'redress-http-')));
    const mongoUri = wireDatabase(home);
    const clock = settings.beside?.clock ?? new PretendClock(now);
    const logged: Logged[] = [];
    const note = (level: Logged['level']) => (facts: object, message: string) => void logged.push({ level, facts, message });
    const running = await openServer({
      port: 0,
      host: '127.0.0.1',
      home,
      windowFolder: settings.windowFolder ?? join(home, 'no-window'),
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      clock,
      durability: 'relaxed',
      threadWords: sourceThread,
      ...(mongoUri === undefined ? {} : { mongoUri }),
      ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
      ...(settings.switches === undefined ? {} : { switches: settings.switches }),
      ...settings.mail,
    });
    return new TestServer({ running, clock, logged, home, ownsHome: settings.beside === undefined });
  }

  get base(): string {
    return this.running.localUrl;
  }
  browser = (): Browser => new Browser(this.base);
  setUpCode = (): string => this.running.setUpCode ?? '';
  organisationCode = async (name: string): Promise<string> => (await giveOrganisationCode(this.running.office.desk, name)).code;
  idle = (): Promise<void> => this.running.workers.idle();

  /** From now on cases are copied after their commit, as every store but the embedded one has it. */
  copyAfterwards(): void {
    const { ports } = this.running.office;
    Object.assign(ports, copiedAfterwards(ports as OpenPorts));
  }

  /** An effect of the case has used up its attempts: the worker's own event. */
  async plantIncident(caseId: string, effect = `${caseId}:1:0`): Promise<void> {
    const { office, store } = this.running;
    const found = await sweep(store.cases.findOne({ _id: caseId }), 'verify').lean<CaseDocument>();
    const payload = { effect, reason: 'planted', facts: {} };
    const told = await deliver(
      {
        organisation: found?.organisation ?? '',
        caseId,
        type: 'incident.opened',
        id: newId(),
        bodyHash: bodyHash('incident.opened', payload),
        payload,
      },
      office.ports,
    );
    if (!told.ok) throw new Error(JSON.stringify(told.refusal));
  }

  /** A letter to staff, in somebody's inbox. */
  async plantMessage(person: string): Promise<string> {
    const { store, office } = this.running;
    const found = await sweep(office.desk.models.persons.findOne({ _id: person }), 'verify').lean();
    const message = {
      _id: `message:${newId()}`,
      organisation: found?.organisation ?? '',
      person,
      caseId: 'none',
      letter: 'reminder',
      role: 'handler',
      language: 'en',
    };
    await store.inbox.insertMany([
      { ...message, unread: true, subject: 'A reminder', body: 'Please look', at: new Date(this.clock.now()).toISOString() },
    ]);
    return message._id;
  }

  /** Moves the clock on and lets everything that falls due happen. */
  async pass(ms: number): Promise<void> {
    this.clock.jumpTo(this.clock.now() + ms);
    await this.idle();
  }

  async close(): Promise<void> {
    await this.running.stop();
    if (this.#ownsHome) await removeHome(this.home);
  }
}
