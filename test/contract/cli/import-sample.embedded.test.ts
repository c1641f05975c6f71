import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../../tools/source-files.ts';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded } from '../http/world.ts';
import { redress } from './run-command.ts';

// On the embedded store alone: a server without indexes reads every case for each of 2,067 rows.
let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open('2026-03-02T09:00:00.000Z');
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
});
afterAll(() => server.close());

test('real complaints: the sample of the Bureau, whole, without one row left out', async () => {
  const cfpb = join(root, 'test/data/cfpb-sample.csv');
  const cfpbMap = join(root, 'test/data/cfpb-map.json');
  const told = await redress(server, 'import', cfpb, '--process', 'complaint', '--map', cfpbMap, '--json');
  expect(told).toMatchObject({ code: 0, json: { rows: 2067, entered: 2067, known: 0, refused: 0 } });
  expect((await admin.post('/cases/search', { text: '7267305' })).body.rows).toHaveLength(1);
  const again = await redress(server, 'import', cfpb, '--process', 'complaint', '--map', cfpbMap, '--dry-run');
  expect(again.text).toBe('2,067 rows: 0 would be entered, 2,067 already there, 0 refused.');
}, 600_000);
