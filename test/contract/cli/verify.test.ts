import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseDocument } from '../../../runtime-api/src/store/models/case.ts';
import type { EffectDocument } from '../../../runtime-api/src/store/models/effect.ts';
import type { JournalLine } from '../../../runtime-api/src/store/models/journal.ts';
import { examination, recording } from '../../complaint-answers.ts';
import type { Browser } from '../http/browser.ts';
import { TestServer } from '../http/running-server.ts';
import { founded, newCase } from '../http/world.ts';
import { redress } from './run-command.ts';

/** Somebody with access to the store itself changes what was written; `verify`, asked of the running server, names exactly that. */
let server: TestServer;
let admin: Browser;
let organisation = '';

beforeAll(async () => {
  server = await TestServer.open('2026-03-02T09:00:00.000Z');
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  organisation = (await admin.get('/organisation')).body.id;
});
afterAll(() => server.close());

/** A case with five lines or more, copied and quiet. */
async function caseInWork(): Promise<string> {
  const { id } = (await admin.post('/cases', newCase('2026-03-02T08:00:00Z'))).body;
  await server.idle();
  for (const [event, values] of [
    ['recorded', recording],
    ['examined', { ...examination, facts: `Nobody was at the door: ${id}` }],
  ] as const) {
    const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
    expect((await admin.post(`/tasks/${encodeURIComponent(task.id)}/completion`, { event, values })).status).toBe(200);
    await server.idle();
  }
  await server.pass(600);
  return id;
}

const linesOf = (caseId: string) => server.running.store.journal.find({ organisation, caseId }).sort({ revision: 1 }).lean<JournalLine[]>();
const line = (caseId: string, revision: number) => ({ organisation, _id: `${caseId}:${revision}` });
/** Puts this line at a place, as it is. */
async function put(caseId: string, revision: number, from: JournalLine): Promise<void> {
  const { journal } = server.running.store;
  const { _id, organisation: whose, ...fields } = from;
  await journal.deleteOne(line(caseId, revision));
  await journal.insertMany([{ ...fields, organisation: whose, _id: `${caseId}:${revision}` }]);
}

interface Fault {
  readonly caseId: string;
  readonly revision: number;
  readonly fault: string;
}
const found = async (caseId: string): Promise<readonly string[]> => {
  const told = await redress(server, 'verify', '--json');
  const faults: readonly Fault[] = told.json.faults.filter((fault: Fault) => fault.caseId === caseId);
  expect(told.code).toBe(told.json.faults.length + told.json.stuck.length === 0 ? 0 : 1);
  return faults.map(({ revision, fault }) => `${fault} ${revision}`);
};

test('a store that nobody touched is clean, and the command says how much it looked at', async () => {
  const id = await caseInWork();
  expect(await found(id)).toEqual([]);
  const told = await redress(server, 'verify');
  expect(told).toMatchObject({
    code: 0,
    text: expect.stringMatching(/^(1 case|\d+ cases), \d+ journal lines: all as it was written, nothing stuck\.$/),
  });
});

describe('what was done to the journal or the case is named', () => {
  test('a line altered', async () => {
    const id = await caseInWork();
    await server.running.store.journal.updateOne(line(id, 3), { $set: { at: '2026-03-02T09:00:01.000Z' } });
    expect(await found(id)).toEqual(['line-altered 3']);
    const told = await redress(server, 'verify');
    expect(told.code).toBe(1);
    expect(told.text).toContain(`line-altered: case ${id}, line 3, organisation ${organisation}`);
  });

  test('a line removed', async () => {
    const id = await caseInWork();
    await server.running.store.journal.deleteOne(line(id, 2));
    expect(await found(id)).toEqual(['line-missing 2', 'contents-altered 2']);
  });

  test('a line inserted: one more at a place, and one after the last', async () => {
    const id = await caseInWork();
    const lines = await linesOf(id);
    const [third] = lines.filter(({ revision }) => revision === 3);
    const last = lines.at(-1);
    if (!third || !last) throw new Error('The case has too few lines');
    await server.running.store.journal.insertMany([{ ...third, _id: `${id}:3-again` }]);
    expect(await found(id)).toEqual(['line-inserted 3']);
    await server.running.store.journal.insertMany([{ ...last, _id: `${id}:${last.revision + 1}`, revision: last.revision + 1 }]);
    expect(await found(id)).toEqual(['line-inserted 3', `line-inserted ${last.revision + 1}`]);
  });

  test('two lines swapped', async () => {
    const id = await caseInWork();
    const [, second, third] = await linesOf(id);
    if (!second || !third) throw new Error('The case has too few lines');
    await put(id, 2, { ...third, revision: 2 });
    await put(id, 3, { ...second, revision: 3 });
    expect((await found(id)).filter((fault) => !fault.startsWith('c'))).toEqual(['line-swapped 2', 'line-swapped 3']);
  });

  test('the tail cut off', async () => {
    const id = await caseInWork();
    const last = (await linesOf(id)).at(-1)?.revision ?? 0;
    for (const revision of [last - 1, last]) {
      await server.running.store.journal.deleteOne(line(id, revision));
      await server.running.store.contents.deleteOne(line(id, revision));
    }
    expect(await found(id)).toEqual([`tail-cut ${last - 1}`, `tail-cut ${last}`]);
  });

  test('the tail cut off and the head of the case moved back to match', async () => {
    const id = await caseInWork();
    const lines = await linesOf(id);
    const before = lines.at(-2);
    const last = lines.at(-1);
    if (!before || !last) throw new Error('The case has too few lines');
    await server.running.store.journal.deleteOne(line(id, last.revision));
    await server.running.store.contents.deleteOne(line(id, last.revision));
    await server.running.store.cases.updateOne(
      { organisation, _id: id },
      { $set: { head: { revision: before.revision, hash: before.hash } } },
    );
    expect(await found(id)).toEqual([`case-altered ${before.revision}`]);
  });

  test('the case exchanged for another one, or its state or outcome altered', async () => {
    const [one, other] = [await caseInWork(), await caseInWork()];
    const { cases } = server.running.store;
    const stranger = await cases.findOne({ organisation, _id: other }).lean<CaseDocument>();
    if (!stranger) throw new Error('No case');
    const { _id, organisation: whose, ...fields } = stranger;
    await cases.updateOne({ organisation, _id: one }, { $set: fields });
    expect(await found(one)).toEqual([`head-differs ${stranger.head.revision}`, `case-altered ${stranger.head.revision}`]);
    await cases.updateOne({ organisation, _id: other }, { $set: { snapshot: stranger.snapshot.replace('Nobody', 'Somebody') } });
    expect(await found(other)).toEqual([`case-altered ${stranger.head.revision}`]);
    const third = await caseInWork();
    await cases.updateOne({ organisation, _id: third }, { $set: { outcome: 'withdrawn' } });
    expect(await found(third)).toEqual([expect.stringMatching(/^case-altered \d+$/)]);
  });

  test('the whole case taken away, and put back', async () => {
    const id = await caseInWork();
    const { cases, journal } = server.running.store;
    const kept = await cases.findOne({ organisation, _id: id }).lean<CaseDocument>();
    await cases.deleteOne({ organisation, _id: id });
    expect(await found(id)).toEqual([`case-missing ${kept?.revision}`]);
    await journal.deleteOne(line(id, 1)); // Whatever is left of it tells.
    expect(await found(id)).toEqual([`case-missing ${kept?.revision}`]);
    await cases.insertMany([kept]);
    expect(await found(id)).toEqual(['line-missing 1', 'contents-altered 1']); // Its contents have no line any more.
  });

  test('answers altered; erasing them is no fault', async () => {
    const id = await caseInWork();
    const { contents } = server.running.store;
    await contents.updateOne(line(id, 3), { $set: { text: '{"values":{}}' } });
    expect(await found(id)).toEqual(['contents-altered 3']);
    for (const { revision } of await linesOf(id)) await contents.deleteOne(line(id, revision));
    expect(await found(id)).toEqual([]);
  });

  test('a line of another case', async () => {
    const [one, other] = [await caseInWork(), await caseInWork()];
    const [, second] = await linesOf(other);
    if (!second) throw new Error('The case has too few lines');
    await put(one, 2, { ...second, caseId: one });
    expect((await found(one)).filter((fault) => fault.startsWith('line'))).toEqual(['line-altered 2']);
  });
});

describe('work that lies is named', () => {
  const stuck = async (): Promise<readonly string[]> => {
    const told = await redress(server, 'verify', '--json');
    return told.json.stuck.map(
      ({ what, case: caseId, since }: { what: string; case: string; since: string }) => `${what} ${caseId} ${since}`,
    );
  };
  /** The server's clock stands still, so its workers do not look; the store says what should have been done long ago. */
  const ago = (ms: number) => new Date(server.clock.now() - ms).toISOString();
  const anEffect = async (caseId: string): Promise<EffectDocument> => {
    const found = await server.running.store.effects.findOne({ organisation, caseId }).lean<EffectDocument>();
    if (!found) throw new Error('No effect');
    return found;
  };

  test('a timer that is due and an unsettled case, once twice the poll has passed', async () => {
    const id = await caseInWork();
    const { cases } = server.running.store;
    await cases.updateOne({ organisation, _id: id }, { $set: { nextDueAt: ago(1_900), unsettledAt: ago(8_900) } });
    expect(await stuck()).toEqual([]);
    await cases.updateOne({ organisation, _id: id }, { $set: { nextDueAt: ago(2_100), unsettledAt: ago(9_100) } });
    expect(await stuck()).toEqual([`timer-due ${id} ${ago(2_100)}`, `case-unsettled ${id} ${ago(9_100)}`]);
    await cases.updateOne({ organisation, _id: id }, { $unset: { nextDueAt: '', unsettledAt: '' } });
  });

  test('an effect that nobody took, one that failed and was not tried again, and one whose worker fell silent', async () => {
    const id = await caseInWork();
    const { _id, fence } = await anEffect(id);
    const { effects } = server.running.store;
    const which = { organisation, _id };
    await effects.updateOne(which, { $set: { open: true, nextAt: ago(1_900) } });
    expect(await stuck()).toEqual([]);
    await effects.updateOne(which, { $set: { nextAt: ago(2_100), fence: 0 }, $unset: { note: '' } });
    expect(await stuck()).toEqual([`effect-unsent ${id} ${ago(2_100)}`]);
    await effects.updateOne(which, { $set: { fence: 1, attempts: 1, note: 'not-reached' } });
    expect(await stuck()).toEqual([`effect-unsent ${id} ${ago(2_100)}`]);
    await effects.updateOne(which, { $set: { fence: 2 }, $unset: { note: '' } });
    expect(await stuck()).toEqual([`lease-expired ${id} ${ago(2_100)}`]);
    await effects.updateOne(which, { $set: { fence }, $unset: { open: '', nextAt: '' } });
    expect(await stuck()).toEqual([]);
  });
});
