import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openWorld, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { newCase } from './world.ts';

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
