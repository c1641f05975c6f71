import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shippedScenarios } from '@redress/definitions';
import { gapReasons } from '../../tools/gap-reasons.ts';
import { readProcess } from '../../tools/pretend-case.ts';
import type { Browser } from './browser.ts';
import { drawing, match } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, password, staff } from './world.ts';

let server: TestServer;
let owner: Browser;
let compliance: Browser;
let handler: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  const admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  owner = (await staff(server, admin, { name: 'Olga', rights: ['process-owner'] })).browser;
  compliance = (await staff(server, admin, { name: 'Cora', rights: ['compliance'] })).browser;
  handler = (await staff(server, admin, { name: 'Hugo', rights: ['handler'] })).browser;
}, 30_000);
afterAll(() => server.close());

type Scripts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** Of a shipped process, for a copy of it: it is named by its id, and so are roles held in it alone. */
function scriptsOf(process: string, id: string): Scripts {
  const named = new RegExp(`"${process}(:[a-zA-Z]+)?"`, 'g');
  return JSON.parse(JSON.stringify(shippedScenarios[process]?.scripts ?? {}).replaceAll(named, (_, role = '') => `"${id}${role}"`));
}

/** A draft with these scenarios; approved if so wished. */
async function drawn(document: { readonly id: string }, scenarios: object, approve = false) {
  const path = `/definitions/${document.id}`;
  await owner.put(`${path}/draft`, { document, scenarios }, match(0));
  if (approve) {
    await owner.post(`${path}/draft/submission`, undefined, match(1));
    expect((await compliance.post(`${path}/draft/approval`, { password }, match(2))).status).toBe(200);
  }
  return path;
}
const rehearsed = (path: string, who = owner) => who.post(`${path}/draft/rehearsal`);

test('the server plays the scenarios of a draft and says what they reach', async () => {
  const document = drawing();
  // One of them is left out, so that something is excused.
  const { remedyNeverComes: _, ...scripts } = scriptsOf('starter', document.id);
  const path = await drawn(document, { scripts, ...gapReasons(document) });
  const told = await rehearsed(path);
  expect(told).toMatchObject({ status: 200, body: { revision: 1, met: true, stray: [] } });
  expect(told.body.goals.find(({ what }: { what: string }) => what === 'recording/after/recordBy/0')).toMatchObject({ state: 'reached' });
  expect(told.body.goals.find(({ what }: { what: string }) => what === 'reviewing/after/reviewBy/0')).toMatchObject({ state: 'excused' });
  expect((await rehearsed(path, compliance)).status).toBe(200);
  expect((await rehearsed(path, handler)).status).toBe(403);
});

test('sub-procedures are those in force, and those that come with the product', async () => {
  const complaint = JSON.parse(readFileSync(new URL('../../../definitions/src/processes/complaint.json', import.meta.url), 'utf8'));
  const document = { ...complaint, id: 'ourComplaints' };
  const told = await rehearsed(await drawn(document, { scripts: scriptsOf('complaint', document.id), ...gapReasons(document) }));
  expect(told.body.scenarios.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
  expect(told.body.met).toBe(true);
});

test.each([
  ['code-of-conduct', 'code'],
  ['satisfaction', 'satisfaction'],
])('a draft that begins with %s is tried out by what comes with it, and nothing needs a reason', async (file, from) => {
  const document = { ...readProcess(file), id: `our${from}` };
  const path = await drawn(document, { scripts: scriptsOf(from, document.id) }, true);
  const told = await rehearsed(path, compliance);
  expect(told.body).toMatchObject({ met: true, stray: [] });
  expect(told.body.goals.filter(({ state }: { state: string }) => state !== 'reached')).toEqual([]);
  expect(await owner.post(`${path}/publication`, undefined, match(3))).toMatchObject({ status: 200 });
});

test('nothing is published that was not tried out; the refusal names what is missing and what does not go as written', async () => {
  const document = drawing();
  const { 'reviewing/after/reviewBy/0': _, ...gaps } = gapReasons(document).gaps;
  const wrong = { ...scriptsOf('starter', document.id).resolved, steps: [{ expect: { steps: ['elsewhere'] } }] };
  const path = await drawn(document, { scripts: { wrong }, gaps, met: true, passed: true }, true);
  const refused = await owner.post(`${path}/publication`, undefined, match(3));
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'gate-not-met', facts: { missing: ['reviewing/after/reviewBy/0'], failing: ['wrong'] } },
  });
  expect((await owner.get(`${path}/versions/1`)).status).toBe(404);
});

test('a draft without any scenario is not published either', async () => {
  const document = drawing();
  const path = await drawn(document, {}, true);
  const { body } = await owner.post(`${path}/publication`, undefined, match(3));
  expect(body.code).toBe('gate-not-met');
  expect(body.facts.missing).toEqual(Object.keys(gapReasons(document).gaps));
});

test('a procedure that is copied or set up brings its scenarios, and a new draft of it has them', async () => {
  expect((await owner.get('/definitions/starter/versions/1')).body.scenarios).toEqual(shippedScenarios.starter);
  const { document } = (await owner.get('/definitions/starter/versions/1')).body;
  const begun = await owner.put('/definitions/starter/draft', { document }, match(0));
  expect(begun.body.scenarios).toEqual(shippedScenarios.starter);
});

test('hostile scenarios are findings, and no failures', async () => {
  const document = drawing();
  const good = scriptsOf('starter', document.id).resolved;
  const scripts = {
    none: 7,
    unsafe: JSON.parse('{"constructor":{"prototype":1}}'),
    long: { ...good, steps: new Array(40_000).fill({ wait: { days: 1 } }) },
    far: { ...good, steps: [{ wait: { years: 1e308 } }, { waitUntil: '+275760-09-13T00:00:00Z' }] },
    stranger: { ...good, process: '../../etc/passwd' },
  };
  const told = await rehearsed(await drawn(document, { scripts, ...gapReasons(document) }));
  expect(told).toMatchObject({ status: 200, body: { met: false } });
  expect(told.body.scenarios.map(({ id, ok }: { id: string; ok: boolean }) => [id, ok])).toEqual(
    Object.keys(scripts).map((id) => [id, false]),
  );
});

/** A step that begins anew every minute, for years: a scenario of it comes to no end. */
function restless() {
  const document = structuredClone(drawing());
  const { recording } = document.machine.states;
  document.delays.recordBy = { title: document.delays.recordBy.title, minutes: 1 };
  recording.after.recordBy = [{ target: '#recording', reenter: true }];
  return document;
}

test('a scenario that never ends is stopped, and whoever works meanwhile hardly waits', async () => {
  const document = restless();
  const scripts = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `loop${index}`,
      { ...scriptsOf('starter', document.id).resolved, steps: [{ wait: { years: 30 } }] },
    ]),
  );
  const path = await drawn(document, { scripts, ...gapReasons(document) });
  const looked = async (count: number): Promise<number> => {
    const took: number[] = [];
    for (let each = 0; each < count; each += 1) {
      const from = performance.now();
      expect((await handler.get('/definitions/starter')).status).toBe(200);
      took.push(performance.now() - from);
    }
    return took.toSorted((one, other) => one - other)[Math.floor(count / 2)] ?? 0;
  };
  await looked(20);
  const alone = await looked(60);
  let over = false;
  const playing = rehearsed(path).finally(() => {
    over = true;
  });
  const beside = await looked(60);
  expect(over).toBe(false);
  const told = await playing;
  process.stderr.write(`a request alone ${alone.toFixed(1)} ms, beside a rehearsal ${beside.toFixed(1)} ms\n`);
  expect(told).toMatchObject({ status: 200, body: { met: false } });
  const codes = told.body.scenarios.flatMap((one: { problems: readonly { code: string }[] }) => one.problems.map(({ code }) => code));
  // How many come to their end before the time is over is the machine's.
  expect(codes.length).toBeGreaterThanOrEqual(100);
  expect(['endless', 'took-too-long', 'not-as-expected']).toEqual(expect.arrayContaining([...new Set(codes)]));
  expect(beside).toBeLessThan(2 * alone + 2);
}, 120_000);

test('who asks for many rehearsals at once has to come again', async () => {
  const document = restless();
  const slow = { ...scriptsOf('starter', document.id).resolved, steps: [{ wait: { days: 1 } }] };
  const path = await drawn(document, { scripts: { slow }, ...gapReasons(document) });
  const answers = await Promise.all(Array.from({ length: 6 }, () => rehearsed(path)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429, 429, 429]);
  expect((await rehearsed(path)).status).toBe(200);
}, 60_000);
