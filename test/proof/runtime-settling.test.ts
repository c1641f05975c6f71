import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Ports } from '../../runtime-api/src/ports.ts';
import { startSettleSweep } from '../../runtime-api/src/settle/sweep.ts';
import { decision, examination, recording } from '../complaint-answers.ts';
import { type Office, type OfficeSettings, openOffice } from '../office.ts';
import { copiedAfterwards } from './checks/check.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
/** More than one round of the sweep looks at. */
const many = 230;
let office: Office;
afterEach(() => office.remove());

/** Ports that count how many writes to cases are on their way at once. */
function counting(ports: Ports, seen: { most: number }): Ports {
  let now = 0;
  const cases = new Proxy(ports.store.cases, {
    get: (model, name) =>
      name === 'updateOne'
        ? async (...words: Parameters<typeof model.updateOne>) => {
            now += 1;
            seen.most = Math.max(seen.most, now);
            try {
              return await model.updateOne(...words);
            } finally {
              now -= 1;
            }
          }
        : Reflect.get(model, name),
  });
  return { ...ports, store: { ...ports.store, cases } };
}

test('what a crash left uncopied in hundreds of cases is copied by one look, many cases side by side', async () => {
  const dying = await openOffice({
    processes: [starter],
    now: monday,
    workers: false,
    wrap: (ports) => ({ ...copiedAfterwards(ports), settle: () => Promise.reject(new Error('killed')) }),
  });
  for (let n = 0; n < many; n += 1) await dying.receive();
  await dying.close();
  office = await openOffice({ processes: [starter], now: monday, home: dying.home, workers: false });
  expect(await office.store.journal.countDocuments({ organisation: office.organisation })).toBe(0);

  office.clock.jumpTo(office.clock.now() + 6_000);
  const seen = { most: 0 };
  const sweep = startSettleSweep(counting(office.ports, seen));
  await sweep.look();
  await sweep.stop();
  expect(await office.store.journal.countDocuments({ organisation: office.organisation })).toBe(many);
  expect(await office.store.cases.countDocuments({ organisation: office.organisation, 'unsettled.journal': { $ne: [] } })).toBe(0);
  expect(seen.most).toBeGreaterThan(8);
}, 60_000);

test('what was copied is cleared out of quiet cases, many side by side', async () => {
  office = await openOffice({ processes: [starter], now: monday, workers: false, wrap: copiedAfterwards });
  const seen = { most: 0 };
  const sweep = startSettleSweep(counting(office.ports, seen));
  for (let n = 0; n < many; n += 1) await office.receive();
  office.clock.jumpTo(office.clock.now() + 1_000);
  await sweep.look();
  await sweep.stop();
  const left = await office.store.cases.find({ organisation: office.organisation }, { unsettledAt: 1, unsettled: 1 }).lean();
  expect(left.filter(({ unsettledAt, unsettled }) => unsettledAt !== undefined || unsettled.journal.length > 0)).toEqual([]);
  expect(seen.most).toBeGreaterThan(8);
}, 60_000);

test('copied at once or afterwards: the store holds the same', async () => {
  const left = async (wrap: NonNullable<OfficeSettings['wrap']>) => {
    let salts = 0;
    const alike = (ports: Parameters<typeof wrap>[0]) => ({ ...ports, random: { ...ports.random, id: () => `same-${salts++}` } });
    const one = await openOffice({ processes: [starter], now: monday, wrap: (ports) => alike(wrap(ports)) });
    const { id } = await one.receive();
    await one.complete(id, 'recording', 'recorded', recording);
    await one.complete(id, 'examining', 'examined', examination);
    await one.complete(id, 'deciding', 'decide', decision);
    await one.pass({ days: 3 });
    const stored: { [collection: string]: unknown } = {};
    for (const collection of ['cases', 'contents', 'journal', 'tasks', 'effects', 'letters'] as const) {
      const rows = await one.store.connection.collection(collection).find({}).sort({ _id: 1 }).toArray();
      stored[collection] = rows.map(withoutRandom);
    }
    office = one;
    return stored;
  };
  const afterwards = await left(copiedAfterwards);
  await office.remove();
  expect(await left((ports) => ports)).toEqual(afterwards);
  expect(Object.values(afterwards).every((rows) => Array.isArray(rows) && rows.length > 0)).toBe(true);
});

const withoutRandom = ({ organisation, ...row }: { readonly [field: string]: unknown }) => row;
