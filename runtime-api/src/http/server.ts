import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { shippedScenarios, shippedVersion } from '@redress/definitions';
import { readOwnerCommand, runOwnerCommand } from '../cli/owner-commands.ts';
import { processClock } from '../clock.ts';
import { publishShipped } from '../definitions/publish-shipped.ts';
import { RehearsalLine } from '../definitions/rehearsal-line.ts';
import { shippedDefinitions } from '../definitions/shipped-definitions.ts';
import { fileMail, smtpMail, unnamedSender } from '../letters/mail.ts';
import { followOthers } from '../live/follow.ts';
import { openLive } from '../live/sockets.ts';
import { openPorts } from '../open-ports.ts';
import type { Desk } from '../people/desk.ts';
import { peoplePort } from '../people/people-port.ts';
import { giveSetUpCode, isSetUp } from '../people/set-up.ts';
import type { Log, ProcessClock } from '../ports.ts';
import { StandardsChecker } from '../standards/standards-checker.ts';
import { startWorkers } from '../start-workers.ts';
import { peopleModels } from '../store/models/people-models.ts';
import { openStore, type Store } from '../store/store.ts';
import { application } from './application.ts';
import { closeServer } from './close-server.ts';
import { openMetrics } from './metrics.ts';
import type { Office } from './office.ts';

export interface ServerSettings {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly mongoUri?: string;
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  readonly publicUrl?: string;
  readonly windowFolder: string;
  readonly switches?: Office['switches'];
  readonly log: Log;
  /** Tests hand in a pretend one. */
  readonly clock?: ProcessClock;
  readonly durability?: 'full' | 'relaxed';
  /** Words for Node before a thread begins: tests run from sources and say how they are read. */
  readonly threadWords?: readonly string[];
  /** Puts the parts together; tests hand in one that plants faults. */
  readonly openPorts?: typeof openPorts;
}

export interface RunningServer {
  readonly url: string;
  /** Where it listens on this machine. */
  readonly localUrl: string;
  readonly office: Office;
  readonly store: Store;
  readonly workers: ReturnType<typeof startWorkers>;
  /** A fresh one-time code while nobody has set this server up: for the console, once. */
  readonly setUpCode?: string;
  /** Takes no more requests, finishes those it has, then stops workers and store. */
  readonly stop: () => Promise<void>;
}

const skewEveryMs = 60_000;
/** Letters on their way when the server is to stop: what is not out by then is tried again at the next start. */
const lettersGraceMs = 5_000;

/** Everything of one process, put together and listening. */
export async function openServer(settings: ServerSettings): Promise<RunningServer> {
  const store = await openStore({
    home: settings.home,
    ...(settings.mongoUri === undefined ? {} : { uri: settings.mongoUri }),
    ...(settings.durability === undefined ? {} : { durability: settings.durability }),
  });
  const skew = await watchSkew(store, settings.log);
  const clock = settings.clock ?? processClock(skew.aheadMs);
  const desk: Desk = { store, clock, models: await peopleModels(store) };
  const metrics = openMetrics();
  const hub = openLive();
  const mailFrom = settings.mailFrom ?? unnamedSender;
  const mail =
    settings.smtpUrl === undefined
      ? fileMail({ folder: join(settings.home, 'letters'), from: mailFrom })
      : smtpMail({ url: settings.smtpUrl, from: mailFrom });
  const ports = (settings.openPorts ?? openPorts)({
    store,
    clock,
    mail,
    live: hub.live,
    log: settings.log,
    people: peoplePort(desk),
    fired: metrics.timerFired,
    lostRace: metrics.lostRace,
    turnBegins: metrics.turnBegins,
    ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
  });
  ports.work.watch(metrics.committed);
  const office: Office = {
    ports,
    desk,
    checker: new StandardsChecker({ log: settings.log, ...(settings.threadWords ? { threadWords: settings.threadWords } : {}) }),
    bundles: new RehearsalLine(),
    founding: {
      publishShipped: (organisation) =>
        publishShipped(
          { organisation, definitions: shippedDefinitions(), scenarios: shippedScenarios, productVersion: shippedVersion },
          ports,
        ),
    },
    door: {
      secure: settings.publicUrl?.startsWith('https:') ?? false,
      ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
    },
    switches: settings.switches ?? [],
    mailServer: settings.smtpUrl !== undefined,
    skewMs: skew.aheadMs,
    mailFrom,
    accessChanged: (who) => {
      hub.cut(who);
      if ('person' in who) hub.live.tell({ organisation: who.organisation, kind: 'people' });
    },
  };

  const server = createServer(application({ office, metrics, windowFolder: settings.windowFolder }).callback());
  hub.attach(server, office, metrics);
  const port = await listen(server, settings).catch(async (problem: unknown) => {
    skew.stop();
    await hub.close();
    await store.close(); // Nobody serves it: the next one must find the folder free.
    throw problem;
  });
  const workers = startWorkers(ports);
  store.serve?.(async (request) => {
    const command = readOwnerCommand(request);
    if (!command) throw new Error('This server does not know that command');
    return await runOwnerCommand({ desk, ports }, command);
  });
  const unfollow = followOthers({ store, clock, live: hub.live, log: settings.log, listeners: hub.connected });
  return {
    localUrl: `http://127.0.0.1:${port}`,
    url: settings.publicUrl ?? `http://${settings.host === '127.0.0.1' || settings.host === '::1' ? 'localhost' : settings.host}:${port}`,
    office,
    store,
    workers,
    ...((await isSetUp(desk)) ? {} : { setUpCode: await giveSetUpCode(desk) }),
    stop: async () => {
      skew.stop();
      const closed = closeServer(server);
      await hub.close();
      await closed;
      await unfollow();
      const impatient = setTimeout(() => mail.close?.(), lettersGraceMs);
      await workers.stop();
      clearTimeout(impatient);
      await office.checker.close();
      mail.close?.();
      await store.close();
    },
  };
}

/** How far the store's clock is ahead of ours, asked again now and then; half the way there and back belongs to the answer. */
async function watchSkew(store: Store, log: Log): Promise<{ readonly aheadMs: () => number; readonly stop: () => void }> {
  let ahead = 0;
  const ask = async () => {
    const before = Date.now();
    const theirs = await store.now();
    const after = Date.now();
    ahead = Math.round(theirs - (before + after) / 2);
  };
  await ask();
  const asking = setInterval(() => {
    ask().catch((error: unknown) => log.warn({ error: String(error) }, 'the clock of the store could not be read'));
  }, skewEveryMs);
  asking.unref();
  return { aheadMs: () => ahead, stop: () => clearInterval(asking) };
}

async function listen(server: HttpServer, { port, host }: ServerSettings): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => done());
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}
