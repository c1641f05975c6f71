import { afterEach, expect, test } from '@jest/globals';
import type { JsonObject } from '@redress/engine';
import { versionId } from '../../runtime-api/src/definitions/published.ts';
import { type Office, openOffice } from '../office.ts';
import { end, smallDefinition, steps, task } from '../tools/small-definition.ts';
import { healthy } from './checks/road.ts';

const monday = '2026-03-02T09:00:00.000Z';
const clerk = { person: 'carl', roles: ['clerk'] };
const filled = { type: 'if', params: { field: 'amount', is: 'filled' } };

/** Its deadline asks a question that has no answer while the amount is missing; `round` and the second deadline go round for ever once it is there. */
const poison = smallDefinition(
  {
    initial: 'waiting',
    on: { told: [{ actions: [{ type: 'set', params: { note: 'told' } }] }] },
    states: steps({
      waiting: {
        invoke: task('clerk', { form: 'amount' }),
        on: { checked: [{ target: '#light' }], round: [{ target: '#there' }] },
        after: { minute: [{ target: '#heavy', guard: { type: 'if', params: { feel: 'amount > 3' } } }, { target: '#light' }] },
      },
      heavy: { after: { minute: [{ target: '#there' }] }, on: { given: [{ target: '#light' }] } },
      there: { always: [{ target: '#back', guard: filled }, { target: '#light' }] },
      back: { always: [{ target: '#there' }] },
      light: end('resolved'),
    }),
  },
  {
    delays: { minute: { minutes: 1 } },
    events: {
      told: { label: { en: 'Told' }, by: ['clerk'], form: 'amount' },
      checked: { label: { en: 'Checked' } },
      given: { label: { en: 'Given up' }, by: ['clerk'] },
      round: { label: { en: 'Round' }, by: ['clerk'] },
    },
  },
);

let office: Office;
afterEach(() => office.remove());

const start = async (input: JsonObject): Promise<string> => {
  const started = await office.start(input, { by: clerk });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.caseId;
};
const startMany = async (many: number, input: JsonObject): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < many; n++) ids.push(await start(input));
  return ids;
};
const retry = async (id: string) => {
  const [incident] = (await office.case(id)).incidents;
  return office.deliver(id, 'incident.retry', { payload: { incident: incident?.id ?? '' }, by: clerk });
};

test('a deadline that cannot be decided is an incident of its own case; all others go on, and it can be tried again, skipped, or cancelled', async () => {
  office = await openOffice({ processes: [poison], now: monday });
  const [first = '', second = '', third = ''] = await startMany(3, {});
  const healthyOnes = await startMany(8, { amount: 2 });
  await office.pass({ seconds: 90 });
  for (const id of healthyOnes) expect(await office.case(id)).toMatchObject({ status: 'ended', outcome: 'resolved', incidents: [] });
  for (const id of [first, second, third])
    expect(await office.case(id)).toMatchObject({
      status: 'active',
      states: ['waiting'],
      incidents: [{ kind: 'timer', what: 'waiting.minute', reason: 'feel-null' }],
    });
  await healthy(office);

  // Nothing has changed: it fails again, the person is told, and the incident stays.
  expect(await retry(first)).toMatchObject({ ok: false, refusal: { code: 'step-failed', reason: 'feel-null' } });
  expect((await office.case(first)).incidents).toHaveLength(1);
  expect(await office.deliver(first, 'told', { by: clerk, values: { amount: 2 } })).toMatchObject({ ok: true });
  expect(await retry(first)).toMatchObject({ ok: true, value: { status: 'ended' } });
  expect((await office.case(first)).incidents).toEqual([]);

  const [incident] = (await office.case(second)).incidents;
  const skipping = { payload: { incident: incident?.id ?? '', reason: 'no deadline here' }, by: clerk };
  expect(await office.deliver(second, 'incident.skip', skipping)).toMatchObject({ ok: true, value: { status: 'active' } });
  expect(await office.complete(second, 'waiting', 'checked', { amount: 1 }, clerk)).toMatchObject({ ok: true, value: { status: 'ended' } });

  expect(await office.deliver(third, 'case.cancel', { payload: { reason: 'hopeless' }, by: clerk })).toMatchObject({
    ok: true,
    value: { status: 'cancelled' },
  });
  expect(await office.case(third)).toMatchObject({ incidents: [], tasks: [], timers: [] });
  await healthy(office);
}, 300_000);

test('a procedure that goes round for ever is stopped: a person is refused and nothing changes, a deadline is parked once', async () => {
  office = await openOffice({ processes: [poison], now: monday });
  const id = await start({ amount: 9 });
  const before = await office.case(id);
  expect(await office.deliver(id, 'round', { by: clerk })).toMatchObject({ ok: false, refusal: { code: 'step-failed', reason: 'loop' } });
  expect(await office.case(id)).toEqual(before);
  await office.pass({ minutes: 10 });
  expect(await office.case(id)).toMatchObject({
    status: 'active',
    states: ['heavy'],
    incidents: [{ kind: 'timer', what: 'heavy.minute', reason: 'loop' }],
  });
  expect((await office.journal(id)).filter((line) => line.incident !== undefined)).toHaveLength(1);
  expect(await office.deliver(id, 'given', { by: clerk })).toMatchObject({ ok: true, value: { status: 'ended' } });
  await healthy(office);
});

test('a case whose procedure is gone can still be cancelled; its deadline is parked, and cases of another procedure go on', async () => {
  const other = smallDefinition(
    { initial: 'waiting', states: steps({ waiting: { after: { minute: [{ target: '#over' }] } }, over: end() }) },
    { id: 'other', delays: { minute: { minutes: 1 } } },
  );
  office = await openOffice({ processes: [poison, other], now: monday });
  const id = await start({ amount: 2 });
  const started = await office.start({}, { by: clerk, definition: 'other' });
  await office.store.definitionVersions.deleteOne({ organisation: office.organisation, _id: versionId(office.organisation, poison.id, 1) });
  const { home } = office;
  await office.close();
  office = await openOffice({ processes: [other], now: monday, home });
  await office.pass({ minutes: 2 });
  expect(await office.case(id)).toMatchObject({ status: 'active', incidents: [{ kind: 'timer', reason: 'procedure-missing' }] });
  expect(started.ok && (await office.case(started.value.caseId)).status).toBe('ended');
  expect(await office.deliver(id, 'case.cancel', { payload: { reason: 'gone' }, by: clerk })).toMatchObject({
    ok: true,
    value: { status: 'cancelled' },
  });
  await healthy(office);
});
