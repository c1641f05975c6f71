import { readFile } from 'node:fs/promises';
import { ok, type Result, refuse } from '@redress/engine';
import { plain } from './plain.ts';
import { exitCodes, type Said } from './said.ts';

/** Some editors begin every file with it. */
const byteOrderMark = /^\uFEFF/;

/** A file of JSON, or what to tell about it. */
export async function readJsonFile(file: string): Promise<Result<unknown, Said>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return refuse({
      code: exitCodes.noInput,
      lines: [`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`],
      facts: { file, problem: 'unreadable' },
    });
  }
  try {
    const value: unknown = JSON.parse(text.replace(byteOrderMark, ''));
    return ok(value);
  } catch (error) {
    return refuse({
      code: exitCodes.found,
      lines: [plain(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)],
      facts: { file, problem: 'not-json' },
    });
  }
}
