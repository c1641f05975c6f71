import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ok } from '@redress/engine';
import { TestServer } from '../http/running-server.ts';
import { redress, redressWith, settingsOf } from './run-command.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

test('a second server on the same folder is refused, and told who owns it', async () => {
  const told = await redress(server.home, 'start', '--json');
  expect(told).toMatchObject({ code: 69, json: { problem: 'store-in-use' } });
  const forPeople = await redress(server.home, 'start');
  expect(forPeople.text).toContain(`is in use by process ${process.pid}`);
  expect(forPeople.text).toContain('set REDRESS_HOME to another folder, or set MONGODB_URI');
});

test('a folder in which nothing can be kept is told, and what to do', async () => {
  const file = join(server.home, 'no-folder');
  await writeFile(file, '');
  for (const words of [['start'], ['verify']])
    expect(await redressWith(ok(settingsOf(file)), words)).toMatchObject({
      code: 69,
      text: expect.stringMatching(/no-folder.*Set REDRESS_HOME to a folder/),
    });
});

test('a port that somebody else has is told, and what to do', async () => {
  const taken = createServer();
  await new Promise<void>((ready) => taken.listen(0, '127.0.0.1', () => ready()));
  const address = taken.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const beside = await mkdtemp(join(server.home, 'beside-'));
  expect(await redressWith(ok({ ...settingsOf(beside), port }), ['start'])).toMatchObject({
    code: 69,
    text: `Port ${port} on 127.0.0.1 is taken. Set PORT to another one.`,
  });
  await new Promise<void>((closed) => taken.close(() => closed()));
  expect(await redress(beside, 'verify')).toMatchObject({ code: 0 }); // The folder is free again.
});

test.each(['no-such-host.invalid', '203.0.113.7'])('HOST=%s, which is nobody here, is told as the setting it is', async (host) => {
  const beside = await mkdtemp(join(server.home, 'nowhere-'));
  expect(await redressWith(ok({ ...settingsOf(beside), host }), ['start', '--json'])).toMatchObject({
    code: 78,
    json: { setting: 'HOST' },
  });
  expect(await redress(beside, 'verify')).toMatchObject({ code: 0 }); // The folder is free again.
});

test.each([
  [{ host: '0.0.0.0' }, 'HOST'],
  [{ host: '192.168.1.7' }, 'HOST'],
  [{ host: 'redress.example' }, 'HOST'],
  [{ publicUrl: 'https://complaints.example.org' }, 'PUBLIC_URL'],
])('inspecting is for this machine alone: with %j it is refused before anything is opened', async (more, setting) => {
  const folder = await mkdtemp(join(server.home, 'inspected-'));
  const settings = ok({ ...settingsOf(folder), ...more });
  const forPeople = await redressWith(settings, ['start', '--inspect']);
  expect(forPeople).toMatchObject({
    code: 78,
    text: expect.stringContaining(`${setting} needs an address of this machine alone`),
  });
  expect(await redressWith(settings, ['start', '--inspect', '--json'])).toMatchObject({ code: 78, json: { setting } });
  expect(await readdir(folder)).toEqual([]);
});

test('while a server owns the store, commands are answered by it over its lock socket', async () => {
  expect(await redress(server.home, 'organisation', 'add', 'Blue Bank')).toMatchObject({
    code: 0,
    text: expect.stringContaining('One-time code for Blue Bank'),
  });
  expect(await redress(server.home, 'verify', '--json')).toMatchObject({ code: 0, json: { cases: 0, faults: [], stuck: [] } });
});
