import { openBenchOffice } from './bench-office.ts';
import { atMost, type Figure, quantile, told } from './figures.ts';
import { pause } from './in-process.ts';
import { measured, ticking } from './procedure.ts';
import { randomText } from './raw.ts';
import type { Sizes } from './sizes.ts';
import { Workload } from './workload.ts';

/** How late timers are, from the moment they were due until what they did is committed and copied; and that none is early. */
export async function timers(sizes: Sizes): Promise<readonly Figure[]> {
  const busy = await whileBusy(sizes);
  const half = await atHalfRate(sizes, busy.perSecond / 2);
  return [...busy.figures, ...half];
}

const inFlight = 32;

async function whileBusy(sizes: Sizes): Promise<{ readonly figures: readonly Figure[]; readonly perSecond: number }> {
  const lateMs: number[] = [];
  const office = await openBenchOffice({ definitions: [measured], fired: (late) => void lateMs.push(late) });
  const early = watchEarly(office.ports.work);
  const load = new Workload({ start: (text) => office.start(measured.id, { text }), complete: office.complete }, () => randomText(1024));
  let commits = 0;
  office.ports.work.watch((commit) => {
    commits += 1;
    if (commit.unsettled.steps.at(-1)?.line.type === 'timer.fire') load.fired(commit.caseId, commit.document.revision);
  });
  load.begin(inFlight);
  await pause(sizes.warmUpMs);
  const [before, from] = [commits, performance.now()];
  lateMs.length = 0;
  await pause(sizes.timersMs);
  const perSecond = ((commits - before) / (performance.now() - from)) * 1000;
  const figures = lateness(`timers, ${inFlight} in flight (${Math.round(perSecond)} transitions/s)`, lateMs, 40);
  await load.end();
  await office.remove();
  return { figures: [...figures, early()], perSecond };
}

/** Nothing but timers: cases that tick once a second, begun evenly over that second. */
async function atHalfRate(sizes: Sizes, perSecond: number): Promise<readonly Figure[]> {
  const lateMs: number[] = [];
  const office = await openBenchOffice({ definitions: [ticking], fired: (late) => void lateMs.push(late) });
  const early = watchEarly(office.ports.work);
  const cases = Math.max(1, Math.round(perSecond));
  for (let n = 0; n < cases; n += 1) {
    const [, begun] = [await pause(1_000 / cases / 2), office.start(ticking.id, { text: randomText(1024) })];
    await begun;
  }
  await pause(sizes.warmUpMs);
  lateMs.length = 0;
  await pause(sizes.timersMs);
  const fired = lateMs.length / (sizes.timersMs / 1000);
  const figures = lateness(`timers, ${Math.round(fired)} a second (${cases} cases ticking)`, lateMs, 250);
  await office.remove();
  return [...figures, early()];
}

function lateness(name: string, lateMs: readonly number[], most: number): readonly Figure[] {
  const figure = atMost(`${name}: late p99`, [quantile(lateMs, 0.99)], most, ' ms');
  return [
    told(`${name}: late p50`, `${quantile(lateMs, 0.5)} ms of ${lateMs.length} timers`),
    { ...figure, measured: `${quantile(lateMs, 0.99)} ms` },
  ];
}

/** The event's time against the due time that the commit before had: a timer that comes early is a defect, not a figure. */
function watchEarly(work: Awaited<ReturnType<typeof openBenchOffice>>['ports']['work']): () => Figure {
  const due = new Map<string, string>();
  let [fired, early] = [0, 0];
  work.watch((commit) => {
    const line = commit.unsettled.steps.at(-1)?.line;
    const at = due.get(commit.caseId);
    if (line?.type === 'timer.fire' && at !== undefined) {
      fired += 1;
      if (line.at < at) early += 1;
    }
    if (commit.document.nextDueAt === undefined) due.delete(commit.caseId);
    else due.set(commit.caseId, commit.document.nextDueAt);
  });
  return () => ({ name: 'timers that came early', target: '0', measured: `${early} of ${fired}`, met: early === 0 && fired > 0 });
}
