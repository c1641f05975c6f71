import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Koa from 'koa';
import helmet from 'koa-helmet';
import { pagePolicy } from './page-policy.ts';
import { windowFiles } from './window-files.ts';

let folder: string;
let server: Server;
let at: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-window-'));
  await mkdir(join(folder, 'assets'));
  const names = [
    'index.html',
    'assets/index-Ab_1-c.js',
    'assets/findings-worker-Ab_1-c.js',
    'assets/trial-worker-B2.js',
    'assets/my-findings-worker-x.js.map',
  ];
  for (const name of names) await writeFile(join(folder, name), name);
  server = createServer(
    new Koa()
      .use(helmet(pagePolicy({ secure: false })))
      .use(windowFiles(folder))
      .callback(),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

const policyOf = async (path: string): Promise<string> => (await fetch(`${at}${path}`)).headers.get('Content-Security-Policy') ?? '';

test('only the workers that look at drafts and try them out may make code, and they reach nobody', async () => {
  for (const path of ['/assets/findings-worker-Ab_1-c.js', '/assets/trial-worker-B2.js'])
    expect(await policyOf(path)).toBe("default-src 'none'; script-src 'self' 'unsafe-eval'");
  for (const path of ['/', '/cases/7', '/assets/index-Ab_1-c.js', '/assets/my-findings-worker-x.js.map'])
    expect(await policyOf(path)).not.toContain('unsafe-eval');
});

test('a deep link leads to the page, a file that is not there does not', async () => {
  expect(await (await fetch(`${at}/cases/7`)).text()).toBe('index.html');
  expect((await fetch(`${at}/assets/gone.js`)).status).toBe(404);
  expect((await fetch(`${at}/assets/index-Ab_1-c.js`)).headers.get('Cache-Control')).toContain('immutable');
  expect((await fetch(`${at}/`)).headers.get('Cache-Control')).toBe('no-cache');
});
