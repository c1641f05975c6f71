import { type BenchOffice, openBenchOffice } from './bench-office.ts';
import { atLeast, atMost, type Figure, median, told } from './figures.ts';
import { measured } from './procedure.ts';
import { RawStore, randomText, sizeOfCases, type Window } from './raw.ts';
import { rates, takeTurns } from './rounds.ts';
import type { Sizes } from './sizes.ts';
import { Workload } from './workload.ts';

/** The product in this process against the bare store it writes to, with documents of the size that its own cases have. */
export async function inProcess(sizes: Sizes): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const office = await openBenchOffice({ definitions: [measured] });
  const run = productOf(office);
  await run({ inFlight: 32, kilobytes: 1, ms: sizes.warmUpMs }); // The compiler of V8 takes a quarter of the first seconds.
  for (const kilobytes of sizes.kilobytes) {
    await run({ inFlight: 32, kilobytes, ms: sizes.productMs * 2 });
    const bytes = await sizeOfCases(office.store);
    const raw = new RawStore(office.store, bytes);
    await raw.prepare();
    await raw.run(32, sizes.rawMs);
    figures.push(told(`**in process, ${kilobytes} KB of text**: bytes of a case`, String(bytes)));
    for (const inFlight of sizes.inFlight) {
      const rounds = await takeTurns(
        sizes.rounds,
        () => raw.run(inFlight, sizes.rawMs),
        () => run({ inFlight, kilobytes, ms: sizes.productMs }),
      );
      const name = `${kilobytes} KB, ${inFlight} in flight`;
      figures.push(atLeast(`${name}: ratio to raw`, rounds.ratios, 0.3), atMost(`${name}: CPU a transition`, rounds.cpuMs, 1, ' ms'));
      if (inFlight === 1) figures.push(atMost(`${name}: p50 ÷ raw p50`, rounds.latencyRatios, 2));
      figures.push(told(`${name}: transitions`, rates(rounds)));
    }
  }
  await office.remove();
  return figures;
}

interface Wanted {
  readonly inFlight: number;
  readonly kilobytes: number;
  readonly ms: number;
}

/** Runs the workload for a while; a window is counted in committed transitions of every kind. */
function productOf(office: BenchOffice): (wanted: Wanted) => Promise<Window> {
  let [commits, bytes] = [0, 1024];
  const road = { start: (text: string) => office.start(measured.id, { text }), complete: office.complete };
  const load = new Workload(road, () => randomText(bytes));
  office.ports.work.watch((commit) => {
    commits += 1;
    if (commit.unsettled.steps.at(-1)?.line.type === 'timer.fire') load.fired(commit.caseId, commit.document.revision);
  });
  return async ({ inFlight, kilobytes, ms }) => {
    bytes = kilobytes * 1024;
    load.begin(inFlight);
    await pause(ms / 5);
    load.latenciesMs.length = 0;
    const [before, from, cpu] = [commits, performance.now(), process.cpuUsage()];
    await pause(ms);
    const { user, system } = process.cpuUsage(cpu);
    const done = commits - before;
    const window = {
      perSecond: (done / (performance.now() - from)) * 1000,
      p50Ms: median(load.latenciesMs),
      cpuMs: (user + system) / 1000 / done,
    };
    await load.end();
    await quiet(() => commits);
    return window;
  };
}

/** Until letters are written and the last timers have fired: what follows must not pay for it. */
export async function quiet(commits: () => number): Promise<void> {
  for (let [before, still] = [-1, 0]; still < 6; ) {
    still = commits() === before ? still + 1 : 0;
    before = commits();
    await pause(200);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
