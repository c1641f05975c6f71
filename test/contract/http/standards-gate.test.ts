import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packs } from '@redress/definitions';
import { definitionHash } from '../../../runtime-api/src/definitions/definition-hash.ts';
import { StandardsChecker } from '../../../runtime-api/src/standards/standards-checker.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import type { Browser } from './browser.ts';
import { draftIn, drawing, match, openWorld, publishedIn, type World } from './play.ts';
import { sourceThread, TestServer } from './running-server.ts';
import { password, staff } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
}, 60_000);
afterAll(() => world.server.close());

const packVersions = packs.map(({ id, version }) => ({ id, version }));
/** A procedure that does not say how long its records are kept: a rule that must hold, and does not. */
const keptForever = () => {
  const { retention: _, ...document } = drawing();
  return document;
};
const open = { rule: '10002/8.1-A', clause: '10002/8.1', verdict: 'fails', element: '/retention' };
const waiver = { rule: open.rule, reason: 'The archive decides in May', until: '2026-05-31' };
/** So many days after the day it is. */
const dayAfter = (days: number) => new Date(world.server.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
const waiverNow = () => ({ ...waiver, until: dayAfter(60) });
const emails = () =>
  new Map([
    [world.owner, 'olga@example.org'],
    [world.compliance, 'cora@example.org'],
    [world.admin, 'ada@example.org'],
  ]);
/** Time has passed, and the session with it. */
const signInAgain = async (who: Browser) => expect((await who.post('/session', { email: emails().get(who), password })).status).toBe(200);
const approve = (path: string, revision: number, who = world.compliance) =>
  who.post(`${path}/draft/approval`, { password }, match(revision));

test('a draft that fails a rule which must hold is not approved, and the refusal names the rule, the clause and where', async () => {
  const { path, headers } = await draftIn(world, 'submitted', keptForever());
  const refused = await world.compliance.post(`${path}/draft/approval`, { password }, headers);
  expect(refused).toMatchObject({ status: 422, body: { code: 'standards-open', facts: { open: [open] } } });
  expect((await world.owner.get(`${path}/draft`)).body.state).toBe('submitted');
  const told = (await world.owner.get(`${path}/draft/standards`)).body;
  expect(told).toMatchObject({ revision: 2, met: false, open: [open], packs: packVersions });
  expect(told.checkable - told.holding).toBe(1 + (await shouldsOpen()));
});

/** Rules that the starter leaves open without being kept back by them. */
const shouldsOpen = async () => {
  const { holding, checkable } = (await world.owner.get(`${(await draftIn(world, 'draft')).path}/draft/standards`)).body;
  return checkable - holding;
};

test('what the approval names is the procedure and the rules; an edit voids it', async () => {
  const { path, document, headers } = await draftIn(world, 'approved');
  const { body } = await world.owner.get(`${path}/draft`);
  expect(body.approval).toEqual({ hash: definitionHash(document), packs: packVersions });
  const back = await world.owner.post(`${path}/draft/return`, undefined, headers);
  expect(back.body).not.toHaveProperty('approval');
  const edited = { ...document, title: { ...document.title, en: 'Changed afterwards' } };
  const saved = await world.owner.put(`${path}/draft`, { document: edited }, match(back.body.revision));
  expect(saved.body).not.toHaveProperty('approval');
  expect((await world.owner.post(`${path}/publication`, undefined, match(saved.body.revision))).body.code).toBe('draft-state');
});

test.each(['hash', 'packs'])('an approval of another %s publishes nothing', async (what) => {
  const { path, document, headers } = await draftIn(world, 'approved');
  const approval = { hash: definitionHash(document), packs: packVersions };
  const other = what === 'hash' ? { ...approval, hash: 'another' } : { ...approval, packs: [{ id: 'structure', version: '0.9' }] };
  const { store } = world.server.running;
  const [{ organisation } = { organisation: '' }] = await sweep(store.definitionDrafts.find({ definition: document.id }), 'verify').lean();
  await store.definitionDrafts.updateOne({ organisation, _id: `${organisation}:${document.id}` }, { $set: { approval: other } });
  expect(await world.owner.post(`${path}/publication`, undefined, headers)).toMatchObject({ status: 409, body: { code: 'approval-void' } });
});

test('a version tells by which rules it was approved', async () => {
  const document = drawing();
  const path = await publishedIn(world, document);
  const [version] = (await world.owner.get(path)).body.versions;
  expect(version.approval).toEqual({ hash: definitionHash(document), packs: packVersions });
});

test('who approves gives the password again; wrong ones make him wait as they do who signs in', async () => {
  const { path, headers } = await draftIn(world, 'submitted');
  const carl = (await staff(world.server, world.admin, { name: 'Carl', rights: ['compliance'] })).browser;
  const tried = (typed: string) => carl.post(`${path}/draft/approval`, { password: typed }, headers);
  expect((await carl.post(`${path}/draft/approval`, undefined, headers)).status).toBe(400);
  for (let time = 0; time < 3; time += 1)
    expect(await tried('another-one-7')).toMatchObject({ status: 422, body: { code: 'password-wrong' } });
  expect(await tried(password)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
  await world.server.pass(60_000);
  expect((await tried(password)).status).toBe(200);
});

test('a waiver lifts its rule, and no other, until its day is over: then nothing is published any more', async () => {
  const document = keptForever();
  const { path } = await draftIn(world, 'submitted', document);
  const waived = await world.compliance.post(`${path}/waivers`, waiver);
  expect(waived.body.rows).toMatchObject([{ ...waiver, clause: '10002/8.1', person: { name: 'Cora' }, state: 'valid' }]);
  expect((await world.owner.get(`${path}/draft/standards`)).body).toMatchObject({ met: true, open: [] });
  expect((await approve(path, 2)).status).toBe(200);
  world.server.clock.jumpTo(Date.parse('2026-05-31T21:59:00Z')); // Warsaw: a minute before midnight.
  for (const who of [world.owner, world.compliance, world.admin]) await signInAgain(who);
  expect((await world.owner.get(`${path}/draft/standards`)).body.met).toBe(true);
  await world.server.pass(60_000);
  const refused = await world.owner.post(`${path}/publication`, undefined, match(3));
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'standards-open', facts: { open: [{ ...open, verdict: 'waiver-lapsed' }] } },
  });
  expect((await world.owner.get(`${path}/waivers`)).body.rows).toMatchObject([{ state: 'lapsed' }]);
});

test('nobody who drew waives a rule, and a waiver of somebody who drew later lifts nothing', async () => {
  const document = keptForever();
  const { path } = await draftIn(world, 'draft', document);
  const both = (await staff(world.server, world.admin, { name: 'Bogna', rights: ['process-owner', 'compliance'] })).browser;
  expect((await both.post(`${path}/waivers`, waiverNow())).status).toBe(200);
  expect((await world.owner.get(`${path}/draft/standards`)).body.met).toBe(true);
  await both.put(`${path}/draft`, { document }, match(1));
  expect((await world.owner.get(`${path}/draft/standards`)).body).toMatchObject({ met: false, open: [open] });
  expect(await both.post(`${path}/waivers`, waiverNow())).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
});

test('a waiver that is withdrawn lifts nothing, stays written, and holds back what was approved by it', async () => {
  const { path } = await draftIn(world, 'submitted', keptForever());
  const [{ id }] = (await world.compliance.post(`${path}/waivers`, waiverNow())).body.rows;
  expect((await approve(path, 2)).status).toBe(200);
  expect((await world.compliance.ask({ method: 'DELETE', path: `${path}/waivers/${id}` })).status).toBe(204);
  expect(await world.owner.post(`${path}/publication`, undefined, match(3))).toMatchObject({
    status: 422,
    body: { facts: { open: [open] } },
  });
  expect((await world.owner.get(`${path}/waivers`)).body.rows).toMatchObject([
    { state: 'withdrawn', withdrawn: { person: { name: 'Cora' } } },
  ]);
  const { rows } = (await world.compliance.get('/people/log')).body;
  for (const what of ['definition.rule-waived', 'definition.waiver-withdrawn'])
    expect(rows).toContainEqual(expect.objectContaining({ what, facts: expect.objectContaining({ rule: open.rule }) }));
});

test('an earlier version is not published anew once it fails a rule that must hold', async () => {
  const document = keptForever();
  const { path } = await draftIn(world, 'submitted', document);
  const [{ id }] = (await world.compliance.post(`${path}/waivers`, waiverNow())).body.rows;
  await approve(path, 2);
  expect((await world.owner.post(`${path}/publication`, undefined, match(3))).status).toBe(200);
  await publishedIn(world, { ...drawing(), id: document.id });
  const again = () => world.owner.post(`${path}/versions/1/republication`, { why: 'It was better' });
  await world.compliance.ask({ method: 'DELETE', path: `${path}/waivers/${id}` });
  expect(await again()).toMatchObject({ status: 422, body: { code: 'standards-open', facts: { open: [open] } } });
  await world.compliance.post(`${path}/waivers`, waiverNow());
  expect(await again()).toMatchObject({ status: 200, body: { version: 3 } });
});

test.each([-2, 367])('a waiver that ends in %i days is refused', async (days) => {
  const { path } = await draftIn(world, 'draft');
  const refused = await world.compliance.post(`${path}/waivers`, { ...waiver, until: dayAfter(days) });
  expect(refused).toMatchObject({ status: 400, body: { code: 'request-invalid', fields: [{ at: '/until', keyword: 'range' }] } });
});

test('a rule that a person signs keeps nothing back before anybody has signed; once the signature has lapsed it does, until it is renewed', async () => {
  const { path } = await draftIn(world, 'submitted');
  expect((await world.owner.get(`${path}/draft/standards`)).body.met).toBe(true);
  const attestation = {
    rule: '10002/4.2-C',
    statement: 'The board has signed the policy',
    evidence: 'https://intranet.example.org/policy',
  };
  const signed = await world.compliance.post(`${path}/attestations`, { ...attestation, validUntil: dayAfter(1) });
  expect(signed.body.rows).toMatchObject([{ ...attestation, clause: '10002/4.2', person: { name: 'Cora' }, state: 'valid' }]);
  await world.server.pass(2 * 86_400_000);
  for (const who of [world.owner, world.compliance]) await signInAgain(who);
  const lapsed = { rule: attestation.rule, verdict: 'attestation-lapsed', element: '' };
  expect(await approve(path, 2)).toMatchObject({ status: 422, body: { code: 'standards-open', facts: { open: [lapsed] } } });
  await world.compliance.post(`${path}/attestations`, { ...attestation, validUntil: dayAfter(30) });
  expect((await approve(path, 2)).status).toBe(200);
});

test('what takes the check too long, or too much, is not decided, and the next one is checked by a new thread', async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ask = { definition: drawing(), beside: [], laws: ['pl-financial'] };
  const hurried = new StandardsChecker({ log, threadWords: sourceThread, bounds: { timeMostMs: 1, memoryMostMb: 512 } });
  const tried = await hurried.check('bank', ask);
  expect(tried.ok && new Set(tried.value.map(({ verdict, bound }) => `${verdict} ${bound}`))).toEqual(new Set(['not-decided time']));
  expect((await hurried.check('bank', ask)).ok).toBe(true);
  await hurried.close();
  const usual = new StandardsChecker({ log, threadWords: sourceThread });
  const found = await usual.check('bank', ask);
  expect(found.ok && found.value.filter(({ verdict }) => verdict === 'not-decided')).toEqual([]);
  await usual.close();
});
