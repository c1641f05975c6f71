import { ok } from '@redress/engine';
import { commandLine } from '../../../runtime-api/src/cli/command-line.ts';
import type { Settings } from '../../../runtime-api/src/cli/settings.ts';
import { wireDatabase } from '../../wire-database.ts';
import type { TestServer } from '../http/running-server.ts';

export interface Told {
  readonly code: number;
  /** What a person reads. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads JSON as a program would.
  readonly json: any;
}

/** A folder, or the server in it with its clock. */
type Place = string | Pick<TestServer, 'home' | 'clock'>;

/** Settings as the environment of that folder gives them; beside a server with a pretend clock, that clock. */
export function settingsOf(place: Place): Settings {
  const home = typeof place === 'string' ? place : place.home;
  const mongoUri = wireDatabase(home);
  return {
    port: 0,
    host: '127.0.0.1',
    home,
    windowFolder: home,
    ...(mongoUri === undefined ? {} : { mongoUri }),
    ...(typeof place === 'string' ? {} : { clock: place.clock }),
  };
}

/** Runs `redress …words` in this process and listens to what it prints. */
export const redress = (place: Place, ...words: readonly string[]): Promise<Told> => redressWith(ok(settingsOf(place)), words);

export async function redressWith(settings: Parameters<typeof commandLine>[0], words: readonly string[]): Promise<Told> {
  const printed: string[] = [];
  const [log, error, out, err] = [console.log, console.error, process.stdout.write, process.stderr.write];
  const write = (text: string | Uint8Array): boolean => printed.push(String(text).trimEnd()) > 0;
  console.log = (text: string) => void printed.push(text);
  console.error = (text: string) => void printed.push(text);
  process.stdout.write = write;
  process.stderr.write = write;
  try {
    const code = await commandLine(settings, ['node', 'redress', ...words]);
    const text = printed.join('\n');
    return { code, text, json: words.includes('--json') ? JSON.parse(text) : undefined };
  } finally {
    console.log = log;
    console.error = error;
    process.stdout.write = out;
    process.stderr.write = err;
  }
}
