import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openWorld, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { newCase, staff } from './world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await TestServer.open();
  world = await openWorld(server);
}, 60_000);
afterAll(() => server.close());

/** The fields that each read of cases asked the store for. */
async function asked(list: () => Promise<{ readonly status: number }>): Promise<readonly (readonly string[])[]> {
  const find = jest.spyOn(server.running.store.cases, 'find');
  expect((await list()).status).toBe(200);
  const fields = find.mock.calls.map(([, projection]) => Object.keys(projection ?? {}));
  find.mockRestore();
  return fields;
}

test('a list reads what its rows show and what decides who may see them, not whole cases', async () => {
  const { admin } = world;
  const { id } = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body;
  await server.idle();
  await server.plantIncident(id);
  const lists: readonly (readonly [name: string, list: () => Promise<{ readonly status: number }>, more: readonly string[]])[] = [
    ['cases', () => admin.post('/cases/search', {}), []],
    ['cases by words', () => admin.post('/cases/search', { text: 'wash' }), ['searchKeys']],
    ['tasks', () => admin.post('/tasks/search', {}), []],
    ['failures', () => admin.get('/incidents'), []],
    ['relatives', () => admin.get(`/cases/${id}`), []],
  ];
  for (const [name, list, more] of lists) {
    const reads = await asked(list);
    expect([name, reads.length]).not.toEqual([name, 0]);
    for (const fields of reads) {
      expect([name, fields]).toEqual([name, expect.arrayContaining(['title', 'snapshot', ...more])]);
      for (const field of ['timers', 'clocks', 'records', 'searchKeys', 'unsettled'].filter((one) => !more.includes(one)))
        expect([name, fields]).not.toEqual([name, expect.arrayContaining([field])]);
    }
  }
});

test('a case behind more than a thousand that the reader may not see is found by going on, by a list and by a word', async () => {
  const { admin } = world;
  const { id } = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body;
  await server.idle();
  const { cases } = server.running.store;
  const { id: organisation } = (await admin.get('/organisation')).body;
  const found = await cases.findOne({ organisation, _id: id }).lean();
  if (!found) throw new Error('no case');
  const complaint = (await admin.get('/definitions/complaint')).body;
  const definition = { id: 'complaint', version: complaint.version, hash: complaint.hash };
  const others = Array.from({ length: 1_200 }, (_, n) => ({
    ...found,
    _id: `other-${n}`,
    definition,
    title: 'wash',
    updatedAt: '2030-01-01T00:00:00.000Z',
    tasks: [],
  }));
  await cases.insertMany(others, { lean: true });
  const hela = (await staff(server, admin, { name: 'Hela', assignments: [{ definition: 'starter', roles: ['handler'] }] })).browser;
  for (const wish of [{}, { text: 'wash' }]) {
    const rows: string[] = [];
    let next: string | undefined;
    let pages = 0;
    do {
      const page = (await hela.post('/cases/search', { ...wish, ...(next === undefined ? {} : { after: next }) })).body;
      rows.push(...page.rows.map((row: { id: string }) => row.id));
      next = page.more ? page.next : undefined;
      pages += 1;
    } while (next !== undefined && pages < 10);
    expect(rows).toContain(id);
    expect(rows.filter((row) => row.startsWith('other-'))).toEqual([]);
  }
}, 60_000);
