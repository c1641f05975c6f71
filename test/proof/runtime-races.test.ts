import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
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

test('what another process did is seen, although this one wrote every event of the case before and looks none of them up', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const task = (await office.tasks(id))[0]?.task ?? '';
  const other = await beside(office);
  const once = { key: 'page:1', task, values: recording };
  const first = await other.deliver(id, 'recorded', once);
  expect(first).toMatchObject({ ok: true, value: { seen: false } });
  expect(await office.deliver(id, 'recorded', once)).toMatchObject({ ok: true, value: { seen: true, revision: 3 } });
  expect(await office.deliver(id, 'statusRequest', { key: 'page:1' })).toMatchObject({ ok: false, refusal: { code: 'key-reused' } });
  expect((await office.journal(id)).filter((line) => line.eventId === 'page:1')).toHaveLength(1);
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

test('a query that names no organisation is no query', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  await expect(office.store.cases.find({ _id: id }).lean()).rejects.toThrow('names no organisation');
  await expect(office.store.cases.updateMany({ organisation: { $ne: '' } }, { $set: { title: 'x' } })).rejects.toThrow(
    'names no organisation',
  );
  await expect(office.store.cases.aggregate([{ $match: { status: 'active' } }])).rejects.toThrow('names no organisation');
});
