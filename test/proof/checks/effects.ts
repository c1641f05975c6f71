import { expect } from '@jest/globals';
import { claim, close, dueEffects, renew } from '../../../runtime-api/src/effects/claim.ts';
import { workOff } from '../../../runtime-api/src/effects/work-off.ts';
import type { EffectDocument } from '../../../runtime-api/src/store/models/effect.ts';
import { recording } from '../../complaint-answers.ts';
import type { Office } from '../../office.ts';
import { officeCheck } from './check.ts';

export const sleeperChangesNothing = officeCheck('a worker that slept through its lease changes nothing when it wakes', async (open) => {
  const office = await open({ workers: false });
  await office.receive();
  const [row] = await dueEffects(office.ports, 10);
  if (row === undefined) throw new Error('nothing due');
  const sleeper = await claim(row, office.ports);
  if (sleeper === undefined) throw new Error('not claimed');
  expect(await claim(row, office.ports)).toBeUndefined();
  expect(await dueEffects(office.ports, 10)).toEqual([]);
  office.clock.jumpTo(office.clock.now() + 31_000);
  const [again] = await dueEffects(office.ports, 10);
  const second = again && (await claim(again, office.ports));
  expect(second?.fence).toBe(sleeper.fence + 1);
  expect(await close(sleeper, { state: 'done' }, office.ports)).toBe(false);
  expect(await renew(sleeper, office.ports)).toBe(false);
  expect(second && (await close(second, { state: 'done' }, office.ports))).toBe(true);
});

/** Does once whatever is due now, as a worker does. */
async function workOnce(office: Office): Promise<number> {
  const due = await dueEffects(office.ports, 100);
  for (const row of due) {
    const mine = await claim(row, office.ports);
    if (mine !== undefined) await workOff(mine, office.ports);
  }
  return due.length;
}

export const doneIsMarked = officeCheck(
  'what is done is marked: no worker finds it again, also after every lease has run out',
  async (open) => {
    const sent: string[] = [];
    const mail = () => ({
      send: async (message: { readonly key: string }) => {
        sent.push(message.key);
        return { state: 'sent' as const };
      },
    });
    const office = await open({ workers: false, mail });
    const { id } = await office.receive();
    await office.complete(id, 'recording', 'recorded', recording);
    for (let round = 0; round < 5; round++) {
      await workOnce(office);
      office.clock.jumpTo(office.clock.now() + 31_000);
    }
    expect(await workOnce(office)).toBe(0);
    const rows = await office.store.effects.find({ organisation: office.organisation, caseId: id }).lean<EffectDocument[]>();
    expect(rows.map((row) => row.state)).toEqual(rows.map(() => 'done'));
    expect(sent).toHaveLength(1);
  },
);
