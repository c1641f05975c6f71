import { createInterface } from 'node:readline/promises';
import { ok, type Result, refuse } from '@redress/engine';
import { SingleBar } from 'cli-progress';
import { type ImportMap, mapAgainst, parseImportMap } from '../import/import-map.ts';
import type { ImportSetting } from '../import/import-setting.ts';
import { withStore } from './ask-store.ts';
import { ErrorFile } from './error-file.ts';
import { type Counted, passRows } from './import-rows.ts';
import { mapProblemLine, rowProblemText, settingLines } from './import-words.ts';
import type { Ask } from './owner-commands.ts';
import { readJsonFile } from './read-json-file.ts';
import { openTable, type Table } from './read-table.ts';
import { exitCodes, type Said } from './said.ts';
import type { Settings } from './settings.ts';

export interface ImportWish {
  readonly file: string;
  readonly process: string;
  readonly mapFile: string;
  readonly mode: 'history' | 'live';
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly organisation?: string;
}
/** The person before the terminal, if there is one. */
export interface Terminal {
  readonly ask?: (question: string) => Promise<string>;
  readonly progress: boolean;
}

/** `import`: rows become cases, each once. Code 1 if a row stayed out; the file beside the table says which and why. */
export async function importTable(settings: Settings, wish: ImportWish, terminal: Terminal): Promise<Said> {
  const json = await readJsonFile(wish.mapFile);
  if (!json.ok) return json.refusal;
  const map = parseImportMap(json.value);
  if (!map.ok)
    return {
      code: exitCodes.found,
      lines: map.refusal.map((problem) => mapProblemLine(wish.mapFile, problem)),
      facts: { file: wish.mapFile, problems: map.refusal },
    };
  const table = await tableOf(wish.file);
  if (!table.ok) return table.refusal;
  return withStore(settings, (ask) => importWith(ask, { wish, map: map.value, table: table.value, terminal }));
}

interface Importing {
  readonly wish: ImportWish;
  readonly map: ImportMap;
  readonly table: Table;
  readonly terminal: Terminal;
}

async function importWith(ask: Ask, importing: Importing): Promise<Said> {
  const { wish, map, table, terminal } = importing;
  const { process, organisation } = wish;
  const setting = await ask({ command: 'import-setting', process, ...(organisation === undefined ? {} : { organisation }) });
  if (!setting.ok) return { code: exitCodes.found, lines: settingLines(setting.refusal, process), facts: setting.refusal };
  const known = { columns: table.columns, fields: Object.keys(setting.value.schemas), process };
  const problems = mapAgainst(map, known);
  if (problems.length > 0)
    return {
      code: exitCodes.found,
      lines: problems.map((problem) => mapProblemLine(wish.mapFile, problem)),
      facts: { file: wish.mapFile, problems },
    };
  const foreseen = wish.dryRun || wish.mode === 'live' ? await pass(ask, importing, setting.value, { table, dryRun: true }) : undefined;
  if (wish.dryRun && foreseen) return counts(wish, foreseen);
  if (foreseen) {
    const agreed = await agreement(foreseen.counted, wish, terminal);
    if (agreed) return agreed;
  }
  const again = foreseen ? await tableOf(wish.file) : ok(table);
  if (!again.ok) return again.refusal;
  const entered = await pass(ask, importing, setting.value, { table: again.value, dryRun: false });
  return counts(wish, foreseen ? { ...entered, counted: { ...entered.counted, ...bill(foreseen.counted) } } : entered);
}

const bill = ({ letters, overdue }: Counted) => ({ letters, overdue });

interface Passed {
  readonly counted: Counted;
  readonly errors?: string;
}

async function pass(
  ask: Ask,
  { wish, map, terminal }: Importing,
  setting: ImportSetting,
  { table, dryRun }: { readonly table: Table; readonly dryRun: boolean },
): Promise<Passed> {
  const errors = await ErrorFile.beside(wish.file);
  const bar = terminal.progress
    ? new SingleBar({ format: ` ${dryRun ? 'reading' : 'entering'} {bar} {percentage}% · {eta_formatted}`, hideCursor: true })
    : undefined;
  bar?.start(table.bytes, 0);
  try {
    const counted = await passRows({
      table,
      map,
      setting,
      mode: wish.mode,
      dryRun,
      ask,
      progress: (bytes) => bar?.update(bytes),
      refused: (line, key, problem) => errors.note(line, key, rowProblemText(problem)),
    });
    bar?.update(table.bytes);
    const path = await errors.close();
    return { counted, ...(path === undefined ? {} : { errors: path }) };
  } finally {
    bar?.stop();
  }
}

/** Nothing if it may go on. Letters cannot be called back: whoever begins live cases has read how many go out. */
async function agreement({ entered, letters, overdue }: Counted, wish: ImportWish, terminal: Terminal): Promise<Said | undefined> {
  if (entered === 0 || wish.yes) return undefined;
  const told = `${number(entered)} cases would begin in "${wish.process}": ${number(letters)} letters would go at once, and ${number(overdue)} deadlines are past already.`;
  const facts = { problem: 'not-agreed', cases: entered, letters, overdue };
  if (!terminal.ask) return { code: exitCodes.wrongUse, lines: [told, 'Nothing was entered. Add --yes to begin them.'], facts };
  const answer = await terminal.ask(`${told}\nBegin them? Type yes: `);
  if (answer.trim().toLowerCase() === 'yes') return undefined;
  return { code: exitCodes.wrongUse, lines: ['Nothing was entered.'], facts };
}

function counts(wish: ImportWish, { counted, errors }: Passed): Said {
  const { rows, entered, known, refused, letters, overdue } = counted;
  const live = wish.mode === 'live' ? { letters, overdue } : {};
  return {
    code: refused === 0 ? exitCodes.done : exitCodes.found,
    lines: [
      `${number(rows)} rows: ${number(entered)} ${wish.dryRun ? 'would be entered' : 'entered'}, ${number(known)} already there, ${number(refused)} refused.`,
      ...(wish.mode === 'live' && entered > 0
        ? [`${number(letters)} letters ${wish.dryRun ? 'would go' : 'go'} at once, ${number(overdue)} deadlines are past already.`]
        : []),
      ...(errors === undefined ? [] : [`Which rows and why: ${errors}`]),
    ],
    facts: {
      rows,
      entered,
      known,
      refused,
      ...live,
      dryRun: wish.dryRun,
      mode: wish.mode,
      ...(errors === undefined ? {} : { errorFile: errors }),
    },
  };
}

const number = (count: number): string => count.toLocaleString('en');

async function tableOf(file: string): Promise<Result<Table, Said>> {
  try {
    return ok(await openTable(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse({ code: exitCodes.noInput, lines: [`Cannot read ${file}: ${why}`], facts: { file, problem: 'unreadable' } });
  }
}

/** A progress bar and a question only where somebody sits: both ends are a terminal, and no program reads the answer. */
export const terminalOf = (json: boolean): Terminal => ({
  progress: process.stderr.isTTY === true && !json,
  ...(process.stdin.isTTY === true && process.stderr.isTTY === true && !json ? { ask: question } : {}),
});

async function question(text: string): Promise<string> {
  const reading = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await reading.question(text);
  } finally {
    reading.close();
  }
}
