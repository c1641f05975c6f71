import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import { drawing, openWorld, publishedIn, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { complaint, newCase } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

test('running cases are counted by version and step; ended ones and words of people are not told', async () => {
  const { admin, owner, server } = world;
  const document = drawing();
  const path = await publishedIn(world, document);
  const running = async () => (await owner.get(`${path}/running`)).body;
  expect(await running()).toEqual({ versions: [], capped: false });
  const start = async (): Promise<string> =>
    (await admin.post('/cases', newCase('2026-03-02T08:00:00Z', { definition: document.id }))).body.id;
  const cases = [await start(), await start(), await start()];
  const [task] = (await admin.post('/tasks/search', { case: cases[0] })).body.rows;
  const done = await admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event: 'recorded', values: recording });
  expect(done.status).toBe(200);
  await publishedIn(world, { ...document, title: { ...document.title, en: 'Second' } });
  await start();
  await admin.post(`/cases/${cases[1]}/cancellation`, { reason: 'sent twice' });
  await server.idle();
  const [step] = (await admin.get(`/cases/${cases[0]}`)).body.steps.slice(-1);
  const told = await running();
  expect(told).toEqual({
    versions: [
      { version: 2, cases: 1, steps: [{ step: 'recording', cases: 1 }] },
      {
        version: 1,
        cases: 2,
        steps: expect.arrayContaining([
          { step: 'recording', cases: 1 },
          { step: step.id, cases: 1 },
        ]),
      },
    ],
    capped: false,
  });
  const text = JSON.stringify(told);
  for (const word of [...Object.values(complaint), ...cases]) expect(text).not.toContain(word);
});
