import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Calendars, type CaseState, type Definition, Rehearsing } from '@redress/engine';
import { recording } from '../../complaint-answers.ts';
import { schemas } from '../../tools/schema-tool.ts';
import type { Browser } from './browser.ts';
import { starter } from './play.ts';
import { TestServer } from './running-server.ts';
import { complaint, founded, newCase, staff } from './world.ts';

let server: TestServer;
let handler: { browser: Browser; id: string };
let owner: { browser: Browser; id: string };
let lead: { browser: Browser; id: string };
let open: string;

/** Everything that people wrote into the case. */
const written = {
  ...recording,
  description: 'My neighbour Zdzisława heard it all',
  complainantName: 'Jan Kowalski',
  contact: 'jan@example.org',
};

beforeAll(async () => {
  server = await TestServer.open(undefined);
  const admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  handler = await staff(server, admin, {
    name: 'Hana',
    rights: ['handler'],
    assignments: [{ definition: 'starter', roles: ['handler'] }],
  });
  owner = await staff(server, admin, { name: 'Olga', rights: ['process-owner'] });
  lead = await staff(server, admin, { name: 'Lena', rights: ['team-lead'] });
  open = (await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  const { rows } = (await handler.browser.post('/tasks/search', { case: open })).body;
  const done = await handler.browser.post(`/tasks/${encodeURIComponent(rows[0].id)}/completion`, { event: 'recorded', values: written });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  await server.idle();
}, 30_000);
afterAll(() => server.close());

const whatIf = (browser: Browser) => browser.get(`/cases/${open}/what-if`);
/** Free words and personal data of this case; choices, numbers and days tell nobody who it was. */
const telling = Object.values({ ...complaint, ...written }).filter(
  (value): value is string => typeof value === 'string' && value.length > 9 && !/^\d{4}-\d{2}-\d{2}$/.test(value),
);

test('whoever reads the case tries it out with its own values, whoever does not with samples: no value of it leaves the server', async () => {
  const read = await whatIf(handler.browser);
  expect(read.body).toMatchObject({ definition: 'starter', version: 1, real: true });
  expect(read.body.state.snapshot.context.description).toBe(written.description);

  expect((await owner.browser.get(`/cases/${open}`)).status).toBe(403);
  const copy = await whatIf(owner.browser);
  expect(copy).toMatchObject({ status: 200, body: { real: false } });
  const told = JSON.stringify(copy.body);
  expect(telling.filter((value) => told.includes(value))).toEqual([]);
  for (const secret of [handler.id, 'Hana', 'Zdzisława', 'Kowalski', 'jan@example']) expect(told).not.toContain(secret);
  // What decides the way of the case stays.
  expect(copy.body.state.snapshot.context.severity).toBe(recording.severity);
});

test('a reader sees no field more than on the page of the case', async () => {
  const seen = await whatIf(lead.browser);
  expect(seen.body.real).toBe(true);
  expect(JSON.stringify(seen.body)).not.toMatch(/Jan Kowalski|jan@example\.org/);
  expect(JSON.stringify(seen.body)).not.toContain(handler.id);
});

test.each(['handler', 'owner'] as const)('what the %s gets goes on by the engine alone: deadlines fire, people act', async (who) => {
  const { state } = (await whatIf({ handler, owner }[who].browser)).body as { state: CaseState };
  const calendars = Object.fromEntries(
    (await handler.browser.get('/calendars')).body.rows.map((row: { id: string }) => [row.id, row]),
  ) as unknown as Calendars;
  const at = new Date(server.clock.now()).toISOString();
  const people = { handler: ['handler'], processOwner: ['processOwner'] };
  const setting = { definitions: [starter as Definition], calendars, tools: { schemas }, running: state };
  const story = new Rehearsing(setting, { process: 'starter', at, people, input: {} });
  expect(story.cases[0]).toMatchObject({ status: 'active', steps: ['examining'] });
  expect(story.result().deadlines).toContainEqual(expect.objectContaining({ timer: 'examining.examineBy', end: 'open' }));
  story.play({ waitFor: 'examining.examineBy' });
  expect(story.cases[0]?.steps).toEqual(['deciding']);
  expect(story.result().problems).toEqual([]);
});

test('words that are also names of the procedure break nothing', async () => {
  const odd = (await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z', { values: { ...complaint, description: 'handler' } })))
    .body.id;
  const { state } = (await owner.browser.get(`/cases/${odd}/what-if`)).body as { state: CaseState };
  expect(state.tasks).toMatchObject([{ role: 'handler', step: 'recording' }]);
  expect(state.snapshot.context.description).not.toBe('handler');
});

test('an ended case has no if', async () => {
  const other = (await handler.browser.post('/cases', newCase('2026-03-02T08:00:00Z'))).body.id;
  await lead.browser.post(`/cases/${other}/cancellation`, { reason: 'twice' });
  expect(await handler.browser.get(`/cases/${other}/what-if`)).toMatchObject({ status: 409, body: { code: 'case-ended' } });
});
