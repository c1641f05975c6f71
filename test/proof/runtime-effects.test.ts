import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { claim, close, dueEffects, leaseMs, wakeNext } from '../../runtime-api/src/effects/claim.ts';
import { markSent } from '../../runtime-api/src/letters/mark-sent.ts';
import { releaseHeldMail } from '../../runtime-api/src/letters/release-held.ts';
import type { OutgoingMessage } from '../../runtime-api/src/ports.ts';
import { openNumbers } from '../../runtime-api/src/register/numbers.ts';
import type { EffectDocument } from '../../runtime-api/src/store/models/effect.ts';
import { decision, examination, recording } from '../complaint-answers.ts';
import { type Office, type OfficeSettings, openOffice } from '../office.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());
const open = (settings: Partial<OfficeSettings> = {}): Promise<Office> => openOffice({ processes: [starter], now: monday, ...settings });
const complainant = { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] };

const letterRow = async (id: string): Promise<EffectDocument> => {
  const rows = await office.store.effects
    .find({ organisation: office.organisation, caseId: id, kind: 'letter' })
    .sort({ order: 1 })
    .lean<EffectDocument[]>();
  const [first] = rows;
  if (first === undefined) throw new Error('no letter');
  return first;
};

/** A mail server that answers as it is told, and remembers when it was asked. */
function postOffice(answers: { fails: number }, asked: { readonly key: string; readonly at: number; readonly text: string }[]) {
  return () => ({
    send: async (message: OutgoingMessage) => {
      asked.push({ key: message.key, at: office.clock.now(), text: message.text });
      if (answers.fails-- > 0) throw new Error('451 try again later');
      return { state: 'sent' as const };
    },
  });
}

test('a mail server that answers 451 three times gets the letter at the fourth try, later each time, under one key', async () => {
  const asked: { key: string; at: number; text: string }[] = [];
  office = await open({ mail: postOffice({ fails: 3 }, asked) });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  await office.pass({ hours: 1 });
  expect(asked).toHaveLength(4);
  expect(new Set(asked.map((one) => one.key)).size).toBe(1);
  const waits = asked.slice(1).map((one, n) => one.at - (asked[n]?.at ?? 0));
  expect(waits[0]).toBeLessThan(waits[1] ?? 0);
  expect(waits[1]).toBeLessThan(waits[2] ?? 0);
  expect(await letterRow(id)).toMatchObject({ state: 'done', attempts: 3 });
  expect((await office.case(id)).incidents).toEqual([]);
});

test('a mail server that is gone for good is an incident; the next letter waits behind it; "try again" sends both in order', async () => {
  const asked: { key: string; at: number; text: string }[] = [];
  const answers = { fails: 12 };
  office = await open({ mail: postOffice(answers, asked) });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  await office.pass({ days: 1 });
  expect(asked).toHaveLength(12);
  expect(await office.case(id)).toMatchObject({ status: 'active', incidents: [{ kind: 'effect', reason: 'not-reached' }] });
  await office.deliver(id, 'statusRequest', { by: complainant });
  expect(asked).toHaveLength(12);
  const [incident] = (await office.case(id)).incidents;
  expect(
    await office.deliver(id, 'incident.retry', { payload: { incident: incident?.id ?? '' }, by: office.as('processOwner') }),
  ).toMatchObject({ ok: true });
  await office.pass({ minutes: 1 });
  expect(asked.slice(12).map((one) => one.text.slice(0, 9))).toHaveLength(2);
  expect(asked[12]?.key).toBe(asked[0]?.key);
  expect(asked[13]?.key).not.toBe(asked[0]?.key);
  expect((await office.case(id)).incidents).toEqual([]);
  expect((await office.journal(id)).map((line) => line.type)).toEqual(expect.arrayContaining(['incident.opened', 'incident.retry']));
});

test('skipped with a reason, a failed letter is not sent, and the next one goes', async () => {
  const asked: { key: string; at: number; text: string }[] = [];
  office = await open({ mail: postOffice({ fails: 12 }, asked) });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  await office.pass({ days: 1 });
  await office.deliver(id, 'statusRequest', { by: complainant });
  const [incident] = (await office.case(id)).incidents;
  await office.deliver(id, 'incident.skip', { payload: { incident: incident?.id ?? '', reason: 'told her by phone' } });
  await office.pass({ minutes: 1 });
  expect(asked).toHaveLength(13);
  expect(await letterRow(id)).toMatchObject({ state: 'skipped' });
  expect((await office.case(id)).incidents).toEqual([]);
  expect(await office.deliver(id, 'incident.skip', { payload: { incident: 'i99', reason: 'x' } })).toMatchObject({
    ok: false,
    refusal: { code: 'incident-not-found' },
  });
});

test('eight workers want the same effect: one gets it', async () => {
  office = await open({ workers: false });
  await office.receive();
  const [row] = await dueEffects(office.ports, 10);
  if (row === undefined) throw new Error('nothing due');
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim(row, office.ports)));
  expect(claims.filter((one) => one !== undefined)).toHaveLength(1);
});

test('who ends an effect hurries the next of its lane, but not one that another process works on already', async () => {
  office = await open({ workers: false });
  await office.receive();
  const { ports, store, organisation } = office;
  const [first] = await dueEffects(ports, 10);
  if (first === undefined) throw new Error('nothing due');
  const later = new Date(office.clock.now() + 5_000).toISOString();
  const second: EffectDocument = { ...first, _id: `${first._id}:next`, order: first.order + 1, nextAt: later };
  await store.effects.insertMany([second]);
  const nextAt = async () => (await store.effects.findOne({ organisation, _id: second._id }).lean<EffectDocument>())?.nextAt;

  const mine = await claim(first, ports);
  if (mine === undefined) throw new Error('not claimed');
  await close(mine, { state: 'done' }, ports);
  expect(await wakeNext(mine, ports)).toBe(true);
  expect(await nextAt()).toBe(office.now());
  const theirs = await claim({ ...second, nextAt: office.now() }, ports);
  expect(theirs).toMatchObject({ fence: 1 });
  expect(await wakeNext(mine, ports)).toBe(false); // Slower than the other process: its lease stays.
  expect(await nextAt()).toBe(new Date(office.clock.now() + leaseMs).toISOString());
  expect(await dueEffects(ports, 10)).toEqual([]);
});

test('who is put off behind one that ends at that very moment is not put off: nobody else would wake it', async () => {
  office = await open({ workers: false });
  await office.receive();
  const { ports, store, organisation } = office;
  const [first] = await dueEffects(ports, 10);
  if (first === undefined) throw new Error('nothing due');
  const second: EffectDocument = { ...first, _id: `${first._id}:next`, order: first.order + 1 };
  await store.effects.insertMany([second]);
  const mine = await claim(first, ports);
  if (mine === undefined) throw new Error('not claimed');
  // The first one ends after the second has seen it open, and before the second is put off.
  let ended = false;
  const effects = new Proxy(store.effects, {
    get: (model, name) =>
      name === 'updateOne' && !ended
        ? async (...words: Parameters<typeof store.effects.updateOne>) => {
            ended = true;
            await close(mine, { state: 'done' }, ports);
            await wakeNext(mine, ports);
            return await store.effects.updateOne(...words);
          }
        : Reflect.get(model, name),
  });
  expect(await claim(second, { ...ports, store: { ...store, effects } })).toMatchObject({ _id: second._id, fence: 1 });
  expect(await store.effects.findOne({ organisation, _id: second._id }).lean()).toMatchObject({ fence: 1, open: true });
});

test('held mail waits, and goes when the switch is opened', async () => {
  office = await open();
  await office.store.organisations.updateOne({ organisation: office.organisation, _id: office.organisation }, { $set: { mailHeld: true } });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  await office.pass({ hours: 3 });
  expect(await office.letters()).toHaveLength(0);
  expect(await office.store.letters.find({ organisation: office.organisation }).lean()).toMatchObject([
    { state: 'held', subject: 'Your complaint 2026-000001: what happens next' },
  ]);
  await office.store.organisations.updateOne(
    { organisation: office.organisation, _id: office.organisation },
    { $set: { mailHeld: false } },
  );
  expect(await releaseHeldMail(office.organisation, office.ports)).toBe(1);
  await office.settled();
  expect(await office.letters()).toHaveLength(1);
});

test('without a mail server a letter is a file that a person sends: how, when', async () => {
  office = await open();
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  const [letter] = await office.store.letters
    .find({ organisation: office.organisation, caseId: id })
    .lean<{ _id: string; state: string; file: string }[]>();
  expect(letter).toMatchObject({ state: 'written', file: `${letter?._id.replaceAll(':', '-')}.eml` });
  const sending = {
    organisation: office.organisation,
    letter: letter?._id ?? '',
    how: 'from my own mailbox',
    at: office.now(),
    by: office.as('handler'),
  };
  expect(await markSent(sending, office.ports)).toMatchObject({
    ok: true,
    value: { state: 'sent', sent: { how: 'from my own mailbox', by: 'person-handler' } },
  });
  expect(await markSent(sending, office.ports)).toMatchObject({ ok: false, refusal: { code: 'letter-already-sent' } });
  expect(await markSent({ ...sending, organisation: 'rival' }, office.ports)).toMatchObject({
    ok: false,
    refusal: { code: 'letter-not-found' },
  });
});

test('whoever can only be reached on paper gets paper: somebody prints and posts it', async () => {
  office = await open();
  const { id } = await office.receive({ contact: 'ul. Długa 5, Gdańsk' });
  await office.complete(id, 'recording', 'recorded', { ...recording, contact: 'ul. Długa 5, Gdańsk' });
  expect(await office.letters()).toHaveLength(0);
  const print = (await office.tasks(id)).find((task) => task.kind === 'print');
  expect(print).toMatchObject({ state: 'open', step: 'examining', role: 'handler', queue: 'starter/handler' });
  expect(print?.dueAt).toBe('2026-03-09T09:00:00.000Z'); // With the deadline of the step, before our promise of 28 days: not some day.
  const [letter] = await office.store.letters
    .find({ organisation: office.organisation, caseId: id })
    .lean<{ _id: string; state: string }[]>();
  expect(letter).toMatchObject({ _id: print?.letter, state: 'to-print' });
  expect(await office.deliver(id, 'letter.sent', { payload: { task: print?.task ?? '', how: 'registered post' } })).toMatchObject({
    ok: true,
  });
  expect(await office.store.letters.findOne({ organisation: office.organisation, _id: letter?._id ?? '' }).lean()).toMatchObject({
    state: 'sent',
    sent: { how: 'registered post', by: 'person-handler' },
  });
  expect((await office.tasks(id)).find((task) => task.kind === 'print')).toMatchObject({ state: 'done', doneBy: 'person-handler' });
});

test('letters to staff lie in the inbox of everybody who holds the role, in their language', async () => {
  office = await open({ language: 'pl' });
  const { id } = await office.receive();
  await office.pass({ days: 5 });
  const rows = await office.store.inbox
    .find({ organisation: office.organisation, caseId: id })
    .lean<{ person: string; subject: string; language: string; body: string }[]>();
  expect(rows).toMatchObject([{ person: 'person-processOwner', language: 'pl' }]);
  expect(rows[0]?.body).toContain('2026-000001');
});

test('register numbers have no gap and no double, although workers crash between counter and row', async () => {
  office = await open({ workers: false });
  const { store, organisation } = office;
  let crashes = 0;
  const crashing = new Proxy(store.register, {
    get: (model, name) =>
      name === 'insertMany' && crashes++ % 3 === 0
        ? async () => {
            throw new Error('killed');
          }
        : Reflect.get(model, name),
  });
  // Three processes; the register of one of them breaks again and again. Each asks for its cases in two goes, so that some wait for each other.
  const processes = [openNumbers(store), openNumbers({ ...store, register: crashing }), openNumbers(store)];
  const wanted = Array.from({ length: 60 }, (_, n) => ({ organisation, kind: 'complaint', caseId: `case-${n}`, at: monday }));
  const ask = (n: number, at = n) => processes[at % 3]?.take({ organisation, kind: 'complaint', caseId: `case-${n}`, at: monday });
  await Promise.allSettled(wanted.map((_, n) => ask(n)));
  expect(crashes).toBeGreaterThan(1);
  await Promise.allSettled(wanted.map((_, n) => ask(n, n + 1)));
  const numbers = await Promise.all(wanted.map((_, n) => ask(n, 0)));
  expect([...numbers].sort()).toEqual(wanted.map((_, n) => `2026-${String(n + 1).padStart(6, '0')}`));
  expect(await Promise.all(wanted.map((_, n) => ask(n, 2)))).toEqual(numbers);
});

test('who asks twice at once gets one number, and those who wait for a series share one write of its counter', async () => {
  office = await open({ workers: false });
  const { store, organisation } = office;
  let writes = 0;
  const counted = new Proxy(store.counters, {
    get: (model, name) => {
      if (name === 'updateOne' || name === 'insertMany') writes += 1;
      return Reflect.get(model, name);
    },
  });
  const numbers = openNumbers({ ...store, counters: counted });
  const cases = [...Array(60).keys()].map((n) => `case-${n % 40}`);
  const given = await Promise.all(cases.map((caseId) => numbers.take({ organisation, kind: 'complaint', caseId, at: monday })));
  expect(given.slice(40)).toEqual(given.slice(0, 20));
  expect([...given.slice(0, 40)].sort()).toEqual(Array.from({ length: 40 }, (_, n) => `2026-${String(n + 1).padStart(6, '0')}`));
  expect(writes).toBeLessThan(20);
});

test('a service step has no connector yet: an incident says so, and skipping it takes the way of failure', async () => {
  const process = structuredClone(starter) as { services?: object; machine: { states: { [id: string]: { entry?: object[] } } } };
  process.services = { notify: { title: { en: 'Notify', fa: 'خبر', pl: 'Powiadom' }, connector: 'crm', operation: 'note' } };
  process.machine.states.deciding = { ...process.machine.states.deciding, entry: [{ type: 'call', params: { service: 'notify' } }] };
  office = await openOffice({ processes: [process], now: monday });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  await office.complete(id, 'examining', 'examined', examination);
  expect((await office.case(id)).incidents).toMatchObject([{ kind: 'effect', reason: 'no-connector' }]);
  expect(await office.complete(id, 'deciding', 'decide', decision)).toMatchObject({ ok: true });
  const [incident] = (await office.case(id)).incidents;
  await office.deliver(id, 'incident.skip', { payload: { incident: incident?.id ?? '', reason: 'done by hand' } });
  expect((await office.case(id)).incidents).toEqual([]);
});
