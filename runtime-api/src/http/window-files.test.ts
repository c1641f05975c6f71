import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Koa from 'koa';
import { windowFiles } from './window-files.ts';

test('deep links lead to the page; what is no path or leads out of the folder is not there, and nothing failed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-window-'));
  writeFileSync(join(folder, 'index.html'), '<title>Redress</title>');
  const app = new Koa();
  const failed: unknown[] = [];
  app.on('error', (error) => failed.push(error));
  app.use(windowFiles(folder));
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    // By hand: a browser, and `fetch`, tidy an address before they ask.
    const statusOf = (path: string) =>
      new Promise((told, broke) => {
        request({ port, host: '127.0.0.1', path }, (response) => told(response.resume().statusCode))
          .on('error', broke)
          .end();
      });
    expect(await statusOf('/cases/42')).toBe(200);
    for (const path of ['/assets/../../../etc/passwd', '/%E0%A4%A', '/a%00b', '/nothing.js'])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    expect(failed).toEqual([]);
  } finally {
    server.close();
  }
});
