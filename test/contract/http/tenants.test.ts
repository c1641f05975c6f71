import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isOpen, type Operation } from '../../../runtime-api/src/http/operations.ts';
import type { RightName } from '../../../runtime-api/src/store/models/people-person.ts';
import { keptOf } from '../../tools/collection-hashes.ts';
import { type Answer, type Asked, type Browser, routes } from './browser.ts';
import { draftIn, drawing, enc, get, openTask, openWorld, post, publishedIn, signedIn, startedCase, starter, type World } from './play.ts';
import { plays } from './plays.ts';
import { TestServer } from './running-server.ts';
import { newCase, staff } from './world.ts';

let world: World;
/** Another organisation on the same server, with people of the same rights. */
let next: World;
/** Somebody with every right there is, in that other organisation. */
let foreign: Browser;
const email = 'bea@blue.example';
const everyRight: readonly RightName[] = ['handler', 'team-lead', 'process-owner', 'compliance', 'management', 'administrator'];
beforeAll(async () => {
  world = await openWorld(await TestServer.open(undefined, { switches: ['inspection'] }));
  next = await openWorld(world.server, {
    organisation: 'Blue Bank',
    email: 'ada@blue.example',
    owner: 'Otto',
    compliance: 'Carl',
    spare: 'Sue',
  });
  await staff(world.server, next.admin, {
    name: 'Bea',
    email,
    rights: everyRight,
    assignments: [{ definition: 'starter', roles: ['handler'] }],
  });
  foreign = await bea();
  await startedCase(world);
  await draftIn(world, 'submitted');
  await world.admin.put('/drafts/new-case', { values: { contact: 'jan@example.org' } });
  await world.server.plantMessage(world.adminId);
}, 120_000);
afterAll(() => world.server.close());

const bea = () => signedIn({ ...next, email });

const organisationOf = async ({ admin }: World): Promise<string> => (await admin.get('/organisation')).body.id;
type Kept = Awaited<ReturnType<typeof keptOf>>;
const kept = async (whose: World): Promise<Kept> => {
  await world.server.idle();
  return keptOf(world.server.running.office.desk, await organisationOf(whose));
};

/** Asks, and holds against what is kept: nothing of ours has changed, and nothing of ours was told, no id and no word that they have not themselves. */
async function apart(before: Kept, asked: Asked, who: Browser): Promise<Answer> {
  const answered = await who.ask(asked);
  const after = await kept(world);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  const told = JSON.stringify(answered.body);
  const said = `${decodeURIComponent(asked.path)} ${JSON.stringify(asked)}`;
  const words = new Set([...after.values()].flatMap((text) => text.match(/[^"\\]{7,}/g) ?? []));
  const heard = [...words].filter((word) => isTelling(word) && told.includes(word) && !said.includes(word));
  const own = heard.length === 0 ? '' : [...(await kept(next)).values()].join();
  const leaked = heard.filter((word) => !own.includes(word));
  expect({ asked: `${asked.method} ${asked.path}`, changed, leaked }).toEqual({ asked: expect.any(String), changed: [], leaked: [] });
  return answered;
}
/** Neither a moment nor a word of the format. */
const isTelling = (word: string) => !/^[a-z]+$|^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(word);

/** Ids that both organisations have of themselves: the same word means one's own. */
const shared: readonly Operation[] = [
  'readCalendar',
  'changeCalendar',
  'readDefinition',
  'readDefinitionVersion',
  'readStart',
  'readDraft',
  'keepDraft',
  'dropDraft',
  'editDefinition',
];
/** What needs nobody signed in belongs to no organisation. */
const behindTheDoor = routes.filter(({ operation }) => !isOpen(operation));
const isOfOthers = ({ path, operation }: (typeof routes)[number]) => path.includes('{') && !shared.includes(operation);

describe('what they do at home, under the ids that we have as well', () => {
  let before: Kept;
  beforeAll(async () => {
    before = await kept(world);
  });

  test.each(behindTheDoor.map(({ operation }) => operation))(
    '%s, done and refused, changes and tells nothing of ours',
    async (operation) => {
      const { as = next.admin, ...good } = await plays[operation].good(next);
      expect((await apart(before, good, as)).status).toBeLessThan(300);
      const { as: refused = next.admin, status: _, ...bad } = await plays[operation].bad(next);
      expect((await apart(before, bad, refused)).status).toBeGreaterThanOrEqual(400);
    },
  );

  test('a procedure of the same name goes its whole way', async () => {
    const drawn = { ...drawing(), title: { ...starter.title, en: 'Theirs' } };
    await publishedIn(world, { ...drawn, title: starter.title });
    await draftIn(world, 'submitted', { ...drawn, title: { ...starter.title, en: 'Ours again' } });
    const held = await kept(world);
    const path = await publishedIn(next, drawn);
    const { headers } = await draftIn(next, 'submitted', { ...drawn, title: { ...drawn.title, en: 'Theirs again' } });
    for (const [who, asked] of [
      [next.compliance, post(`${path}/draft/comments`, { element: 'recording', text: 'Who does this?' })],
      [next.compliance, post(`${path}/draft/return`, { why: 'Too short' }, headers)],
      [next.owner, post(`${path}/retirement`, { why: 'Nobody uses it' })],
    ] as const)
      expect((await apart(held, asked, who)).status).toBeLessThan(300);
  });
});

describe('what they ask of ours', () => {
  test.each(behindTheDoor.filter(isOfOthers).map(({ operation }) => operation))('%s is 404, whatever the rights', async (operation) => {
    const { as: _, ...asked } = await plays[operation].good(world);
    expect({ operation, status: (await apart(await kept(world), asked, foreign)).status }).toEqual({ operation, status: 404 });
  });

  test.each(behindTheDoor.filter((route) => !isOfOthers(route)).map(({ operation }) => operation))(
    '%s is about themselves',
    async (operation) => {
      const { as: _, ...asked } = await plays[operation].good(world);
      await apart(await kept(world), asked, await bea());
    },
  );
});

describe('our ids inside what they say', () => {
  let ours: { readonly id: string; readonly task: string; readonly person: string; readonly outsider: string; readonly procedure: string };
  let theirs: { readonly id: string; readonly task: string };
  beforeAll(async () => {
    const task = await openTask(world);
    const outsider = (await world.admin.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
    const procedure = (await publishedIn(world)).split('/').at(-1) ?? '';
    ours = { id: task.split(':')[0] ?? '', task, person: world.adminId, outsider, procedure };
    const own = await openTask(next);
    theirs = { id: own.split(':')[0] ?? '', task: own };
  }, 60_000);

  const refused: readonly (readonly [name: string, asked: () => Asked, status: number])[] = [
    ['a task given to one of us', () => post(`/tasks/${enc(theirs.task)}/assignment`, { person: ours.person }), 404],
    [
      'an event on behalf of one of ours',
      () => post(`/cases/${theirs.id}/events`, { event: 'statusRequest', onBehalfOf: ours.outsider }),
      404,
    ],
    ['a case on behalf of one of ours', () => post('/cases', newCase('2026-03-02T08:00:00Z', { onBehalfOf: ours.outsider })), 404],
    ['an event that ends a task of ours', () => post(`/cases/${theirs.id}/events`, { event: 'recorded', task: ours.task }), 409],
    ['a token of one of us', () => post('/tokens', { name: 'thief', person: ours.person, scope: ['read'], days: 1 }), 403],
    [
      'somebody with a role of a procedure of ours',
      () => post('/people', { name: 'Thief', assignments: [{ definition: ours.procedure, roles: ['handler'] }] }),
      422,
    ],
    ['a case of a procedure of ours', () => post('/cases', { ...newCase('2026-03-02T08:00:00Z'), definition: ours.procedure }), 404],
    ['offers on behalf of one of ours', () => get(`/cases/${theirs.id}/offers?onBehalfOf=${ours.outsider}`), 404],
  ];
  test.each(refused)('%s is refused', async (_, asked, status) => {
    expect((await apart(await kept(world), asked(), await bea())).status).toBe(status);
  });

  const searches: readonly (readonly [name: string, asked: () => Asked])[] = [
    ['tasks of one of us', () => post('/tasks/search', { assignee: ours.person })],
    ['tasks of a case of ours', () => post('/tasks/search', { case: ours.id })],
    ['cases of a procedure of ours', () => post('/cases/search', { definition: ours.procedure })],
    ['people by our names', () => get('/people?search=olga')],
    ['names by our names', () => get('/people/names?search=olga')],
  ];
  test.each(searches)('%s are not found', async (_, asked) => {
    expect((await apart(await kept(world), asked(), await bea())).body.rows).toEqual([]);
  });

  test('where one of our lists goes on, theirs does not', async () => {
    await startedCase(world);
    const { next: after } = (await world.admin.post('/cases/search', { limit: 1 })).body;
    expect(after).toEqual(expect.any(String));
    await apart(await kept(world), post('/cases/search', { limit: 100, after }), await bea());
  });

  test('a key that we used answers nothing of ours', async () => {
    const key = { 'Idempotency-Key': 'the-same-key' };
    const made = await world.admin.post('/cases', newCase('2026-03-02T08:00:00Z'), key);
    const answered = await apart(await kept(world), post('/cases', newCase('2026-03-02T08:00:00Z'), key), await bea());
    expect(answered.status).toBe(201);
    expect(answered.body.id).not.toBe(made.body.id);
  });
});

test('an organisation written into body, query or header is not believed', async () => {
  const { id } = (await world.admin.get('/organisation')).body;
  const thief = await bea();
  const answered = await thief.get(`/people?organisation=${id}`, { 'X-Organisation': id });
  expect(JSON.stringify(answered.body)).not.toContain('Olga');
  expect(await thief.post('/cases/search', { organisation: id })).toMatchObject({ status: 400 });
});

test('the cookie of one organisation does not open another by a changed name', async () => {
  const { id } = (await world.admin.get('/organisation')).body;
  const thief = world.server.browser();
  const [name, value = ''] = (await bea()).cookie.split('=');
  thief.cookie = `${name}=${id}.${value.split('.')[1]}`;
  expect((await thief.get('/session')).status).toBe(401);
});
