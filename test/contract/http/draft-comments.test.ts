import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DraftCommentDocument } from '../../../runtime-api/src/store/models/draft-comment.ts';
import { draftIn, match, openWorld, publishedIn, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, password, staff } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

const comments = async (path: string, who = world.owner) => (await who.get(`${path}/draft/comments`)).body.rows;
const say = async (path: string, text: string, element = 'recording', who = world.compliance) =>
  (await who.post(`${path}/draft/comments`, { element, text })).body;

test('what is said about an element is answered and settled, and only then is the draft approved', async () => {
  const { owner, compliance } = world;
  const { path, headers } = await draftIn(world, 'submitted');
  const who = await say(path, 'Who records it?');
  const end = await say(path, 'And the end?', '');
  expect(who).toMatchObject({ element: 'recording', person: { name: 'Cora' }, at: '2026-03-02T09:00:00.000Z', replies: [] });
  expect(who).not.toHaveProperty('resolved');
  expect((await owner.get(`${path}/draft`)).body.openComments).toBe(2);
  expect(await compliance.post(`${path}/draft/approval`, { password }, headers)).toMatchObject({
    status: 409,
    body: { code: 'comments-open', facts: { open: 2 } },
  });

  await owner.post(`${path}/draft/comments/${who.id}/replies`, { text: 'The branch does' });
  await compliance.post(`${path}/draft/comments/${who.id}/resolution`, { resolved: true });
  const late = await owner.post(`${path}/draft/comments/${who.id}/replies`, { text: 'In two days' });
  expect(late.body).toMatchObject({
    replies: [
      { person: { name: 'Olga' }, text: 'The branch does' },
      { person: { name: 'Olga' }, text: 'In two days' },
    ],
    resolved: { person: { name: 'Cora' } },
  });
  const reopened = await owner.post(`${path}/draft/comments/${end.id}/resolution`, { resolved: false });
  expect(reopened.body).not.toHaveProperty('resolved');
  await owner.post(`${path}/draft/comments/${end.id}/resolution`, { resolved: true });
  expect((await comments(path)).map(({ id }: { id: string }) => id).toSorted()).toEqual([who.id, end.id].toSorted());
  expect((await compliance.post(`${path}/draft/approval`, { password }, headers)).status).toBe(200);
});

test('a settled comment is opened again, and stands in the way again', async () => {
  const { path, headers } = await draftIn(world, 'submitted');
  const { id } = await say(path, 'Who?');
  for (const resolved of [true, false]) await world.owner.post(`${path}/draft/comments/${id}/resolution`, { resolved });
  expect(await world.compliance.post(`${path}/draft/approval`, { password }, headers)).toMatchObject({ body: { facts: { open: 1 } } });
});

test('an officer finds that a clause is broken: it has a grade, it stands in the way, and officers alone find and settle', async () => {
  const { owner, compliance } = world;
  const { path, headers } = await draftIn(world, 'submitted');
  const finding = { grade: 'major', clause: '10002/7.8' } as const;
  const wish = { element: 'deciding', text: 'Nobody is told', finding };
  expect(await owner.post(`${path}/draft/comments`, wish)).toMatchObject({ status: 403, body: { code: 'right-missing' } });
  expect(await compliance.post(`${path}/draft/comments`, { ...wish, finding: { ...finding, clause: '10002/99' } })).toMatchObject({
    status: 400,
    body: { code: 'request-invalid' },
  });
  const { id } = (await compliance.post(`${path}/draft/comments`, wish)).body;
  expect(await comments(path)).toMatchObject([{ id, text: 'Nobody is told', finding }]);
  const settle = (who: typeof owner) => who.post(`${path}/draft/comments/${id}/resolution`, { resolved: true });
  expect(await settle(owner)).toMatchObject({ status: 403, body: { code: 'right-missing' } });
  expect(await compliance.post(`${path}/draft/approval`, { password }, headers)).toMatchObject({ body: { code: 'comments-open' } });
  expect((await settle(compliance)).body).toMatchObject({ resolved: { person: { name: 'Cora' } }, finding });
});

test('two at once: both answers are there, and it is settled by the first alone', async () => {
  const { owner, compliance } = world;
  const { path } = await draftIn(world, 'draft');
  const { id } = await say(path, 'Who?');
  await Promise.all(
    [owner, compliance].flatMap((who) => ['one', 'two', 'three'].map((text) => who.post(`${path}/draft/comments/${id}/replies`, { text }))),
  );
  const settled = await Promise.all(
    [owner, compliance].map((who) => who.post(`${path}/draft/comments/${id}/resolution`, { resolved: true })),
  );
  expect(settled.map(({ status }) => status)).toEqual([200, 200]);
  expect(settled[0]?.body.resolved).toEqual(settled[1]?.body.resolved);
  const later = await owner.post(`${path}/draft/comments/${id}/resolution`, { resolved: true });
  expect(later.body.resolved).toEqual(settled[0]?.body.resolved);
  expect(later.body.replies.map(({ text }: { text: string }) => text).toSorted()).toEqual(['one', 'one', 'three', 'three', 'two', 'two']);
});

test('what is open when a version is published waits in the next draft; what was settled stays with its version', async () => {
  const { owner, compliance } = world;
  const { path, document, headers } = await draftIn(world, 'submitted');
  const settled = await say(path, 'Settled');
  await owner.post(`${path}/draft/comments/${settled.id}/resolution`, { resolved: true });
  await compliance.post(`${path}/draft/approval`, { password }, headers);
  const open = await say(path, 'Said after the approval'); // Nothing it says can stop what was approved.
  expect((await owner.post(`${path}/publication`, undefined, match(3))).status).toBe(200);
  expect(await owner.get(`${path}/draft/comments`)).toMatchObject({ status: 404 });
  expect((await owner.get(`${path}/versions/1/history`)).body.comments).toEqual(
    expect.arrayContaining([{ text: 'Settled' }, { text: open.text }].map((one) => expect.objectContaining(one))),
  );

  const next = await owner.put(`${path}/draft`, { document: { ...document, title: { ...document.title, en: 'Second' } } }, match(0));
  expect(next.body.openComments).toBe(1);
  expect(await comments(path)).toMatchObject([{ id: open.id }]);
  expect(await owner.post(`${path}/draft/comments/${settled.id}/replies`, { text: 'x' })).toMatchObject({ status: 404 });
  await owner.post(`${path}/draft/comments/${open.id}/resolution`, { resolved: true });
  expect(await comments(path)).toMatchObject([{ id: open.id, resolved: {} }]);
});

test('a comment is of one draft and one organisation', async () => {
  const { server, owner } = world;
  const { path, document } = await draftIn(world, 'draft');
  const { id } = await say(path, 'Between us');
  const other = await draftIn(world, 'draft');
  expect(await owner.post(`${other.path}/draft/comments/${id}/replies`, { text: 'x' })).toMatchObject({ status: 404 });
  const admin = await founded(server, { name: 'Blue Bank', email: 'bea@example.org', first: false });
  const foreign = (await staff(server, admin, { name: 'Otto', rights: ['process-owner', 'compliance'] })).browser;
  expect(await foreign.get(`${path}/draft/comments`)).toMatchObject({ status: 404 });
  await foreign.put(`${path}/draft`, { document }, match(0)); // The same name, another draft.
  expect(await comments(path, foreign)).toEqual([]);
  for (const [way, body] of [
    ['replies', { text: 'x' }],
    ['resolution', { resolved: true }],
  ] as const)
    expect(await foreign.post(`${path}/draft/comments/${id}/${way}`, body)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await comments(path)).toMatchObject([{ id, replies: [] }]);
});

test('sizes are bounded: a text, an address, how many wait for an answer, how many answers there are', async () => {
  const { owner, server } = world;
  const { path, document } = await draftIn(world, 'draft');
  const wrong = [
    { element: 'recording', text: 'x'.repeat(4_001) },
    { element: 'x'.repeat(301), text: 'x' },
    { element: 'recording', text: 'x', resolved: true },
  ];
  for (const body of wrong) expect(await owner.post(`${path}/draft/comments`, body)).toMatchObject({ status: 400 });
  const { id } = await say(path, 'x'.repeat(4_000), 'x'.repeat(300));
  const { draftComments } = server.running.store;
  const { id: organisation } = (await owner.get('/organisation')).body;
  const row = await draftComments.findOne({ organisation, definition: document.id }).lean<DraftCommentDocument>();
  if (row === null) throw new Error('no comment');
  await draftComments.insertMany(Array.from({ length: 499 }, (_, n) => ({ ...row, _id: `${organisation}:${document.id}:many${n}` })));
  const full = { status: 409, body: { code: 'comments-full' } };
  expect(await owner.post(`${path}/draft/comments`, { element: '', text: 'One more' })).toMatchObject(full);
  expect(await comments(path)).toHaveLength(500);
  await owner.post(`${path}/draft/comments/${id}/resolution`, { resolved: true });
  await say(path, 'Room again');
  expect(await owner.post(`${path}/draft/comments/${id}/resolution`, { resolved: false })).toMatchObject(full);
  await draftComments.updateOne({ organisation, _id: row._id }, { $set: { replied: 50 } });
  expect(await owner.post(`${path}/draft/comments/${id}/replies`, { text: 'One more' })).toMatchObject(full);
});

test('without a draft nobody says anything', async () => {
  const path = await publishedIn(world);
  expect(await world.compliance.post(`${path}/draft/comments`, { element: '', text: 'x' })).toMatchObject({ status: 404 });
});
