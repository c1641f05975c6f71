import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';
import { askOwner, StoreInUse } from '../../../runtime-api/src/store/embedded/ownership.ts';
import { type Child, startChild } from './child.ts';

let folder = '';
const children: Child[] = [];
const start = (home: string, ...words: string[]): Child => {
  const child = startChild('owner.child.ts', [home, ...words]);
  children.push(child);
  return child;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
  await rm(folder, { recursive: true });
});

test('a second process is refused with the owner’s process number and what to do', async () => {
  const owner = start(folder);
  await owner.said('owner');
  const second = start(folder);
  const refusal = await second.said('refused');
  expect(refusal).toContain(`in use by process ${owner.pid}.`);
  expect(refusal).toMatch(/Stop that process.*REDRESS_HOME.*MONGODB_URI/);
  expect(await second.ended).toBe(0);
}, 60_000);

test('the same process is refused too, and may open again after closing', async () => {
  const store = await openEmbedded(folder);
  await expect(openEmbedded(folder)).rejects.toMatchObject({ name: 'StoreInUse', pid: process.pid });
  await expect(openEmbedded(join(folder, '..', folder.split('/').at(-1) ?? ''))).rejects.toBeInstanceOf(StoreInUse);
  await store.connection.collection('rows').insertOne({ _id: 1 } as never);
  await store.close();
  const again = await openEmbedded(folder);
  expect(await again.connection.collection('rows').countDocuments({})).toBe(1);
  await again.close();
  expect((await readdir(folder)).filter((name) => name.endsWith('.sock'))).toEqual([]);
});

test('the folder and what lies in it are for its owner only', async () => {
  const home = join(folder, 'deep', 'er');
  const store = await openEmbedded(home);
  expect((await stat(home)).mode & 0o777).toBe(0o700);
  await store.close();
});

test('after kill -9 the next start works, and of six at once exactly one', async () => {
  const dead = start(folder);
  await dead.said('owner');
  dead.process.kill('SIGKILL');
  await dead.ended;
  for (let round = 1; round <= 2; round++) {
    const six = Array.from({ length: 6 }, () => start(folder));
    const answers = await Promise.all(six.map((child) => Promise.race([child.said('owner'), child.said('refused')])));
    const owners = answers.filter((answer) => answer.startsWith('owner'));
    expect(owners).toHaveLength(1);
    const pid = owners[0]?.split(' ')[1];
    for (const answer of answers) if (answer.startsWith('refused')) expect(answer).toContain(`in use by process ${pid}.`);
    for (const child of six) {
      child.process.kill('SIGKILL');
      await child.ended;
    }
  }
}, 120_000);

test('a process that has nothing left to do ends, though it holds the folder', async () => {
  const owner = start(folder, 'go');
  await owner.said('owner');
  expect(await owner.ended).toBe(0);
  const store = await openEmbedded(folder);
  await store.close();
}, 60_000);

test('commands go to the owner, errors come back, and nobody is nobody', async () => {
  expect(await askOwner(folder, 'anyone?')).toBeUndefined();
  expect(await askOwner(join(folder, 'missing'), 'anyone?')).toBeUndefined();
  const owner = start(folder);
  await owner.said('owner');
  const long = 'ż'.repeat(300_000);
  expect(await askOwner(folder, { do: long, n: [1, null] })).toEqual({
    pid: owner.pid,
    answer: { pid: owner.pid, heard: { do: long, n: [1, null] } },
  });
  await expect(askOwner(folder, 'fail')).rejects.toThrow('no such command');
  const many = await Promise.all(Array.from({ length: 20 }, (_, n) => askOwner(folder, n)));
  expect(many.map((one) => one?.answer)).toEqual(Array.from({ length: 20 }, (_, heard) => ({ pid: owner.pid, heard })));
}, 60_000);

test('an owner that takes no commands says so', async () => {
  const store = await openEmbedded(folder);
  await expect(askOwner(folder, 'list')).rejects.toThrow('takes no commands');
  await store.close();
});

test('a folder with a long path has one owner too', async () => {
  const home = join(folder, 'a-name-that-is-long'.repeat(4), 'and-one-more'.repeat(4));
  await mkdir(home, { recursive: true });
  const owner = start(home);
  await owner.said('owner');
  await expect(openEmbedded(home)).rejects.toMatchObject({ name: 'StoreInUse', pid: owner.pid });
  expect(await askOwner(home, 1)).toMatchObject({ pid: owner.pid });
  owner.process.kill('SIGKILL');
  await owner.ended;
  const store = await openEmbedded(home);
  await store.close();
}, 60_000);
