import { io } from 'socket.io-client';
import { BenchServer } from './bench-server.ts';
import { atLeast, atMost, type Figure, median, told } from './figures.ts';
import { pause, quiet } from './in-process.ts';
import { measured } from './procedure.ts';
import { randomText, type Window } from './raw.ts';
import { rates, takeTurns } from './rounds.ts';
import type { Sizes } from './sizes.ts';
import { Workload } from './workload.ts';

const inFlight = 32;

/** The same work by requests to a server in a process of its own, with people who watch: the CPU is that of client, server and store together. */
export async function overHttp(sizes: Sizes): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const server = await BenchServer.open();
  const watcher = await watch(server);
  const run = productOf(server);
  await run(1, sizes.warmUpMs);
  for (const kilobytes of sizes.kilobytes) {
    await run(kilobytes, sizes.productMs * 2);
    await server.ask({ do: 'prepare' });
    await server.raw(inFlight, sizes.rawMs);
    const rounds = await takeTurns(
      sizes.rounds,
      () => server.raw(inFlight, sizes.rawMs),
      () => run(kilobytes, sizes.productMs),
    );
    const name = `over HTTP, ${kilobytes} KB, ${inFlight} in flight`;
    figures.push(atLeast(`${name}: ratio to raw`, rounds.ratios, 0.15), atMost(`${name}: CPU a transition`, rounds.cpuMs, 1.5, ' ms'));
    figures.push(told(`${name}: transitions`, `${rates(rounds)}, ${watcher.heard()} hints heard`));
  }
  watcher.stop();
  await server.stop();
  return figures;
}

/** A page that is open: it hears of every case and of its inbox. */
async function watch(server: BenchServer): Promise<{ readonly heard: () => number; readonly stop: () => void }> {
  const extraHeaders = { Authorization: `Bearer ${server.secret}` };
  const socket = io(server.url, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders });
  let heard = 0;
  socket.on('hint', () => {
    heard += 1;
  });
  await new Promise<void>((done, failed) => {
    socket.once('connect', () => done());
    socket.once('connect_error', failed);
  });
  for (const room of ['organisation', 'inbox']) {
    const answer: { readonly ok: boolean } = await socket.emitWithAck('join', room);
    if (!answer.ok) throw new Error(`The room ${room} could not be entered`);
  }
  return { heard: () => heard, stop: () => void socket.disconnect() };
}

function productOf(server: BenchServer): (kilobytes: number, ms: number) => Promise<Window> {
  let bytes = 1024;
  const load = new Workload(roadTo(server), () => randomText(bytes));
  server.fired = load.fired;
  return async (kilobytes, ms) => {
    bytes = kilobytes * 1024;
    load.begin(inFlight);
    await pause(ms / 5);
    load.latenciesMs.length = 0;
    const [before, cpu, from] = [await server.count(), process.cpuUsage(), performance.now()];
    await pause(ms);
    const { user, system } = process.cpuUsage(cpu);
    const after = await server.count();
    const done = after.commits - before.commits;
    const perSecond = (done / (performance.now() - from)) * 1000;
    await load.end();
    let commits = after.commits;
    const looking = setInterval(() => void server.count().then((count) => (commits = count.commits)), 100);
    await quiet(() => commits);
    clearInterval(looking);
    return { perSecond, p50Ms: median(load.latenciesMs), cpuMs: ((user + system) / 1000 + after.cpuMs - before.cpuMs) / done };
  };
}

const roadTo = (server: BenchServer) => ({
  start: async (text: string) => {
    const wish = { definition: measured.id, channel: 'phone', receivedAt: new Date().toISOString(), values: { text } };
    const { id } = await server.send('POST', '/cases', wish);
    return { caseId: String(id), revision: 1 };
  },
  complete: async (caseId: string, task: string) => {
    const path = `/tasks/${encodeURIComponent(`${caseId}:${task}`)}/completion`;
    return Number((await server.send('POST', path, { event: 'done', values: { note: 'seen' } })).revision);
  },
});
