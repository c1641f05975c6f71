import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { performStart } from '../../runtime-api/src/effects/perform-case.ts';
import type { Ports } from '../../runtime-api/src/ports.ts';
import type { EffectDocument } from '../../runtime-api/src/store/models/effect.ts';
import { stuckNow } from '../../runtime-api/src/store/stuck.ts';
import { verifyAll } from '../../runtime-api/src/store/verify-chain.ts';
import { act, acts, childOf, decided, inReview, stepOf } from '../complaint-family.ts';
import { type Office, type OfficeSettings, openOffice } from '../office.ts';
import { copiedAfterwards } from './checks/check.ts';

const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());
const mail = () => ({ send: async () => ({ state: 'sent' as const }) });
const open = (settings: Partial<OfficeSettings> = {}): Promise<Office> =>
  openOffice({ processes: shippedProcesses, now: monday, mail, ...settings });
const dies = async (): Promise<never> => {
  throw new Error('killed');
};

/** A process that dies where it is told to while somebody does something, and the one that comes after it on the same folder. */
async function afterDeath(
  before: (first: Office) => Promise<string>,
  wrap: NonNullable<OfficeSettings['wrap']>,
  doing: (dying: Office, caseId: string) => Promise<unknown>,
  workers = false,
): Promise<string> {
  const first = await open();
  const caseId = await before(first);
  const { home } = first;
  await first.close();
  const dying = await open({ home, workers, wrap });
  await doing(dying, caseId).catch((problem: unknown) => {
    if (!String(problem).includes('killed')) throw problem;
  });
  await dying.close();
  office = await open({ home });
  await office.pass({ seconds: 40 });
  return caseId;
}

async function healthy(cases: number): Promise<void> {
  expect(await office.store.cases.countDocuments({ organisation: office.organisation })).toBe(cases);
  expect(await stuckNow(office.store, office.clock.now())).toEqual({ dueTimers: 0, unsettledCases: 0, lateEffects: 0, oldestEffectMs: 0 });
  const faults: unknown[] = [];
  await verifyAll(office.store, (fault) => faults.push(fault));
  expect(faults).toEqual([]);
}
const begun = async (caseId: string): Promise<number> => (await office.journal(caseId)).filter((line) => line.type === 'case.begin').length;

test('killed between the commit that wants a review and its start: the next process starts it, once', async () => {
  const complaint = await afterDeath(
    decided,
    (ports) => ({ ...copiedAfterwards(ports), settle: dies }),
    (dying, id) => act(dying, id, 'reject'),
  );
  const review = await childOf(office, complaint);
  expect(await office.case(review)).toMatchObject({ status: 'active', definition: { id: 'escalation' } });
  expect(await begun(review)).toBe(1);
  await healthy(2);
});

test('killed after the review began, before that was marked: the start comes again and meets the same case', async () => {
  const state = { begun: false };
  const wrap: NonNullable<OfficeSettings['wrap']> = (ports) => ({
    ...ports,
    cases: {
      ...ports.cases,
      insert: async (commit: Parameters<Ports['cases']['insert']>[0]) => {
        const inserted = await ports.cases.insert(commit);
        state.begun = true;
        return inserted;
      },
    },
    store: {
      ...ports.store,
      effects: new Proxy(ports.store.effects, {
        get: (model, name) => (name === 'updateOne' && state.begun ? dies : Reflect.get(model, name)),
      }),
    } as Ports['store'],
  });
  const complaint = await afterDeath(decided, wrap, (dying, id) => act(dying, id, 'reject'), true);
  expect(state.begun).toBe(true);
  const review = await childOf(office, complaint);
  expect(await begun(review)).toBe(1);
  expect((await office.tasks(review)).filter((task) => task.state === 'open')).toHaveLength(1);
  await healthy(2);
});

test('killed between the end of the review and its report: the complaint hears of it from the next process, once', async () => {
  const ready = async (first: Office): Promise<string> => {
    const { review } = await inReview(first);
    await acts(first, review, 'assign', 'decide');
    return review;
  };
  const review = await afterDeath(
    ready,
    (ports) => ({ ...copiedAfterwards(ports), settle: dies }),
    (dying, id) => act(dying, id, 'accept'),
  );
  const complaint = (await office.case(review)).parent?.caseId ?? '';
  expect(await stepOf(office, complaint)).toBe('implementing');
  expect((await office.journal(complaint)).filter((line) => line.type === 'invoke.done' && line.to.includes('implementing'))).toHaveLength(
    1,
  );
  await healthy(2);
});

test('killed between the withdrawal of the complaint and the end of its review: the review ends all the same', async () => {
  const complaint = await afterDeath(
    async (first) => (await inReview(first)).complaint,
    (ports) => ({ ...copiedAfterwards(ports), settle: dies }),
    (dying, id) => act(dying, id, 'withdraw'),
  );
  const [review] = await office.store.cases
    .find({ organisation: office.organisation, 'parent.caseId': complaint })
    .lean<{ status: string }[]>();
  expect(review).toMatchObject({ status: 'cancelled' });
  await healthy(2);
});

test('eight workers start the same review: one case, one first line', async () => {
  office = await open();
  const { complaint, review } = await inReview(office);
  const [row] = await office.store.effects
    .find({ organisation: office.organisation, caseId: complaint, kind: 'case.start' })
    .lean<EffectDocument[]>();
  if (row === undefined) throw new Error('no start');
  const answers = await Promise.all(Array.from({ length: 8 }, () => performStart(row, office.ports)));
  expect(answers).toEqual(Array.from({ length: 8 }, () => ({ end: 'done' })));
  expect(await begun(review)).toBe(1);
  expect((await office.case(review)).revision).toBe(2);
  await healthy(2);
});
