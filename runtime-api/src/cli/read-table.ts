import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import type { TableRow } from '../import/read-row.ts';
import { readHeading } from './read-heading.ts';

/** One record of a table, or why it is none. `bytes`: how far into the file it ends. */
export type TableLine = { readonly line: number; readonly bytes: number } & (
  | { readonly cells: TableRow }
  | { readonly unreadable: string }
);

export interface Table {
  readonly bytes: number;
  readonly columns: readonly string[];
  readonly lines: AsyncIterable<TableLine>;
}

/** A record with more than this is a quote that was never closed. */
const recordBytesMax = 4 * 1024 * 1024;

/**
 * Opens a CSV file (UTF-8, heading in its first line; commas, semicolons or tabs between cells) as a stream: no more than a few records are in memory.
 * Throws what opening the file throws, and what is wrong with the whole of it.
 */
export async function openTable(file: string): Promise<Table> {
  const { size } = await stat(file);
  const { delimiter } = await readHeading(file);
  let columns: readonly string[] = [];
  const records = createReadStream(file).pipe(
    parse({
      bom: true,
      columns: (heading: string[]) => {
        columns = heading.map((name) => name.trim());
        return [...columns];
      },
      delimiter,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      relax_column_count: true,
      max_record_size: recordBytesMax,
    }),
  );
  const broken: Broken[] = [];
  records.on('skip', (error: CsvError) => {
    if (error.code === 'CSV_MAX_RECORD_SIZE') return void records.destroy(error);
    broken.push({ line: Number(error.lines), bytes: Number(error.bytes), unreadable: error.message });
  });
  const reading = linesOf(records, broken)[Symbol.asyncIterator]();
  const first = await reading.next(); // The heading is known once the first record is.
  return {
    bytes: size,
    columns,
    lines: (async function* () {
      for (let next = first; next.done !== true; next = await reading.next()) yield next.value;
    })(),
  };
}

interface Parsed {
  readonly record: TableRow;
  readonly info: {
    readonly lines: number;
    readonly empty_lines: number;
    readonly bytes: number;
    readonly error?: CsvError;
    readonly columns: readonly object[];
  };
}
type Broken = Extract<TableLine, { readonly unreadable: string }>;

/** A line is named by where its record begins; a broken one by where it breaks. The others are read all the same. */
async function* linesOf(records: AsyncIterable<Parsed>, broken: Broken[]): AsyncGenerator<TableLine> {
  let next = 2;
  let [bytes, empty] = [0, 0];
  try {
    for await (const { record, info } of records) {
      yield* broken.splice(0);
      const line = next + info.empty_lines - empty;
      [next, empty] = [info.lines + 1, info.empty_lines];
      bytes = info.bytes;
      yield info.error ? { line, bytes, unreadable: info.error.message } : { line, bytes, cells: record };
    }
    yield* broken.splice(0);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line: next, bytes, unreadable: error.message }; // The rest of the file cannot be told apart.
  }
}
