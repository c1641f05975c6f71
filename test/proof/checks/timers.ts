import { expect } from '@jest/globals';
import { fireDue } from '../../../runtime-api/src/timers/fire.ts';
import type { Office } from '../../office.ts';
import { officeCheck } from './check.ts';
import { healthy } from './road.ts';

/** `when event` of every timer and clock that came. */
export const fired = async (of: Office, id: string): Promise<readonly string[]> =>
  (await of.journal(id))
    .filter((line) => line.type === 'timer.fire' || line.type.startsWith('clock.'))
    .map((line) => `${line.at} ${line.eventId}`);

export const deadlineComesOnce = officeCheck('a deadline that nobody met comes at its time, once, and moves the case on', async (open) => {
  const office = await open();
  const { id } = await office.receive();
  const dueAt = (await office.case(id)).nextDueAt ?? '';
  office.clock.jumpTo(Date.parse(dueAt));
  await office.settled();
  expect(await fired(office, id)).toEqual([`${dueAt} timer:recording.recordBy:1`]);
  expect((await office.case(id)).states).toEqual(['examining']);
  expect((await office.tasks(id)).map((task) => [task.step, task.state]).sort()).toEqual([
    ['examining', 'open'],
    ['recording', 'cancelled'],
  ]);
  office.clock.jumpTo(Date.parse(dueAt) + 60_000);
  await office.settled();
  expect(await fired(office, id)).toHaveLength(1);
  await healthy(office);
});

export const neverEarly = officeCheck('never early: not a millisecond, although somebody looks', async (open) => {
  const office = await open();
  const { id } = await office.receive();
  const dueAt = Date.parse((await office.case(id)).nextDueAt ?? '');
  office.clock.jumpTo(dueAt - 1);
  await office.settled();
  expect(await fireDue({ organisation: office.organisation, caseId: id }, office.ports)).toBe(0);
  expect(await fired(office, id)).toEqual([]);
  office.clock.jumpTo(dueAt);
  await office.settled();
  expect(await fired(office, id)).toHaveLength(1);
});
