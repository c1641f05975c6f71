import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built server as a newcomer starts it: one process, one new home, and the code that it prints. */
export interface BuiltServer {
  readonly url: string;
  readonly setUpCode: string;
  readonly stop: () => Promise<void>;
}

const program = fileURLToPath(new URL('../../runtime-api/bin/redress.js', import.meta.url));

export async function startBuiltServer(words: readonly string[] = []): Promise<BuiltServer> {
  const home = mkdtempSync(join(tmpdir(), 'redress-journey-'));
  const port = await freePort();
  const { MONGODB_URI: _store, SMTP_URL: _mail, ...env } = process.env;
  const child = spawn(process.execPath, [program, 'start', ...words], {
    env: { ...env, REDRESS_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const setUpCode = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const code = /^\s+([A-Z0-9]{5}(?:-[A-Z0-9]{5}){4})\s*$/m.exec(said)?.[1];
      if (code && said.includes('Stop with')) found(code);
    });
    child.once('exit', (status) => failed(new Error(`the server ended with ${status}: ${said}`)));
  });
  return {
    url: `http://localhost:${port}`,
    setUpCode,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}
