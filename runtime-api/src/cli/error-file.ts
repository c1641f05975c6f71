import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** The rows that stayed out, as a table: line, key, reason. Made when the first one comes; without any there is no file. */
export class ErrorFile {
  readonly path: string;
  #stream: WriteStream | undefined;

  private constructor(path: string) {
    this.path = path;
  }

  /** Beside the table, and what an earlier run left there is gone. */
  static async beside(table: string): Promise<ErrorFile> {
    const file = new ErrorFile(table.replace(/(\.csv)?$/i, '.errors.csv'));
    await rm(file.path, { force: true });
    return file;
  }

  note(line: number, key: string, reason: string): void {
    if (!this.#stream) {
      this.#stream = createWriteStream(this.path, { mode: 0o600 });
      this.#stream.write('line,key,reason\r\n');
    }
    this.#stream.write(`${[String(line), key, reason].map(cell).join(',')}\r\n`);
  }

  /** Its path, if anything was written. */
  async close(): Promise<string | undefined> {
    if (!this.#stream) return undefined;
    this.#stream.end();
    await finished(this.#stream);
    return this.path;
  }
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
