import { type Refusal as EngineRefusal, importCase as importFields, type JsonObject, Rehearsing } from '@redress/engine';
import type { CaseStart } from '../case-event.ts';
import { schemaTool } from '../definitions/schema-tool.ts';
import { keyedCaseId, startHash } from '../event-id.ts';
import type { Ports, Runnable } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { sideBySide } from '../side-by-side.ts';
import { importCase, start } from '../start.ts';
import type { ImportRow, RowProblem } from './read-row.ts';

export interface RowsToEnter {
  readonly organisation: string;
  readonly process: string;
  readonly version: number;
  /** `history`: cases of the past, searchable and nothing else. `live`: the procedure begins, with its letters and deadlines. */
  readonly mode: 'history' | 'live';
  /** Only tells what would happen. */
  readonly dryRun: boolean;
  readonly rows: readonly ImportRow[];
}

/** What became of a row, or would. `known`: it was entered before, and nothing changes. */
export type RowAnswer =
  | { readonly line: number; readonly became: 'entered'; readonly letters?: number; readonly overdue?: number }
  | { readonly line: number; readonly became: 'known' }
  | { readonly line: number; readonly became: 'refused'; readonly problem: RowProblem };

/** Cases entered side by side: the store then commits them together. */
const atOnceMax = 16;

/** Rows become cases by the one road that cases travel; the key of a row is the identity of its case. */
export async function enterRows(rows: RowsToEnter, ports: Ports): Promise<readonly RowAnswer[]> {
  const runnable = await runnableOf(rows, ports);
  const answers: RowAnswer[] = [];
  await sideBySide(rows.rows, atOnceMax, async (row) => {
    const starting = startOf(row, rows);
    answers.push(rows.dryRun ? await foresee(row, starting, { rows, runnable, ports }) : await enter(row, starting, rows.mode, ports));
  });
  return answers.sort((one, other) => one.line - other.line);
}

async function runnableOf({ organisation, process, version }: RowsToEnter, ports: Ports): Promise<Runnable> {
  const reference = await ports.definitions.current(organisation, process, version);
  const runnable = reference && (await ports.definitions.of(organisation, reference));
  if (!runnable?.ok) throw new Error(`Procedure ${process} ${version} cannot be had any more`);
  return runnable.value;
}

/** The same row always gives the same case, the same event and the same hash: entered again, it is recognised. */
function startOf(row: ImportRow, { organisation, process, version }: RowsToEnter): CaseStart {
  const id = `import:${process}:${row.key}`;
  const body = {
    definition: { id: process, version },
    channel: row.channel,
    receivedAt: row.receivedAt,
    input: row.values,
    businessKey: row.key,
  };
  const caseId = keyedCaseId(organisation, id);
  return { organisation, caseId, id, by: { service: 'import', roles: [] }, ...body, bodyHash: startHash(body) };
}

async function enter(row: ImportRow, starting: CaseStart, mode: RowsToEnter['mode'], ports: Ports): Promise<RowAnswer> {
  const answer = await (mode === 'live' ? start(starting, ports) : importCase(starting, ports));
  if (answer.ok) return { line: row.line, became: answer.value.seen ? 'known' : 'entered' };
  return { line: row.line, became: 'refused', problem: problemOf(answer.refusal) };
}

const refused = (row: ImportRow, problem: RowProblem): RowAnswer => ({ line: row.line, became: 'refused', problem });

/** What entering the row would do, without writing: by the engine alone. */
async function foresee(
  row: ImportRow,
  starting: CaseStart,
  { rows, runnable, ports }: { readonly rows: RowsToEnter; readonly runnable: Runnable; readonly ports: Ports },
): Promise<RowAnswer> {
  const loaded = await ports.cases.load(starting, false);
  if (loaded.ok) {
    const before = await ports.journal.answerTo({ ...starting, type: 'case.begin' }, loaded.value);
    return before?.ok ? { line: row.line, became: 'known' } : refused(row, { code: 'key-reused', facts: {} });
  }
  const at = new Date(ports.clock.now()).toISOString();
  if (row.receivedAt > at) return refused(row, { code: 'received-in-future', facts: { receivedAt: row.receivedAt } });
  const { caseId, channel, receivedAt, input, id, by } = starting;
  if (rows.mode === 'history') {
    const event = { id, type: 'case.begin', at, ...(by && { by }) };
    const step = importFields(runnable.compiled, { caseId, channel, receivedAt, input, event, calendars: runnable.calendars });
    return step.ok ? { line: row.line, became: 'entered' } : refused(row, problemOf(step.refusal));
  }
  const rehearsal = new Rehearsing(
    { definitions: [runnable.definition], calendars: runnable.calendars, tools: { schemas } },
    { process: rows.process, at, receivedAt, channel, people: {}, input },
  ).result();
  const [notBegun] = rehearsal.problems.filter(({ code }) => code === 'case-not-begun');
  if (notBegun) return refused(row, notBegun.refusal ? problemOf(notBegun.refusal) : { code: notBegun.code, facts: {} });
  return {
    line: row.line,
    became: 'entered',
    letters: rehearsal.letters.length,
    overdue: rehearsal.deadlines.filter(({ end }) => end === 'fired').length,
  };
}

/** Making validators is slow: one tool, so that a procedure is compiled once for all its rows. */
const schemas = schemaTool();

function problemOf(refusal: Refusal | EngineRefusal): RowProblem {
  const { code, ...facts } = refusal;
  return { code, facts: JSON.parse(JSON.stringify(facts)) as JsonObject };
}
