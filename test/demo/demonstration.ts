import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Definition } from '@redress/engine';
import { findStuck, type Stuck } from '../../runtime-api/src/cli/find-stuck.ts';
import { openTable, type TableLine } from '../../runtime-api/src/cli/read-table.ts';
import { type ImportMap, parseImportMap } from '../../runtime-api/src/import/import-map.ts';
import { readRow } from '../../runtime-api/src/import/read-row.ts';
import type { ChainFault } from '../../runtime-api/src/store/chain-faults.ts';
import { verifyAll } from '../../runtime-api/src/store/verify-chain.ts';
import { collectionHashes } from '../tools/collection-hashes.ts';
import { readProcess } from '../tools/pretend-case.ts';
import { root } from '../tools/source-files.ts';
import { officeZone, openDemoOffice } from './demo-office.ts';
import { foretell } from './foretell.ts';
import { Habits } from './habits.ts';
import { type Arrival, OfficeRun } from './run-office.ts';
import { differences, type Story } from './story.ts';
import { toldByServer } from './told-by-server.ts';

/** Rows are entered when the office opens, on the day on which they were received. */
const opensAfterMs = 9 * 3_600_000;

export interface Wish {
  readonly seed: number;
  /** Which rows of the sample, by their place. */
  readonly takes: (index: number) => boolean;
  readonly tell: (what: string) => void;
}
export interface Shown {
  readonly rows: number;
  readonly stories: readonly Story[];
  /** Rows whose story is not the one that was foretold, line by line; none is right. */
  readonly differences: readonly string[];
  readonly commits: number;
  readonly requests: number;
  readonly moments: number;
  readonly seconds: number;
  /** Letters that reached the mail server, and those of them that came more than once. */
  readonly mailed: number;
  readonly mailedTwice: number;
  readonly faults: readonly ChainFault[];
  readonly stuck: readonly Stuck[];
  /** Collections that a second import changed, and what it said. */
  readonly changedBySecondImport: readonly string[];
  readonly secondImport: { readonly entered: number; readonly known: number };
  readonly openTasks: number;
  readonly warnings: readonly string[];
}

export const demoProcesses: readonly Definition[] = ['complaint', 'escalation', 'external-dispute'].map(readProcess);

/** Real complaints go through the whole office; what happens must be what the engine alone foretells. */
export async function demonstrate({ seed, takes, tell }: Wish): Promise<Shown> {
  const { arrivals, map } = await arrivalsOf(takes);
  const first = arrivals.map(({ enteredAt }) => enteredAt).sort()[0] ?? '';
  const habits = new Habits(seed, demoProcesses);
  const office = await openDemoOffice(first);
  try {
    const run = new OfficeRun(office, habits);
    const { store, office: inside } = office.server.running;
    tell(`seed ${seed}: ${arrivals.length} complaints, received ${first.slice(0, 10)} to ${arrivals.at(-1)?.enteredAt.slice(0, 10)}`);
    const begunMs = performance.now();
    await run.run(arrivals, map, progressEvery(tell, arrivals.length));
    const seconds = (performance.now() - begunMs) / 1000;

    tell('comparing with what the engine alone foretells');
    const about = { store, organisation: office.organisation, chronicle: run.chronicle };
    const stories = await inTurn([...run.families.values()], (family) => toldByServer(family, about));
    const foretelling = { definitions: demoProcesses, calendars: office.calendars, habits };
    const foretold = new Map(arrivals.map(({ row, enteredAt }) => [row.key, foretell(row, enteredAt, foretelling)]));
    const wrong = stories.flatMap((story) => differences(foretold.get(story.key) ?? { key: story.key, cases: [], refused: 0 }, story));

    tell('verifying, and importing the whole table once more');
    const faults: ChainFault[] = [];
    await verifyAll(store, (fault) => faults.push(fault));
    const stuck = await findStuck(inside.desk);
    const before = await collectionHashes(inside.desk);
    const again = await run.enter(
      arrivals.map(({ line }) => line),
      map,
    );
    const after = await collectionHashes(inside.desk);
    const arrived = [...office.mail.arrived.values()];
    return {
      rows: arrivals.length,
      stories,
      differences: wrong,
      commits: run.chronicle.commits,
      requests: run.requests,
      moments: run.moments,
      seconds,
      mailed: arrived.length,
      mailedTwice: arrived.filter((times) => times > 1).length,
      faults,
      stuck,
      changedBySecondImport: Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]),
      secondImport: { entered: again.entered, known: again.known },
      openTasks: await store.tasks.countDocuments({ organisation: office.organisation, state: 'open' }),
      warnings: office.server.logged
        .filter(({ level }) => level !== 'info')
        .map(({ message, facts }) => `${message} ${JSON.stringify(facts)}`),
    };
  } finally {
    await office.close();
  }
}

async function arrivalsOf(takes: Wish['takes']): Promise<{ readonly arrivals: readonly Arrival[]; readonly map: ImportMap }> {
  const map = parseImportMap(JSON.parse(await readFile(join(root, 'test/data/cfpb-map.json'), 'utf8')));
  if (!map.ok) throw new Error(JSON.stringify(map.refusal));
  const [complaint] = demoProcesses;
  const schemas = Object.fromEntries(Object.entries(complaint?.data ?? {}).map(([field, { schema }]) => [field, schema]));
  const { lines } = await openTable(join(root, 'test/data/cfpb-sample.csv'));
  const arrivals: Arrival[] = [];
  let index = 0;
  for await (const line of lines) if (takes(index++)) arrivals.push(arrivalOf(line, { map: map.value, timeZone: officeZone, schemas }));
  return { arrivals: arrivals.sort((one, other) => one.enteredAt.localeCompare(other.enteredAt)), map: map.value };
}

function arrivalOf(line: TableLine, reading: Parameters<typeof readRow>[2]): Arrival {
  const row = 'cells' in line ? readRow(line.cells, line.line, reading) : undefined;
  if (!row?.ok) throw new Error(`Line ${line.line} cannot be read: ${JSON.stringify(row?.refusal ?? line)}`);
  return { line, row: row.value, enteredAt: new Date(Date.parse(row.value.receivedAt) + opensAfterMs).toISOString() };
}

function progressEvery(tell: Wish['tell'], rows: number): (ended: number) => void {
  const stepMs = 15_000;
  let nextMs = performance.now() + stepMs;
  return (ended) => {
    if (performance.now() < nextMs) return;
    nextMs += stepMs;
    tell(`${ended} cases have ended, of ${rows} complaints and what they lead to`);
  };
}

async function inTurn<From, To>(list: readonly From[], work: (one: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
