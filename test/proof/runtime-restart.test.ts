import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Ports } from '../../runtime-api/src/ports.ts';
import { startWorkers } from '../../runtime-api/src/start-workers.ts';
import { examination, recording } from '../complaint-answers.ts';
import { type Office, type OfficeSettings, openOffice } from '../office.ts';
import { copiedAfterwards } from './checks/check.ts';
import { healthy } from './checks/road.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());

const open = (settings: Partial<OfficeSettings> = {}): Promise<Office> => openOffice({ processes: [starter], now: monday, ...settings });
class Killed extends Error {}
const dies = async (): Promise<never> => {
  throw new Killed();
};

/** A process that dies at a point of the road, and the one that comes after it on the same folder. */
async function afterDeathAt(wrap: NonNullable<OfficeSettings['wrap']>): Promise<{ readonly id: string; readonly key: string }> {
  const first = await open();
  const { id } = await first.receive();
  const { home } = first;
  await first.close();
  const dying = await open({ home, workers: false, wrap });
  await dying.complete(id, 'recording', 'recorded', recording).catch((problem: unknown) => {
    if (!(problem instanceof Killed)) throw problem;
  });
  await dying.close();
  office = await open({ home });
  await office.pass({ seconds: 20 });
  return { id, key: '' };
}

test('killed after load: nothing happened, and the person can send again', async () => {
  const { id } = await afterDeathAt((ports) => ({ ...ports, journal: { answerTo: dies } }));
  expect((await office.journal(id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered']);
  expect(await office.complete(id, 'recording', 'recorded', recording)).toMatchObject({ ok: true });
  await healthy(office);
});

test('killed after the commit: lines, tasks and letters are copied by whoever comes next', async () => {
  const { id } = await afterDeathAt((ports) => ({ ...copiedAfterwards(ports), settle: dies }));
  expect((await office.journal(id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered', 'recorded']);
  expect((await office.tasks(id)).map((task) => [task.step, task.state]).sort()).toEqual([
    ['examining', 'open'],
    ['recording', 'done'],
  ]);
  expect(await office.letters()).toHaveLength(1);
  expect(await office.case(id)).toMatchObject({ unsettled: { journal: [], effects: [] } });
  await healthy(office);
});

const points = ['contents', 'journal', 'effects', 'tasks'] as const;
test.each(points)('killed in the middle of settling, while %s are copied: everything is there once', async (collection) => {
  const { settler } = await import('../../runtime-api/src/settle/settle.ts');
  const { id } = await afterDeathAt((real) => {
    const ports = copiedAfterwards(real);
    const broken = new Proxy(ports.store[collection], {
      get: (model, name) => (name === 'insertMany' || name === 'updateOne' ? dies : Reflect.get(model, name)),
    });
    return { ...ports, settle: settler({ ...ports, store: { ...ports.store, [collection]: broken } as Ports['store'] }) };
  });
  expect((await office.journal(id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered', 'recorded']);
  expect(await office.store.contents.countDocuments({ organisation: office.organisation, caseId: id })).toBe(3);
  expect((await office.tasks(id)).filter((task) => task.state === 'open')).toHaveLength(1);
  expect(await office.letters()).toHaveLength(1);
  await healthy(office);
});

test('two events between two crashes are settled in their order', async () => {
  const first = await open();
  const { id } = await first.receive();
  const { home } = first;
  await first.close();
  const dying = await open({ home, workers: false, wrap: (ports) => ({ ...copiedAfterwards(ports), settle: dies }) });
  await dying.complete(id, 'recording', 'recorded', recording);
  await dying.complete(id, 'examining', 'examined', examination);
  expect((await dying.case(id)).unsettled.journal).toHaveLength(2);
  await dying.close();
  office = await open({ home });
  await office.pass({ seconds: 20 });
  expect((await office.journal(id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered', 'recorded', 'examined']);
  expect(Object.fromEntries((await office.tasks(id)).map((task) => [task.step, task.state]))).toEqual({
    recording: 'done',
    examining: 'done',
    deciding: 'open',
  });
  await healthy(office);
});

test('killed after an effect was claimed: it is done when the lease has run out, not before', async () => {
  const { claim, dueEffects } = await import('../../runtime-api/src/effects/claim.ts');
  const first = await open();
  const { id } = await first.receive();
  const { home } = first;
  await first.close();
  const dying = await open({ home, workers: false });
  await dying.complete(id, 'recording', 'recorded', recording);
  for (const row of await dueEffects(dying.ports, 100)) expect(await claim(row, dying.ports)).toBeDefined();
  await dying.close();
  office = await open({ home });
  await office.pass({ seconds: 29 });
  expect(await office.letters()).toHaveLength(0);
  await office.pass({ seconds: 2 });
  expect(await office.letters()).toHaveLength(1);
  await healthy(office);
});

test('killed after the letter went out, before that was marked: the letter comes again under the same Message-ID', async () => {
  const sent: string[] = [];
  const mail = () => ({
    send: async (message: { readonly key: string }) => {
      sent.push(message.key);
      return { state: 'sent' as const };
    },
  });
  const first = await open({ mail });
  const { id } = await first.receive();
  const { home } = first;
  await first.close();
  const dying = await open({
    home,
    mail: () => ({ send: async (message) => mail().send(message).then(dies) }),
    wrap: (ports) => ({
      ...ports,
      store: {
        ...ports.store,
        effects: new Proxy(ports.store.effects, {
          get: (model, name) => (name === 'updateOne' && sent.length > 0 ? dies : Reflect.get(model, name)),
        }),
      },
    }),
  });
  await dying.complete(id, 'recording', 'recorded', recording);
  await dying.close();
  expect(sent).toHaveLength(1);
  office = await open({ home, mail });
  await office.pass({ seconds: 40 });
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(1);
  await office.pass({ days: 1 });
  expect(sent).toHaveLength(2);
  await healthy(office);
});

test('a server that is stopped in the middle of a timer storm ends, whoever waits for it too, and the next one goes on', async () => {
  office = await open({ workers: false });
  for (let n = 0; n < 20; n++) await office.receive({ description: `Parcel ${n}` });
  const due = await office.store.cases.find({ organisation: office.organisation }).lean<{ nextDueAt: string }[]>();
  office.clock.jumpTo(Math.max(...due.map(({ nextDueAt }) => Date.parse(nextDueAt))));
  const first = startWorkers(office.ports);
  const waiting = [first.idle(), first.idle()];
  await first.stop();
  await Promise.all(waiting);
  await first.idle();
  const next = startWorkers(office.ports);
  await next.idle();
  await next.stop();
  expect(await office.store.journal.countDocuments({ organisation: office.organisation, type: 'timer.fire' })).toBe(20);
  await healthy(office);
});
