import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Another process of the product, run from source; its lines arrive as they are written. */
export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly lines: string[];
  /** Resolves with the first line that has the word, throws when the process ends without it. */
  said(word: string): Promise<string>;
  readonly ended: Promise<number | null>;
}

export function startChild(script: string, words: readonly string[], around: readonly string[] = []): Child {
  const program = fileURLToPath(new URL(script, import.meta.url));
  const node = [process.execPath, '--import', 'tsx', '--conditions=@redress/source', program, ...words];
  const [command = process.execPath, ...rest] = [...around, ...node];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting: { word: string; resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let pending = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  child.stdout.on('data', (chunk) => {
    const parts = (pending + String(chunk)).split('\n');
    pending = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      for (const wait of waiting) if (line.includes(wait.word)) wait.resolve(line);
    }
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  ended.then((code) => {
    for (const wait of waiting) wait.reject(new Error(`The process ended with ${code} before it said ${wait.word}: ${errors}`));
  });
  return {
    process: child,
    pid: child.pid ?? 0,
    lines,
    ended,
    said: (word) =>
      new Promise((resolve, reject) => {
        const line = lines.find((one) => one.includes(word));
        if (line !== undefined) resolve(line);
        else waiting.push({ word, resolve, reject });
      }),
  };
}
