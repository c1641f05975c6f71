import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseDocument } from '../../runtime-api/src/store/models/case.ts';
import type { JournalLine } from '../../runtime-api/src/store/models/journal.ts';
import { openStore, type Store } from '../../runtime-api/src/store/store.ts';
import { stuckNow } from '../../runtime-api/src/store/stuck.ts';
import { verifyAll } from '../../runtime-api/src/store/verify-chain.ts';
import { examination, recording } from '../complaint-answers.ts';
import { Browser } from '../contract/http/browser.ts';
import { founded, newCase } from '../contract/http/world.ts';
import { type Child, startChild } from '../contract/store/child.ts';
import { removeHome, wireDatabase } from '../wire-database.ts';

// Three servers, each a process with a folder of its own, on one store; people come in at whichever door. Real time, real files.
const processes = 3;
const cases = 12;
let home = '';
let servers: { readonly child: Child; readonly folder: string; readonly door: string; readonly setUpCode: string }[] = [];
let people: Browser[] = [];
let store: Store;
let organisation = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'redress-three-'));
  const uri = wireDatabase(home);
  if (uri === undefined) throw new Error('MONGODB_URI is needed');
  servers = await Promise.all(
    Array.from({ length: processes }, async (_, n) => {
      const folder = join(home, `server${n}`);
      await mkdir(folder);
      const child = startChild('../../proof/three-servers.child.ts', [folder, uri]);
      await child.said('Stop with');
      const found = (pattern: RegExp) => child.lines.map((line) => pattern.exec(line)?.[1]).find((one) => one !== undefined) ?? '';
      return {
        child,
        folder,
        door: `http://127.0.0.1:${found(/Redress is ready: .*:(\d+)$/)}`,
        setUpCode: found(/^ +([0-9A-Z]{5}(?:-[0-9A-Z]{5})+)$/),
      };
    }),
  );
  const [first] = servers;
  const doors = {
    browser: () => new Browser(first?.door ?? ''),
    setUpCode: () => first?.setUpCode ?? '',
    organisationCode: async () => '',
  };
  const admin = await founded(doors, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  organisation = (await admin.get('/session')).body.organisation.id;
  people = servers.map(({ door }) => Object.assign(new Browser(door), { cookie: admin.cookie, csrf: admin.csrf }));
  store = await openStore({ uri, home });
}, 120_000);

afterAll(async () => {
  for (const { child } of servers) child.process.kill('SIGTERM');
  await Promise.all(servers.map(({ child }) => child.ended));
  await store.close();
  await removeHome(home);
}, 60_000);

const at = (n: number): Browser => people[n % processes] ?? new Browser('');
const openTask = async (id: string): Promise<string> => (await at(0).post('/tasks/search', { case: id })).body.rows[0].id;
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** The same request at two doors at once: one is done, the other is told so. */
const twice = async (n: number, path: string, body: object, key: string): Promise<void> => {
  const answers = await Promise.all([
    at(n).post(path, body, { 'Idempotency-Key': key }),
    at(n + 1).post(path, body, { 'Idempotency-Key': key }),
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status >= 300 && status !== 409 && status !== 503)).toEqual([]);
  expect(answers.some(({ status }) => status < 300)).toBe(true);
};

/** One case: begun, told something at three doors, then written down or left to its deadline, which is near. */
async function live(n: number, told: string): Promise<string> {
  const begin = newCase(soon(-60_000));
  await twice(n, '/cases', begin, `start-${n}`);
  const again = await at(n + 2).post('/cases', begin, { 'Idempotency-Key': `start-${n}` });
  const { id } = again.body;
  const room = `/cases/${id}`;
  const timer = async (name: string) =>
    at(n).ask({ method: 'PUT', path: `${room}/timers/${name}`, body: { reason: 'for the test', dueAt: soon(1_500) } });
  if (n % 3 === 0) expect(await timer('recording.recordBy')).toMatchObject({ status: 200 });
  const heard = people.map((person, m) =>
    person.post(
      `${room}/events`,
      { event: 'addInfo', onBehalfOf: told, values: { statement: `${m}` } },
      { 'Idempotency-Key': `${id}:${m}` },
    ),
  );
  expect((await Promise.all(heard)).map(({ status }) => status)).toEqual(heard.map(() => 200));
  if (n % 3 === 0) return id;
  await twice(n, `/tasks/${encodeURIComponent(await openTask(id))}/completion`, { event: 'recorded', values: recording }, `record-${n}`);
  if (n % 3 === 1) expect(await timer('examining.update')).toMatchObject({ status: 200 });
  else
    await twice(
      n,
      `/tasks/${encodeURIComponent(await openTask(id))}/completion`,
      { event: 'examined', values: examination },
      `examine-${n}`,
    );
  return id;
}

/** Nothing is due any more, nowhere. */
async function quiet(ids: readonly string[]): Promise<void> {
  const rest = async () => {
    const stuck = await stuckNow(store, Date.now(), -60_000);
    const open = await store.effects.countDocuments({ organisation, open: true });
    const fired = await store.journal.countDocuments({ organisation, type: 'timer.fire' });
    const unsettled = await store.cases.countDocuments({ organisation, unsettledAt: { $gt: '' } });
    return { open, unsettled, due: stuck.dueTimers, fired };
  };
  const wished = { open: 0, unsettled: 0, due: 0, fired: ids.filter((_, n) => n % 3 !== 2).length };
  for (let look = 0; look < 300 && JSON.stringify(await rest()) !== JSON.stringify(wished); look++) await pause(100);
  expect(await rest()).toEqual(wished);
}

test(`${cases} cases through ${processes} servers on one store: every line, number, timer and letter once`, async () => {
  const told = (await at(0).post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
  const ids = await Promise.all(Array.from({ length: cases }, (_, n) => live(n, told)));
  expect(new Set(ids).size).toBe(cases);
  await quiet(ids);

  const faults: unknown[] = [];
  expect(await verifyAll(store, (fault) => faults.push(fault))).toMatchObject({ cases });
  expect(faults).toEqual([]);

  const documents = await store.cases.find({ organisation }).lean<CaseDocument[]>();
  const lines = await store.journal.find({ organisation }).sort({ revision: 1 }).lean<JournalLine[]>();
  const of = (id: string) => lines.filter((line) => line.caseId === id);
  for (const [n, id] of ids.entries()) {
    const { revision, status } = documents.find((one) => one._id === id) ?? {};
    expect({ status, revisions: of(id).map((line) => line.revision) }).toEqual({
      status: 'active',
      revisions: Array.from({ length: revision ?? 0 }, (_, m) => m + 1),
    });
    const types = of(id)
      .map(({ type }) => type)
      .sort();
    const way =
      [
        ['timer.fire', 'timer.move'],
        ['recorded', 'timer.fire', 'timer.move'],
        ['recorded', 'examined'],
      ][n % 3] ?? [];
    expect(types).toEqual(['case.begin', 'case.numbered', 'addInfo', 'addInfo', 'addInfo', ...way].sort());
    expect(new Set(of(id).map(({ eventId }) => eventId)).size).toBe(types.length);
  }

  const numbers = documents.map(({ number }) => number ?? '').sort();
  expect(numbers).toEqual(numbers.map((_, n) => `${new Date().getFullYear()}-${String(n + 1).padStart(6, '0')}`));
  expect(await store.register.countDocuments({ organisation })).toBe(cases);

  const effects = lines.flatMap((line) => line.effects);
  const rows = await store.effects.find({ organisation }).lean();
  expect(rows.map(({ _id }) => _id).sort()).toEqual(effects.map(({ key }) => key).sort());
  expect(rows.filter(({ state, attempts }) => state !== 'done' || attempts > 0)).toEqual([]);
});

test('each letter is one file in the folder of one server, and can be had at every door', async () => {
  const written = await store.letters.find({ organisation, state: 'written' }).lean();
  const files = await Promise.all(servers.map(({ folder }) => readdir(join(folder, 'letters')).catch((): string[] => [])));
  expect(files.flat().sort()).toEqual(written.map(({ file }) => file).sort());
  expect(written.length).toBeGreaterThan(cases);
  expect(files.filter((some) => some.length > 0).length).toBeGreaterThan(1);
  const [letter] = written;
  const where = servers[files.findIndex((some) => some.includes(letter?.file ?? ''))]?.folder ?? '';
  const file = await readFile(join(where, 'letters', letter?.file ?? ''), 'utf8');
  for (const person of people)
    expect((await person.get(`/cases/${letter?.caseId}/letters/${encodeURIComponent(letter?._id ?? '')}/file`)).body).toBe(file);
});

test('a server that is told to stop ends in peace while the others go on', async () => {
  const last = servers[processes - 1];
  last?.child.process.kill('SIGTERM');
  expect(await last?.child.ended).toBe(0);
  expect((await at(0).get('/session')).status).toBe(200);
  expect((await at(1).post('/cases', newCase(soon(-1_000)))).status).toBe(201);
});
