import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from './browser.ts';
import { draftIn, match, openWorld, publishedIn, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, password, staff } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

const major = { element: 'recording/on/recorded/0', text: 'Nobody is told', finding: { grade: 'major', clause: '10002/7.8' } } as const;
const minor = { element: '', text: 'Say why', finding: { grade: 'minor', clause: '10002/4.2' } } as const;
const raise = async (path: string, wish: object, who = world.compliance) => (await who.post(`${path}/draft/comments`, wish)).body.id;
const settle = (path: string, id: string, resolved = true) =>
  world.compliance.post(`${path}/draft/comments/${id}/resolution`, { resolved });
const approve = (path: string, revision: number) => world.compliance.post(`${path}/draft/approval`, { password }, match(revision));
const publish = (path: string, revision: number) => world.owner.post(`${path}/publication`, undefined, match(revision));
const historyOf = async (path: string, version = 1, who: Browser = world.owner) => await who.get(`${path}/versions/${version}/history`);
const countsOf = async (path: string, who: Browser = world.owner) =>
  (await who.get(path)).body.versions.map(({ findings }: { findings?: object }) => findings);

/** A version in whose review something grave and something small was found, answered and settled. */
async function reviewed() {
  const { path, document } = await draftIn(world, 'submitted');
  const ids = [await raise(path, major)];
  await world.owner.post(`${path}/draft/comments/${ids[0]}/replies`, { text: 'The letter does' });
  await world.server.pass(60_000);
  ids.push(await raise(path, minor));
  for (const id of ids) await settle(path, id);
  await approve(path, 2);
  expect((await publish(path, 3)).status).toBe(200);
  return { path, document, ids };
}

test('what officers found stays with the version: what, how grave, by which clause, who raised, answered and settled it, and when', async () => {
  const { path, ids } = await reviewed();
  const at = '2026-03-02T09:00:00.000Z';
  const later = '2026-03-02T09:01:00.000Z';
  expect((await historyOf(path)).body.findings).toEqual([
    {
      ...{ id: ids[0], ...major, at, person: expect.objectContaining({ name: 'Cora' }) },
      called: { name: expect.objectContaining({ en: 'Write it down and weigh it' }), way: expect.objectContaining({ en: 'Recorded' }) },
      replies: [{ person: expect.objectContaining({ name: 'Olga' }), at, text: 'The letter does' }],
      resolved: { person: expect.objectContaining({ name: 'Cora' }), at: later },
    },
    expect.objectContaining({ id: ids[1], ...minor, replies: [], resolved: expect.objectContaining({ at: later }) }),
  ]);
  expect(await countsOf(path)).toEqual([{ major: 1, minor: 1, observation: 0 }]);
});

test('nothing that is done later changes it: the next draft has findings of its own, and a version published anew has those of its review', async () => {
  const { path, document, ids } = await reviewed();
  const before = (await historyOf(path)).body.findings;
  await world.owner.put(`${path}/draft`, { document: { ...document, title: { ...document.title, en: 'Second' } } }, match(0));
  for (const id of ids) expect((await settle(path, id, false)).status).toBe(404);
  expect(await world.owner.post(`${path}/draft/comments/${ids[0]}/replies`, { text: 'Late' })).toMatchObject({ status: 404 });
  const { revision } = (await world.owner.get(`${path}/draft`)).body;
  await world.owner.post(`${path}/draft/submission`, undefined, match(revision));
  const other = await raise(path, { ...minor, text: 'Another thing' });
  await settle(path, other);
  await approve(path, revision + 1);
  expect((await publish(path, revision + 2)).status).toBe(200);
  expect((await historyOf(path)).body.findings).toEqual(before);
  expect((await historyOf(path, 2)).body.findings).toMatchObject([{ id: other, text: 'Another thing' }]);
  expect((await world.owner.post(`${path}/versions/1/republication`, { why: 'It was better' })).status).toBe(200);
  expect((await historyOf(path, 3)).body.findings).toEqual(before);
  expect(await countsOf(path)).toMatchObject([{ major: 1 }, { major: 0, minor: 1 }, { major: 1 }]);
});

test('what is found after the approval was approved by nobody: it goes back, and is published when it is approved anew', async () => {
  const { owner } = world;
  const { path } = await draftIn(world, 'approved');
  const id = await raise(path, major);
  const isVoid = { status: 409, body: { code: 'approval-void' } };
  expect(await publish(path, 3)).toMatchObject(isVoid);
  await world.server.pass(60_000);
  await settle(path, id);
  expect(await publish(path, 3)).toMatchObject(isVoid);
  await owner.post(`${path}/draft/return`, undefined, match(3));
  await owner.post(`${path}/draft/submission`, undefined, match(4));
  await approve(path, 5);
  expect((await publish(path, 6)).status).toBe(200);
  expect((await historyOf(path)).body.findings).toMatchObject([{ id, resolved: {} }]);
});

test('two officers who find something at once are both heard', async () => {
  const { path } = await draftIn(world, 'submitted');
  const zoe = (await staff(world.server, world.admin, { name: 'Zoe', rights: ['compliance'] })).browser;
  await Promise.all([world.compliance, zoe].flatMap((who) => ['one', 'two'].map((text) => raise(path, { ...minor, text }, who))));
  const { state, rows } = (await world.owner.get(`${path}/draft/comments`)).body;
  expect(state).toBe('submitted');
  expect(rows.map((row: { text: string; person: { name: string } }) => `${row.person.name} ${row.text}`).toSorted()).toEqual([
    'Cora one',
    'Cora two',
    'Zoe one',
    'Zoe two',
  ]);
});

test('it is told to those who draw and review, and to nobody else; a version that nobody reviewed keeps nothing', async () => {
  const { server, admin, compliance } = world;
  const { path } = await reviewed();
  expect((await historyOf(path, 1, compliance)).body.findings).toHaveLength(2);
  expect((await historyOf(path, 1, admin)).status).toBe(403);
  expect(await countsOf(path, admin)).toEqual([undefined]);
  const blue = await founded(server, { name: 'Blue Bank', email: 'bea@example.org', first: false });
  const foreign = (await staff(server, blue, { name: 'Otto', rights: ['process-owner', 'compliance'] })).browser;
  expect((await historyOf(path, 1, foreign)).status).toBe(404);
  expect((await historyOf('/definitions/starter')).body.findings).toEqual([]);
  expect(await countsOf('/definitions/starter')).toEqual([undefined]);
  expect(await countsOf(await publishedIn(world))).toEqual([{ major: 0, minor: 0, observation: 0 }]);
});
