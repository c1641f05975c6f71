import { openBenchOffice } from './bench-office.ts';
import { atLeast, type Figure, told } from './figures.ts';
import { pause, quiet } from './in-process.ts';
import { harmless, measured, poisoned } from './procedure.ts';
import { randomText } from './raw.ts';
import type { Sizes } from './sizes.ts';
import { Workload } from './workload.ts';

const inFlight = 8;
/** Cases of each kind whose deadline fails in every window: far more than an organisation will ever see in two seconds. */
const poisonedCases = 10;
const windowMs = 2_000;

/** Transitions of other cases a second while deadlines of some cases cannot be decided or go round for ever, between two windows in which they end theirs: within 5 % (T8). */
export async function poisonBeside(sizes: Sizes): Promise<readonly Figure[]> {
  const office = await openBenchOffice({ definitions: [measured, harmless, ...poisoned], logged: false });
  const load = new Workload({ start: (text) => office.start(measured.id, { text }), complete: office.complete }, () => randomText(1024));
  let [commits, incidents] = [0, 0];
  office.ports.work.watch(({ caseId, document, unsettled }) => {
    if (document.definition.id !== measured.id) {
      if (document.incidents.length > 0) incidents += 1;
      return;
    }
    commits += 1;
    if (unsettled.steps.at(-1)?.line.type === 'timer.fire') load.fired(caseId, document.revision);
  });
  const perSecond = async (ids: readonly string[]): Promise<number> => {
    // A deadline comes after one second.
    await Promise.all(ids.map((id) => office.start(id, { text: 'x' })));
    const [before, from] = [commits, performance.now()];
    await pause(windowMs);
    return ((commits - before) / (performance.now() - from)) * 1_000;
  };
  const failing = poisoned.flatMap(({ id }) => Array.from({ length: poisonedCases }, () => id));
  const ending = failing.map(() => harmless.id);

  load.begin(inFlight);
  await pause(sizes.warmUpMs);
  const ratios: number[] = [];
  for (let round = 0; round < sizes.rounds; round++) {
    const before = await perSecond(ending);
    const beside = await perSecond(failing);
    ratios.push((2 * beside) / (before + (await perSecond(ending))));
  }
  await load.end();
  await quiet(() => commits + incidents);
  await office.remove();
  const wanted = sizes.rounds * failing.length;
  return [
    atLeast('poisoned deadlines: transitions of other cases ÷ without them', ratios, 0.95),
    { ...told('poisoned deadlines: incidents', `${incidents} of ${wanted}`), target: `${wanted}`, met: incidents === wanted },
  ];
}
