import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from './cli/command-line.ts';
import { endQuietly } from './cli/end-quietly.ts';
import { settingsFrom } from './cli/settings.ts';

/** Runs the command line. The only reader of the environment: whatever else needs a setting is handed it. */
export async function main(words: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) endQuietly(stream);
  const settings = settingsFrom(process.env, {
    workingFolder: process.cwd(),
    windowFolder: resolve(fileURLToPath(import.meta.url), '../../../designer/dist/window'),
  });
  process.exitCode = await commandLine(settings, words);
}
