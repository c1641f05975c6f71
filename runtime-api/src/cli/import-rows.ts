import type { RowAnswer, RowsToEnter } from '../import/enter-rows.ts';
import type { ImportMap } from '../import/import-map.ts';
import type { ImportSetting } from '../import/import-setting.ts';
import { type ImportRow, type RowProblem, readRow } from '../import/read-row.ts';
import type { Ask } from './owner-commands.ts';
import type { Table } from './read-table.ts';

export interface Counted {
  rows: number;
  entered: number;
  known: number;
  refused: number;
  /** Of rows that would begin now: letters that go at once, and deadlines that are past already. */
  letters: number;
  overdue: number;
}
export interface Passing {
  readonly table: Table;
  readonly map: ImportMap;
  readonly setting: ImportSetting;
  readonly mode: RowsToEnter['mode'];
  readonly dryRun: boolean;
  readonly ask: Ask;
  /** How far into the file, in bytes. */
  readonly progress: (bytes: number) => void;
  readonly refused: (line: number, key: string, problem: RowProblem) => void;
}

/** Rows that travel together, by number and by size: a message to the owner of the store has an end. */
const batchRowsMax = 200;
const batchTextMax = 1_000_000;

/** Reads a table once, from its first row to its last, and enters its rows or asks what would become of them. Only one batch is in memory. */
export async function passRows(passing: Passing): Promise<Counted> {
  const { table, map, setting } = passing;
  const counted: Counted = { rows: 0, entered: 0, known: 0, refused: 0, letters: 0, overdue: 0 };
  const firstLines = new Map<string, number>();
  const reading = { map, timeZone: setting.timeZone, schemas: setting.schemas };
  let [batch, size]: [ImportRow[], number] = [[], 0];
  const refuseRow = (line: number, key: string, problem: RowProblem): void => {
    counted.refused += 1;
    passing.refused(line, key, problem);
  };
  const send = async (): Promise<void> => {
    if (batch.length > 0) await sendBatch(batch, { passing, counted, refuseRow });
    [batch, size] = [[], 0];
  };
  for await (const record of table.lines) {
    counted.rows += 1;
    passing.progress(record.bytes);
    if ('unreadable' in record) {
      refuseRow(record.line, '', { code: 'not-csv', facts: { problem: record.unreadable } });
      continue;
    }
    const row = readRow(record.cells, record.line, reading);
    const firstLine = row.ok ? firstLines.get(row.value.key) : undefined;
    if (!row.ok) refuseRow(record.line, record.cells[map.key] ?? '', row.refusal);
    else if (firstLine !== undefined) refuseRow(record.line, row.value.key, { code: 'key-twice', facts: { firstLine } });
    else {
      firstLines.set(row.value.key, record.line);
      batch.push(row.value);
      size += JSON.stringify(row.value).length;
      if (batch.length >= batchRowsMax || size >= batchTextMax) await send();
    }
  }
  await send();
  return counted;
}

async function sendBatch(
  rows: readonly ImportRow[],
  about: {
    readonly passing: Passing;
    readonly counted: Counted;
    readonly refuseRow: (line: number, key: string, problem: RowProblem) => void;
  },
): Promise<void> {
  const { passing, counted, refuseRow } = about;
  const { organisation, process, version } = passing.setting;
  const { mode, dryRun } = passing;
  const answers: readonly RowAnswer[] = await passing.ask({ command: 'import-rows', organisation, process, version, mode, dryRun, rows });
  const keys = new Map(rows.map(({ line, key }) => [line, key]));
  for (const answer of answers) {
    if (answer.became === 'refused') refuseRow(answer.line, keys.get(answer.line) ?? '', answer.problem);
    else counted[answer.became] += 1;
    if (answer.became !== 'entered') continue;
    counted.letters += answer.letters ?? 0;
    counted.overdue += answer.overdue ?? 0;
  }
}
