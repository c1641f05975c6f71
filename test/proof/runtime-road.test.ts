import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { type Office, openOffice } from '../office.ts';

let office: Office;
afterEach(() => office.remove());

test('a complaint is received, gets its number, and staff find the task', async () => {
  office = await openOffice({ processes: shippedProcesses.slice(0, 1), now: '2026-03-02T09:00:00.000Z' });
  const received = await office.receive();
  const found = await office.case(received.id);
  expect(found.number).toBe('2026-000001');
  expect(await office.tasks(received.id)).toMatchObject([
    { step: 'recording', queue: 'starter/handler', state: 'open', number: '2026-000001', title: 'The parcel came late' },
  ]);
  expect((await office.journal(received.id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered']);
});
