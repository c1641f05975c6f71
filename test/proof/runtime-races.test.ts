import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { verifyChain } from '../../runtime-api/src/store/verify-chain.ts';
import { examination, lodging, recording } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());

const beside = (of: Office): Promise<Office> => openOffice({ processes: [starter], now: monday, beside: of, workers: false });

test('eight clients of eight processes end the same task: one does, seven are told that it is gone', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const task = (await office.tasks(id))[0]?.task ?? '';
  const others = await Promise.all(Array.from({ length: 8 }, () => beside(office)));
  for (const other of others) await other.ports.cases.load({ organisation: office.organisation, caseId: id }, false); // All have it in memory.
  const answers = await Promise.all(
    others.map((other, n) => other.deliver(id, 'recorded', { task, values: { ...recording, severity: (n % 4) + 1 } })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'task-gone')).toHaveLength(7);
  await office.settled();
  expect((await office.journal(id)).map((line) => line.revision)).toEqual([1, 2, 3]);
  expect((await office.letters()).filter((letter) => letter.subject.includes('what happens next'))).toHaveLength(1);
  await Promise.all(others.map((other) => other.close()));
});

test('eight clients tell the same case something new: all of it is kept, in one chain without gaps', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const others = await Promise.all(Array.from({ length: 8 }, () => beside(office)));
  const complainant = { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] };
  const told = others.flatMap((other, n) =>
    [0, 1, 2].map((m) => ({ other, statement: `client ${n} message ${m}`, key: `client-${n}:${m}` })),
  );
  const answers = await Promise.all(
    told.map(({ other, statement, key }) => other.deliver(id, 'addInfo', { by: complainant, values: { statement }, key })),
  );
  const busy = answers.filter((answer) => !answer.ok);
  expect(busy.every((answer) => !answer.ok && answer.refusal.code === 'busy')).toBe(true);
  // Whoever was told to come back comes back, with the same key.
  for (const { other, statement, key } of told)
    expect(await other.deliver(id, 'addInfo', { by: complainant, values: { statement }, key })).toMatchObject({ ok: true });
  await office.settled();
  const lines = await office.journal(id);
  expect(
    lines
      .filter((line) => line.type === 'addInfo')
      .map((line) => line.eventId)
      .sort(),
  ).toEqual(told.map(({ key }) => key).sort());
  expect(lines.map((line) => line.revision)).toEqual(lines.map((_, n) => n + 1));
  expect(await verifyChain(await office.case(id), office.store)).toEqual([]);
  await Promise.all(others.map((other) => other.close()));
});

test('a start sent at once by eight processes makes one case and one number', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const others = await Promise.all(Array.from({ length: 8 }, () => beside(office)));
  const answers = await Promise.all(others.map((other) => other.start(lodging, { key: 'web:form-1' })));
  expect(answers.filter((answer) => answer.ok && !answer.value.seen)).toHaveLength(1);
  expect(answers.filter((answer) => answer.ok && answer.value.seen)).toHaveLength(7);
  await office.settled();
  expect(await office.store.register.countDocuments({ organisation: office.organisation })).toBe(1);
  await Promise.all(others.map((other) => other.close()));
});

test('memory that is behind refuses nothing that the store would take', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const other = await beside(office);
  await other.ports.cases.load({ organisation: office.organisation, caseId: id }, false);
  expect(await office.complete(id, 'recording', 'recorded', recording)).toMatchObject({ ok: true });
  const task = (await office.tasks(id)).find((one) => one.step === 'examining')?.task ?? '';
  expect(await other.deliver(id, 'examined', { task, values: examination })).toMatchObject({ ok: true, value: { states: ['deciding'] } });
  await other.close();
});

test('a write whose answer got lost is found again, whether it was written or not', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const lost = async (written: boolean): Promise<Office> => {
    let times = 0;
    return openOffice({
      processes: [starter],
      now: monday,
      beside: office,
      workers: false,
      wrap: (ports) => ({
        ...ports,
        cases: {
          ...ports.cases,
          commit: async (commit) => {
            if (times++ > 0) return ports.cases.commit(commit);
            if (written) await ports.cases.commit(commit);
            throw new Error('connection lost');
          },
        },
      }),
    });
  };
  const wrote = await lost(true);
  expect(await wrote.complete(id, 'recording', 'recorded', recording)).toMatchObject({
    ok: true,
    value: { states: ['examining'], seen: false },
  });
  const not = await lost(false);
  expect(await not.complete(id, 'examining', 'examined', examination)).toMatchObject({ ok: true, value: { states: ['deciding'] } });
  await office.settled();
  expect((await office.journal(id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered', 'recorded', 'examined']);
  await wrote.close();
  await not.close();
});

test('two organisations on one store never meet', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const { foundOffice } = await import('../found-office.ts');
  const { peopleModels } = await import('../../runtime-api/src/store/models/people-models.ts');
  const desk = { models: await peopleModels(office.store), clock: office.clock, store: office.store };
  const organisation = await foundOffice({}, office.ports, {
    definitions: office.definitions,
    desk,
    organisation: 'rival',
    name: 'The Rival',
  });
  const rival = await openOffice({ processes: [starter], now: monday, beside: { ...office, organisation }, workers: false });
  expect(await rival.deliver(id, 'withdraw', { by: { person: 'x', roles: ['complainant'] } })).toMatchObject({
    ok: false,
    refusal: { code: 'case-not-found' },
  });
  const theirs = await rival.start(lodging, { key: 'same-key', by: { person: 'rival-handler', roles: ['handler'] } });
  const ours = await office.start(lodging, { key: 'same-key' });
  expect(theirs.ok && ours.ok && theirs.value.caseId !== ours.value.caseId).toBe(true);
  await office.settled();
  const numbers = await office.store.register.find({ organisation }).lean<{ number: string }[]>();
  expect(numbers.map((row) => row.number)).toEqual(['2026-000001']);
  await expect(office.store.cases.find({ _id: id }).lean()).rejects.toThrow('names no organisation');
  await expect(office.store.cases.updateMany({ organisation: { $ne: '' } }, { $set: { title: 'x' } })).rejects.toThrow(
    'names no organisation',
  );
  await expect(office.store.cases.aggregate([{ $match: { status: 'active' } }])).rejects.toThrow('names no organisation');
  await rival.close();
});
