import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { fireDue } from '../../runtime-api/src/timers/fire.ts';
import { examination, recording } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';
import { fired } from './checks/timers.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());

test('three processes see the same due timer: it fires once', async () => {
  office = await openOffice({ processes: [starter], now: monday, workers: false });
  const started = await office.receive();
  const others = await Promise.all([0, 1, 2].map(() => openOffice({ processes: [starter], now: monday, beside: office, workers: false })));
  office.clock.jumpTo(Date.parse((await office.case(started.id)).nextDueAt ?? ''));
  const counts = await Promise.all(others.map((other) => fireDue({ organisation: office.organisation, caseId: started.id }, other.ports)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await fired(office, started.id)).toHaveLength(1);
  await Promise.all(others.map((other) => other.close()));
});

test('a person who is faster than the deadline wins, and the timer is gone', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  await office.pass({ days: 3 });
  expect(await fired(office, id)).toEqual([]);
});

test('timers survive a restart, also those that fell due while nobody was there', async () => {
  const first = await openOffice({ processes: [starter], now: monday });
  const { id } = await first.receive();
  await first.complete(id, 'recording', 'recorded', recording);
  await first.complete(id, 'examining', 'examined', examination);
  const { home } = first;
  await first.close();
  office = await openOffice({ processes: [starter], now: '2026-03-06T09:00:00.000Z', home });
  await office.settled();
  // Three days for the decision, then the head takes over: he was told as soon as the office opened again.
  expect(await fired(office, id)).toEqual(['2026-03-06T09:00:00.000Z timer:deciding.headTakesOver:4']);
  expect(await office.tasks(id)).toContainEqual(expect.objectContaining({ step: 'deciding', role: 'topManagement', state: 'open' }));
});

test('a timer storm: 150 cases due in the same second, each fires once, people are served meanwhile', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const cases = [];
  for (let n = 0; n < 150; n++) cases.push((await office.receive({ description: `Parcel ${n}` })).id);
  const due = Date.parse((await office.case(cases[0] ?? '')).nextDueAt ?? '');
  const { id } = await office.receive();
  office.clock.jumpTo(due);
  const served = office.deliver(id, 'statusRequest', { by: { person: 'desk', onBehalfOf: 'ada', roles: ['complainant'] } });
  await office.settled();
  expect(await served).toMatchObject({ ok: true });
  const lines = await office.store.journal.find({ organisation: office.organisation, type: 'timer.fire' }).lean<{ caseId: string }[]>();
  expect(lines).toHaveLength(151);
  expect(new Set(lines.map((line) => line.caseId)).size).toBe(151);
}, 180_000);

test('timers of one case fire in the order in which they fell due, and a step left by the first takes the others along', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  await office.complete(id, 'recording', 'recorded', recording);
  // Nobody was there for three weeks: the weekly update comes before the deadline that ends the step.
  office.clock.jumpTo(Date.parse('2026-03-23T09:00:00.000Z'));
  await office.settled();
  const [first, second] = await fired(office, id);
  expect(first).toContain('timer:examining.update');
  expect(second).toContain('timer:examining.examineBy');
});

test('moved by hand, a timer fires at its new time; fired by hand, at once', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const dueAt = '2026-03-05T12:00:00.000Z';
  expect(await office.deliver(id, 'timer.move', { payload: { timer: 'recording.recordBy', dueAt } })).toMatchObject({ ok: true });
  await office.pass({ days: 2 });
  expect(await fired(office, id)).toEqual([]);
  expect(await office.deliver(id, 'timer.fire', { payload: { timer: 'recording.recordBy' } })).toMatchObject({
    ok: true,
    value: { states: ['examining'] },
  });
});
