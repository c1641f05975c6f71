import { expect } from '@jest/globals';
import { stuckNow } from '../../../runtime-api/src/store/stuck.ts';
import { verifyAll } from '../../../runtime-api/src/store/verify-chain.ts';
import { examination, lodging, recording } from '../../complaint-answers.ts';
import type { Office } from '../../office.ts';
import { officeCheck } from './check.ts';

/** Nothing is stuck, and no journal was touched. */
export async function healthy(office: Office): Promise<void> {
  expect(await stuckNow(office.store, office.clock.now())).toEqual({ dueTimers: 0, unsettledCases: 0, lateEffects: 0, oldestEffectMs: 0 });
  const faults: unknown[] = [];
  await verifyAll(office.store, (fault) => faults.push(fault));
  expect(faults).toEqual([]);
}

export const sentTwiceDoneOnce = officeCheck(
  'what was sent twice is done once and answered twice; the same key for something else is refused',
  async (open) => {
    const office = await open();
    const once = await office.start(lodging, { key: 'desk:1' });
    const twice = await office.start(lodging, { key: 'desk:1' });
    expect(once).toMatchObject({ ok: true, value: { seen: false, revision: 1 } });
    expect(twice).toMatchObject({ ok: true, value: { seen: true, revision: 1, states: ['recording'] } });
    expect(await office.start({ ...lodging, description: 'Another one' }, { key: 'desk:1' })).toMatchObject({
      ok: false,
      refusal: { code: 'key-reused' },
    });
    if (!once.ok) throw new Error('refused');
    const id = once.value.caseId;
    const task = (await office.tasks(id))[0]?.task ?? '';
    const first = await office.deliver(id, 'recorded', { task, values: recording, key: 'desk:2' });
    const again = await office.deliver(id, 'recorded', { task, values: recording, key: 'desk:2' });
    expect(first).toMatchObject({ ok: true, value: { seen: false, states: ['examining'] } });
    expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), seen: true } });
    expect(await office.deliver(id, 'recorded', { task, values: { ...recording, severity: 3 }, key: 'desk:2' })).toMatchObject({
      ok: false,
      refusal: { code: 'key-reused' },
    });
    expect(await office.deliver(id, 'recorded', { task, values: recording, key: 'desk:2', by: office.as('processOwner') })).toMatchObject({
      ok: false,
      refusal: { code: 'key-reused' },
    });
    expect((await office.journal(id)).filter((line) => line.type === 'recorded')).toHaveLength(1);
  },
);

export const everyStepIsALine = officeCheck(
  'every step leaves its line, in one chain, also when the case has been quiet for a while',
  async (open) => {
    const office = await open();
    const { id } = await office.receive();
    await office.complete(id, 'recording', 'recorded', recording);
    await office.complete(id, 'examining', 'examined', examination);
    await office.pass({ seconds: 20 });
    expect(await office.case(id)).toMatchObject({ unsettled: { journal: [], effects: [] } });
    expect((await office.journal(id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered', 'recorded', 'examined']);
    await healthy(office);
  },
);
