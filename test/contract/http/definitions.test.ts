import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gapReasons } from '../../tools/gap-reasons.ts';
import type { Browser } from './browser.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password, staff } from './world.ts';

let server: TestServer;
let admin: Browser;
let owner: { browser: Browser; id: string };
let both: { browser: Browser; id: string };
let compliance: { browser: Browser; id: string };
const starter = JSON.parse(readFileSync(new URL('../../../definitions/src/processes/starter.json', import.meta.url), 'utf8'));
const match = (revision: number) => ({ 'If-Match': `"${revision}"` });

beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  owner = await staff(server, admin, { name: 'Olga', rights: ['process-owner'] });
  both = await staff(server, admin, { name: 'Bogdan', rights: ['process-owner', 'compliance'] });
  compliance = await staff(server, admin, { name: 'Cora', rights: ['compliance'] });
}, 30_000);
afterAll(() => server.close());

const retitled = (en: string) => ({ ...starter, title: { ...starter.title, en } });

test('what a second person has not approved is not published', async () => {
  const path = '/definitions/starter';
  const drawn = await owner.browser.put(
    `${path}/draft`,
    { document: retitled('Our complaints'), scenarios: gapReasons(starter) },
    match(0),
  );
  expect(drawn.body).toMatchObject({ state: 'draft', revision: 1, updatedBy: { name: 'Olga' } });
  expect(await owner.browser.post(`${path}/publication`, undefined, match(1))).toMatchObject({
    status: 409,
    body: { code: 'draft-state' },
  });
  const submitted = await owner.browser.post(`${path}/draft/submission`, undefined, match(1));
  expect(submitted.body.state).toBe('submitted');
  const approved = await compliance.browser.post(`${path}/draft/approval`, { password }, match(2));
  expect(approved.body).toMatchObject({ state: 'approved', approvedBy: { name: 'Cora' } });
  const before = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  const published = await owner.browser.post(`${path}/publication`, undefined, match(3));
  expect(published.body).toMatchObject({ id: 'starter', version: 2 });
  const after = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  expect((await admin.get(`/cases/${before}`)).body).toMatchObject({ definitionVersion: 1, definitionTitle: { en: starter.title.en } });
  expect((await admin.get(`/cases/${after}`)).body).toMatchObject({ definitionVersion: 2, definitionTitle: { en: 'Our complaints' } });
  expect((await admin.get(path)).body).toMatchObject({
    current: 2,
    versions: [
      { version: 2, approvedBy: { name: 'Cora' } },
      { version: 1, shippedWith: '0.1.0' },
    ],
  });
});

test('somebody with both rights still needs a second person', async () => {
  const path = '/definitions/complaint';
  const document = (await both.browser.get(`${path}/versions/1`)).body.document;
  await both.browser.put(`${path}/draft`, { document: { ...document, title: { ...document.title, en: 'Mine' } } }, match(0));
  await both.browser.post(`${path}/draft/submission`, undefined, match(1));
  expect(await both.browser.post(`${path}/draft/approval`, { password }, match(2))).toMatchObject({
    status: 403,
    body: { code: 'second-person-needed' },
  });
  expect((await compliance.browser.post(`${path}/draft/approval`, { password }, match(2))).status).toBe(200);
});

test('what is approved is not edited; it is taken back first, and then approved again', async () => {
  const path = '/definitions/complaint';
  const { document } = (await owner.browser.get(`${path}/draft`)).body;
  expect(await owner.browser.put(`${path}/draft`, { document }, match(3))).toMatchObject({
    status: 409,
    body: { code: 'draft-state', facts: { state: 'approved', needs: 'draft' } },
  });
  expect((await owner.browser.post(`${path}/draft/return`, undefined, match(3))).body.state).toBe('draft');
  expect((await owner.browser.put(`${path}/draft`, { document }, match(4))).body).toMatchObject({ state: 'draft', revision: 5 });
  expect(await owner.browser.post(`${path}/publication`, undefined, match(5))).toMatchObject({ status: 409 });
});

test('two who draw at once hear what the other saved, and nobody who drew approves', async () => {
  const path = '/definitions/escalation';
  const { document } = (await owner.browser.get(`${path}/versions/1`)).body;
  const entry = (id: string, element: string) => ({
    id,
    by: id.split(':')[0],
    at: 0,
    act: 'edit',
    words: { id: 'edit.title-set', facts: {} },
    patches: [{ op: 'put', at: '/definition/title/en', value: element }],
    touches: { changed: [element], removed: [], moved: [], leansOn: [] },
  });
  const save = (who: Browser, revision: number, id: string) =>
    who.put(`${path}/draft`, { document, layout: { steps: { deciding: { x: 8 } } }, entries: [entry(id, 'deciding')] }, match(revision));
  expect((await save(owner.browser, 0, 'olga:1')).body).toMatchObject({ revision: 1, layout: { steps: { deciding: { x: 8 } } } });
  expect(await save(both.browser, 0, 'bogdan:1')).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', facts: { revision: 1 } },
  });
  expect((await both.browser.get(`${path}/draft/changes?after=0`)).body).toMatchObject({
    revision: 1,
    complete: true,
    changes: [{ revision: 1, person: { name: 'Olga' }, entries: [entry('olga:1', 'deciding')] }],
  });
  expect((await save(both.browser, 1, 'bogdan:1')).body).toMatchObject({ revision: 2, updatedBy: { name: 'Bogdan' } });
  await owner.browser.put(`${path}/draft`, { document }, match(2)); // By a program that does not say what it changed.
  expect((await both.browser.get(`${path}/draft`)).body.layout).toEqual({ steps: { deciding: { x: 8 } } });
  expect((await both.browser.get(`${path}/draft/changes?after=2`)).body).toEqual({ revision: 3, complete: false, changes: [] });
  const line = { act: 'edit', words: { id: 'edit.title-set', facts: {} }, elements: ['deciding'] };
  expect((await both.browser.get(`${path}/draft/history`)).body).toMatchObject({
    revision: 3,
    complete: true,
    saves: [
      { revision: 1, person: { name: 'Olga' }, lines: [line] },
      { revision: 2, person: { name: 'Bogdan' }, lines: [line] },
      { revision: 3, person: { name: 'Olga' }, lines: [] },
    ],
  });
  await owner.browser.post(`${path}/draft/submission`, undefined, match(3));
  expect(await both.browser.post(`${path}/draft/approval`, { password }, match(4))).toMatchObject({
    status: 403,
    body: { code: 'second-person-needed' },
  });
  expect((await compliance.browser.post(`${path}/draft/approval`, { password }, match(4))).status).toBe(200);
});

test('a draft that was published is over: a window left open on it cannot write into the next one, which keeps where the steps stand and what tried it out', async () => {
  const path = '/definitions/dispute';
  const { document } = (await owner.browser.get(`${path}/versions/1`)).body;
  const titled = (en: string) => ({ ...document, title: { ...document.title, en } });
  const layout = { steps: { intake: { x: 8 } } };
  const scenarios = { scripts: {}, ...gapReasons(document), 'x-later': [1] };
  const begun = await owner.browser.put(`${path}/draft`, { document: titled('First'), layout, scenarios }, match(0));
  expect(begun.body.scenarios).toEqual(scenarios);
  await owner.browser.post(`${path}/draft/submission`, undefined, match(1));
  await compliance.browser.post(`${path}/draft/approval`, { password }, match(2));
  expect((await owner.browser.post(`${path}/publication`, undefined, match(3))).body).toMatchObject({ version: 2 });
  expect((await compliance.browser.get(`${path}/versions/2`)).body.scenarios).toEqual(scenarios);
  expect((await owner.browser.get(`${path}/draft`)).status).toBe(404);
  expect((await admin.get(path)).body.draft).toBeUndefined();
  expect(await owner.browser.put(`${path}/draft`, { document: titled('Late') }, match(3))).toMatchObject({ status: 412 });
  const next = await owner.browser.put(`${path}/draft`, { document: titled('Second') }, match(0));
  expect(next.body).toMatchObject({ revision: 4, state: 'draft', layout, scenarios });
  expect(next.body.approvedBy).toBeUndefined();
  expect(await owner.browser.put(`${path}/draft`, { document: titled('Late') }, match(3))).toMatchObject({ status: 412 });
  expect((await owner.browser.get(`${path}/draft/changes?after=3`)).body).toMatchObject({ revision: 4, complete: false });
  expect((await owner.browser.get(`${path}/draft/history`)).body).toMatchObject({ complete: true, saves: [{ revision: 4, lines: [] }] });
});

test('a procedure that was never in force is in the list of those who draw, and of nobody else', async () => {
  const document = { format: 1, id: 'returns', kind: 'complaint', title: { en: 'Returns', odd: 7 } };
  await owner.browser.put('/definitions/returns/draft', { document }, match(0));
  const listed = async (who: Browser) => (await who.get('/definitions')).body.rows.find((row: { id: string }) => row.id === 'returns');
  expect(await listed(owner.browser)).toMatchObject({
    title: { en: 'Returns' },
    kind: 'complaint',
    mayStart: false,
    draft: { state: 'draft' },
  });
  expect((await listed(owner.browser)).current).toBeUndefined();
  expect(await listed(compliance.browser)).toBeDefined();
  expect(await listed(admin)).toBeUndefined();
});

test('what cannot run is not submitted, and the findings say where', async () => {
  const broken = structuredClone(starter);
  broken.machine.states.recording.on.recorded[0].target = '#nowhere';
  const told = (await owner.browser.post('/definitions/validation', { document: broken })).body;
  expect(told).toMatchObject({
    runnable: false,
    findings: expect.arrayContaining([
      expect.objectContaining({ severity: 'error', at: expect.stringContaining('/machine/states/recording/on/recorded/0') }),
    ]),
  });
  const { revision } = (await owner.browser.put('/definitions/starter/draft', { document: broken }, match(0))).body;
  expect(await owner.browser.post('/definitions/starter/draft/submission', undefined, match(revision))).toMatchObject({
    status: 422,
    body: { code: 'findings' },
  });
});

test('what does not go together with the procedures that it starts is not submitted: an end that no row takes, a procedure that is not there', async () => {
  const { document } = (await owner.browser.get('/definitions/complaint/versions/1')).body;
  const { revision = 0 } = (await owner.browser.get('/definitions/complaint/draft')).body;
  const lacking = structuredClone(document);
  const { invoke } = lacking.machine.states.review.states.reviewing;
  invoke.onDone.at(-1).guard = { type: 'if', params: { outcome: ['resolved'] } };
  const told = (await owner.browser.post('/definitions/validation', { document: lacking })).body;
  expect(told.runnable).toBe(false);
  expect(told.findings).toContainEqual({
    code: 'child-outcome-without-row',
    severity: 'error',
    at: '/machine/states/review/states/reviewing/invoke/onDone',
    facts: { definition: 'escalation', outcome: 'unresolved' },
  });
  const drawn = (await owner.browser.put('/definitions/complaint/draft', { document: lacking }, match(revision))).body;
  expect(await owner.browser.post('/definitions/complaint/draft/submission', undefined, match(drawn.revision))).toMatchObject({
    status: 422,
    body: { code: 'findings' },
  });
  invoke.input.definition = 'escalations';
  expect((await owner.browser.post('/definitions/validation', { document: lacking })).body.findings).toContainEqual(
    expect.objectContaining({ code: 'unknown-definition', facts: { name: 'escalations', nearest: 'escalation' } }),
  );
});

test('a new end of a sub-procedure comes after the way of whoever waits for it, which may stand there before', async () => {
  const path = '/definitions/complaint';
  const { document, scenarios } = (await owner.browser.get(`${path}/versions/1`)).body;
  const { onDone } = document.machine.states.review.states.reviewing.invoke;
  onDone.at(-1).guard = { type: 'if', params: { outcome: ['unresolved', 'lapsed'] } };
  const { revision } = (await owner.browser.get(`${path}/draft`)).body;
  const drawn = await owner.browser.put(`${path}/draft`, { document, scenarios }, match(revision));
  const sent = await owner.browser.post(`${path}/draft/submission`, undefined, match(drawn.body.revision));
  expect(sent.body).toMatchObject({ state: 'submitted' });
  const approved = await compliance.browser.post(`${path}/draft/approval`, { password }, match(sent.body.revision));
  expect(await owner.browser.post(`${path}/publication`, undefined, match(approved.body.revision))).toMatchObject({ status: 200 });
  const { rows } = (await owner.browser.get('/definitions')).body;
  expect(rows.find((row: { id: string }) => row.id === 'complaint')).toMatchObject({ current: 2, waitsFor: ['escalation', 'dispute'] });
  const escalation = (await owner.browser.get('/definitions/escalation/versions/1')).body.document;
  const { states } = escalation.machine;
  const strandedBy = async (outcome: string) => {
    states.lapsed = { ...structuredClone(states.withdrawn), id: 'lapsed', tags: [`outcome:${outcome}`] };
    const { findings } = (await owner.browser.post('/definitions/validation', { document: escalation })).body;
    return findings.flatMap(({ code, facts }: { code: string; facts: object }) => (code === 'waiting-without-row' ? [facts] : []));
  };
  expect(await strandedBy('misdirected')).toEqual([{ definition: 'complaint', procedure: document.title, outcome: 'misdirected' }]);
  expect(await strandedBy('lapsed')).toEqual([]);
});

test('a role that nobody holds is a warning at publication', async () => {
  await admin.put('/me/handling', { handlesComplaints: false });
  const told = (await owner.browser.post('/definitions/validation', { document: starter })).body;
  expect(told.runnable).toBe(true);
  expect(told.findings).toContainEqual({ code: 'role-not-held', severity: 'warning', at: '/roles/handler', facts: { role: 'handler' } });
  await admin.put('/me/handling', { handlesComplaints: true });
});

test('hostile documents are findings, not failures', async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`);
  const hostile = [
    {},
    { format: 1, id: 'constructor' },
    { ...starter, data: { constructor: { title: {}, schema: {} } } },
    deep,
    { ...starter, xstate$$type: 1 },
  ];
  for (const document of hostile) {
    const told = await owner.browser.post('/definitions/validation', { document });
    expect(told).toMatchObject({ status: 200, body: { runnable: false } });
  }
  expect(await owner.browser.post('/definitions/validation', { document: { x: 'x'.repeat(1_100_000) } })).toMatchObject({
    status: 413,
    body: { facts: { limit: 'definition' } },
  });
});

test('a retired procedure takes no new case; running ones go on', async () => {
  const running = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  expect((await owner.browser.post('/definitions/starter/retirement', { why: 'Nobody uses it' })).status).toBe(204);
  expect(await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).toMatchObject({
    status: 404,
    body: { code: 'definition-not-found' },
  });
  const [task] = (await admin.post('/tasks/search', { case: running })).body.rows;
  expect((await admin.post(`/tasks/${encodeURIComponent(task.id)}/claim`, {})).status).toBe(200);
  const hand = (assignments: readonly object[]) =>
    admin.post('/people', { name: 'Iga', email: `iga${assignments.length}@example.org`, rights: ['handler'], assignments, invite: true });
  expect((await hand([{ definition: 'starter', roles: ['handler'] }])).status).toBe(201);
  // It stays among the procedures, with who retired it and when: its cases go on, and somebody has to hold its roles.
  const retired = { retired: true, mayStart: false, retiredAt: expect.any(String), retiredBy: expect.objectContaining({ id: owner.id }) };
  const { rows } = (await admin.get('/definitions')).body;
  expect(rows.filter(({ id }: { id: string }) => id === 'starter')).toEqual([expect.objectContaining(retired)]);
  expect((await admin.get('/definitions/starter')).body).toMatchObject({
    retired: true,
    versions: expect.arrayContaining([expect.objectContaining({ version: 1, state: 'retired', retiredBy: retired.retiredBy })]),
  });
});
