import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { definitionHash } from '../../../runtime-api/src/definitions/definition-hash.ts';
import { scopeAllows } from '../../../runtime-api/src/http/operations.ts';
import { gapReasons } from '../../tools/gap-reasons.ts';
import { draftIn, drawing, match, openWorld, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { password, staff } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

const now = '2026-03-02T09:00:00.000Z';

test('a draft goes to review with words, comes back with words, and its second round forgets the first', async () => {
  const { owner, compliance } = world;
  const document = drawing();
  const path = `/definitions/${document.id}`;
  const scenarios = gapReasons(document);
  const drawn = await owner.put(`${path}/draft`, { document, scenarios }, match(0));
  expect(drawn.body).toMatchObject({ state: 'draft', editors: [{ name: 'Olga' }], openComments: 0 });
  expect(drawn.body).not.toHaveProperty('hash');

  const sent = await owner.post(`${path}/draft/submission`, { why: 'The term was too long' }, match(1));
  expect(sent.body).toMatchObject({ state: 'submitted', submittedBy: { name: 'Olga' }, submittedAt: now, why: 'The term was too long' });
  expect(sent.body.hash).toBe(definitionHash(document));

  const back = await compliance.post(`${path}/draft/return`, { why: 'Who records it?' }, match(2));
  expect(back.body).toMatchObject({ state: 'draft', revision: 3, returned: { by: { name: 'Cora' }, at: now, why: 'Who records it?' } });
  for (const gone of ['submittedBy', 'submittedAt', 'why', 'hash']) expect(back.body).not.toHaveProperty(gone);

  expect((await owner.put(`${path}/draft`, { document }, match(3))).body).toMatchObject({
    state: 'draft',
    returned: { why: 'Who records it?' },
  });
  const again = await owner.post(`${path}/draft/submission`, undefined, match(4));
  expect(again.body.state).toBe('submitted');
  for (const gone of ['returned', 'why']) expect(again.body).not.toHaveProperty(gone);

  const approved = await compliance.post(`${path}/draft/approval`, { password }, match(5));
  expect(approved.body).toMatchObject({ state: 'approved', approvedBy: { name: 'Cora' }, approvedAt: now });
  const taken = await owner.post(`${path}/draft/return`, undefined, match(6));
  expect(taken.body).toMatchObject({ state: 'draft', returned: { by: { name: 'Olga' } } });
  for (const gone of ['approvedBy', 'approvedAt', 'hash']) expect(taken.body).not.toHaveProperty(gone);
  expect(await owner.post(`${path}/publication`, undefined, match(7))).toMatchObject({ status: 409, body: { code: 'draft-state' } });
});

test('what a second person sent back is kept as he saw it, for the next review; what the author takes back is not', async () => {
  const { owner, compliance } = world;
  const { path, document, headers } = await draftIn(world, 'submitted');
  await owner.post(`${path}/draft/return`, undefined, headers);
  expect((await owner.get(`${path}/draft`)).body).not.toHaveProperty('reviewed');
  expect(await owner.get(`${path}/draft/reviewed`)).toMatchObject({ status: 404, body: { code: 'not-found' } });

  await owner.post(`${path}/draft/submission`, undefined, match(3));
  await compliance.post(`${path}/draft/return`, { why: 'Who records it?' }, match(4));
  const later = { ...document, title: { ...document.title, en: 'Corrected' } };
  await owner.put(`${path}/draft`, { document: later, layout: { notes: {} } }, match(5));
  const again = await owner.post(`${path}/draft/submission`, undefined, match(6));
  expect(again.body).toMatchObject({ document: later, reviewed: { by: { name: 'Cora' }, at: now } });
  const { body } = await compliance.get(`${path}/draft/reviewed`);
  expect(body).toEqual({ by: expect.objectContaining({ name: 'Cora' }), at: now, document, layout: {} });

  await compliance.post(`${path}/draft/approval`, { password }, match(7));
  await owner.post(`${path}/publication`, undefined, match(8));
  const next = await owner.put(`${path}/draft`, { document }, match(0));
  expect(next.body).not.toHaveProperty('reviewed');
});

test.each(['submitted', 'approved'] as const)('%s, nobody draws: what was there stays as it was', async (state) => {
  const { path, document, headers } = await draftIn(world, state);
  const before = await world.owner.get(`${path}/draft`);
  const refused = await world.owner.put(`${path}/draft`, { document: { ...document, title: { en: 'Sneaked in' } } }, headers);
  expect(refused).toMatchObject({ status: 409, body: { code: 'draft-state', facts: { state, needs: 'draft' } } });
  // A window that saw an older draft hears of the review too, not of a conflict that it would merge into it.
  const older = await world.owner.put(`${path}/draft`, { document }, match(1));
  expect(older.body).toMatchObject({ code: 'draft-state' });
  expect((await world.owner.get(`${path}/draft`)).body).toEqual(before.body);
});

test('whoever edited since the last publication does not approve, however often it went back and forth', async () => {
  const { server, admin, owner, compliance } = world;
  const both = (await staff(server, admin, { name: 'Bogdan', rights: ['process-owner', 'compliance'] })).browser;
  const { path, document } = await draftIn(world, 'draft');
  await both.put(`${path}/draft`, { document }, match(1));
  await owner.post(`${path}/draft/submission`, undefined, match(2));
  expect(await both.post(`${path}/draft/approval`, { password }, match(3))).toMatchObject({ body: { code: 'second-person-needed' } });
  await both.post(`${path}/draft/return`, undefined, match(3));
  await owner.put(`${path}/draft`, { document }, match(4));
  const sent = await owner.post(`${path}/draft/submission`, undefined, match(5));
  expect(sent.body.editors.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Bogdan', 'Olga']);
  expect(await both.post(`${path}/draft/approval`, { password }, match(6))).toMatchObject({ body: { code: 'second-person-needed' } });
  expect((await compliance.post(`${path}/draft/approval`, { password }, match(6))).status).toBe(200);
});

test('a step on what is no longer so is refused, and words are bounded', async () => {
  const { path, headers } = await draftIn(world, 'submitted');
  expect(await world.compliance.post(`${path}/draft/return`, undefined, match(1))).toMatchObject({ status: 412 });
  for (const why of ['', 'x'.repeat(2_001)])
    expect(await world.compliance.post(`${path}/draft/return`, { why }, headers)).toMatchObject({ status: 400 });
  expect(await world.compliance.post(`${path}/draft/return`, { why: 'x'.repeat(2_000) }, headers)).toMatchObject({ status: 200 });
});

test('the log of people tells of every step', async () => {
  const { path, headers, document } = await draftIn(world, 'approved');
  await world.owner.post(`${path}/draft/return`, undefined, headers);
  const { rows } = (await world.compliance.get('/people/log')).body;
  const steps = rows.filter(({ facts }: { facts: { definition?: string } }) => facts.definition === document.id);
  expect(steps.map(({ what }: { what: string }) => what)).toEqual(
    expect.arrayContaining(['definition.submitted', 'definition.approved', 'definition.returned']),
  );
});

test.each([
  'submitDefinition',
  'returnDefinition',
  'approveDefinition',
  'publishDefinition',
  'republishDefinition',
  'retireDefinition',
  'addComment',
  'resolveComment',
  'waiveRule',
  'withdrawWaiver',
  'attestRule',
] as const)('no token, however wide, does %s; it reads what was said', (operation) => {
  const everything: ('read' | 'work' | 'start')[] = ['read', 'work', 'start'];
  expect(scopeAllows(everything, operation)).toBe(false);
  expect(scopeAllows(everything, 'readComments')).toBe(true);
});
