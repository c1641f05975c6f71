import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEmbedded } from '../../../runtime-api/src/store/embedded/open-embedded.ts';
import { startChild } from './child.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-store-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const kills = 6;

test(`after each of ${kills} kills in the middle of writing, every acknowledged write is there and the index agrees`, async () => {
  const latest = new Map<string, number>();
  const inserted = new Set<string>();
  let acknowledged = 0;
  for (let round = 1; round <= kills; round++) {
    const child = startChild('writer.child.ts', [join(folder, 'home'), '8']);
    await child.said('begun');
    await child.said(`set w${round % 8}`);
    await new Promise((resolve) => setTimeout(resolve, 40 * round)); // Another moment each time: the kill itself is real.
    child.process.kill('SIGKILL');
    await child.ended;
    for (const line of child.lines) {
      const [kind = '', id = '', n = ''] = line.split(' ');
      if (kind === 'set') latest.set(id, Math.max(latest.get(id) ?? 0, Number(n)));
      if (kind === 'new') inserted.add(id);
      acknowledged += 1;
    }
    const store = await openEmbedded(join(folder, 'home'));
    const rows = store.connection.collection('rows');
    for (const [id, n] of latest) {
      const row = await rows.findOne({ _id: id } as never);
      expect(row?.n).toBeGreaterThanOrEqual(n);
      expect(row?.n).toBeLessThanOrEqual(n + 1); // At most the one write on its way.
      latest.set(id, Number(row?.n));
      expect((await rows.find({ n: row?.n, _id: id } as never).toArray()).length).toBe(1);
    }
    for (const id of inserted) expect(await rows.countDocuments({ _id: id } as never)).toBe(1);
    const byIndex = (await rows.find({ n: { $gte: -1 } }).toArray()).map((row) => String(row._id)).sort();
    const byReading = (await rows.find({}).toArray()).map((row) => String(row._id)).sort();
    expect(byIndex).toEqual(byReading);
    await store.close();
  }
  expect(acknowledged).toBeGreaterThan(kills * 8);
}, 120_000);

/** The system calls of one process in their order, as strace saw them. */
async function traced(): Promise<readonly string[]> {
  const file = join(folder, 'trace');
  const child = startChild(
    'writer.child.ts',
    [join(folder, 'home'), '1'],
    ['strace', '-f', '--seccomp-bpf', '-e', 'trace=write,pwrite64,pwritev,fdatasync,fsync', '-o', file],
  );
  const begun = await child.said('begun');
  await child.said('new w0:10');
  process.kill(Number(begun.split(' ')[1]), 'SIGKILL'); // The writer itself: strace shields itself from signals while it writes to a file.
  await child.ended;
  return (await readFile(file, 'utf8')).split('\n');
}

const canTrace = process.platform === 'linux' && spawnSync('strace', ['-e', 'trace=write', 'true'], { stdio: 'ignore' }).status === 0;

(canTrace ? test : test.skip)(
  'between the write and its acknowledgement lies fdatasync, each time (strace)',
  async () => {
    const calls = await traced();
    let pages = 0;
    let synced = false;
    let acknowledged = 0;
    for (const call of calls) {
      if (/fdatasync\(.*= 0|fdatasync resumed.*= 0|fsync\(.*= 0/.test(call)) synced = true;
      else if (/pwrite/.test(call)) pages += 1;
      else if (/write\(1, "(set|new) /.test(call)) {
        expect({ call, synced, pages: pages > 0 }).toEqual({ call, synced: true, pages: true });
        [synced, pages] = [false, 0];
        acknowledged += 1;
      }
    }
    expect(acknowledged).toBeGreaterThan(10);
  },
  60_000,
);

test('a process that kills itself as soon as it has its answer has kept the write', async () => {
  for (let round = 1; round <= 3; round++) {
    const child = startChild('last-word.child.ts', [join(folder, 'home'), String(round)]);
    await child.ended;
    expect(child.process.signalCode).toBe('SIGKILL');
    const store = await openEmbedded(join(folder, 'home'));
    expect(await store.connection.collection('rows').countDocuments({})).toBe(round);
    await store.close();
  }
}, 60_000);

test('a disk that takes no more refuses the write and nothing else: the process goes on and reads what is there', async () => {
  const child = startChild('full-disk.child.ts', [join(folder, 'home')], ['bash', '-c', 'ulimit -f 2000; exec "$@"', '--']);
  expect(await child.said('refused')).toMatch(/refused MongoServerError: .* write to its disk, loses writes: true, read: (\d+) of \1$/);
  expect(await child.ended).toBe(0);
  const store = await openEmbedded(join(folder, 'home')); // There is room again.
  const rows = store.connection.collection('rows');
  await rows.insertOne({ _id: 'later' } as never);
  expect(store.losesWrites()).toBe(false);
  await store.close();
}, 30_000);
