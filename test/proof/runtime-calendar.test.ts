import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Calendar } from '@redress/engine';
import { changeCalendar } from '../../runtime-api/src/calendars/change-calendar.ts';
import type { CalendarDocument } from '../../runtime-api/src/store/models/definition.ts';
import { type Office, openOffice } from '../office.ts';
import { end, smallDefinition, steps, task } from '../tools/small-definition.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());

/** The office's calendar with Tuesday off: what is due within a working day moves to Wednesday. */
async function tuesdayOff(of: Office): Promise<Calendar> {
  const { organisation } = of;
  const row = await of.store.calendars.findOne({ organisation, calendar: 'organisation' }).sort({ version: -1 }).lean<CalendarDocument>();
  const calendar: Calendar = JSON.parse(row?.text ?? '');
  return { ...calendar, version: calendar.version + 1, holidays: [{ date: '2026-03-03', title: 'Day off' }] };
}

const dueOf = async (of: Office, id: string): Promise<string | undefined> => (await of.tasks(id))[0]?.dueAt;
const duesOf = async (of: Office, id: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await of.case(id)).timers.map((timer) => [String(Object(timer).id), String(Object(timer).dueAt)]));
const changes = async (of: Office, id: string): Promise<readonly string[]> =>
  (await of.journal(id)).filter(({ type }) => type === 'calendar.changed').map(({ eventId }) => eventId);

test('a day off moves the deadlines of every open case, each by a line of its own, and the answer counts them', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const cases = [await office.receive(), await office.receive()];
  const before = await Promise.all(cases.map(({ id }) => dueOf(office, id)));
  const changed = await changeCalendar({ organisation: office.organisation, calendar: await tuesdayOff(office) }, office.ports);
  expect(changed?.replanned).toMatchObject({ cases: 2 });
  await office.settled();
  for (const [n, { id }] of cases.entries()) {
    expect(Date.parse((await dueOf(office, id)) ?? '')).toBe(Date.parse(before[n] ?? '') + 24 * 3_600_000);
    expect(await changes(office, id)).toEqual(['calendar:organisation:2']);
  }
  expect(
    await changeCalendar({ organisation: office.organisation, calendar: (changed && JSON.parse(changed.row.text)) ?? '' }, office.ports),
  ).toBeUndefined();
});

test('only a case in which a date moves is told, and only those are counted', async () => {
  const waits = (id: string, delay: object) => ({
    ...smallDefinition(
      {
        initial: 'work',
        states: steps({
          work: { invoke: task(), after: { late: [{ target: '#over' }] }, on: { done: [{ target: '#over' }] } },
          over: end(),
        }),
      },
      { events: { done: { label: { en: 'Done' }, by: ['clerk'] } }, delays: { late: delay } },
    ),
    id,
  });
  office = await openOffice({
    processes: [starter, waits('soon', { workingDays: 1 }), waits('plain', { days: 9 }), waits('far', { workingHours: 2 })],
    now: monday,
  });
  const clerk = { person: 'carl', roles: ['clerk'] };
  const begun = async (definition: string): Promise<string> => {
    const started = await office.start({ note: 'x' }, { definition, by: clerk });
    if (!started.ok) throw new Error(JSON.stringify(started.refusal));
    return started.value.caseId;
  };
  const moving = [await begun('soon'), (await office.receive()).id];
  const still = [await begun('plain'), await begun('far')];
  const ended = await begun('soon');
  expect(await office.deliver(ended, 'case.cancel', { by: clerk, payload: { reason: 'x' } })).toMatchObject({ ok: true });
  const before = await Promise.all(moving.map((id) => duesOf(office, id)));
  const revisions = await Promise.all(still.map(async (id) => (await office.case(id)).revision));

  const changed = await changeCalendar({ organisation: office.organisation, calendar: await tuesdayOff(office) }, office.ports);
  const after = await Promise.all(moving.map((id) => duesOf(office, id)));
  const moved = after.flatMap((dues, n) => Object.entries(dues).filter(([timer, at]) => before[n]?.[timer] !== at));
  expect(moved.length).toBeGreaterThanOrEqual(moving.length);
  expect(changed?.replanned).toEqual({ cases: moving.length, deadlines: moved.length });
  await office.pass({ minutes: 2 });
  for (const id of moving) expect(await changes(office, id)).toEqual(['calendar:organisation:2']);
  for (const [n, id] of still.entries()) {
    expect(await changes(office, id)).toEqual([]);
    expect((await office.case(id)).revision).toBe(revisions[n]);
  }
  expect(await changes(office, ended)).toEqual([]);
});

test('a server that dies while it tells the cases leaves nothing untold', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const cases = [await office.receive(), await office.receive(), await office.receive()];
  const before = await Promise.all(cases.map(({ id }) => dueOf(office, id)));
  let told = 0;
  const dying = await openOffice({
    processes: [starter],
    now: monday,
    beside: office,
    workers: false,
    wrap: (ports) => ({
      ...ports,
      cases: {
        ...ports.cases,
        commit: async (commit) => {
          told += 1;
          if (told > 1) throw new Error('killed');
          return await ports.cases.commit(commit);
        },
        load: async (which, fresh) => {
          if (told > 1) throw new Error('killed');
          return await ports.cases.load(which, fresh);
        },
      },
    }),
  });
  await expect(changeCalendar({ organisation: office.organisation, calendar: await tuesdayOff(office) }, dying.ports)).rejects.toThrow(
    'killed',
  );
  await office.pass({ seconds: 30 });
  for (const [n, { id }] of cases.entries())
    expect(Date.parse((await dueOf(office, id)) ?? '')).toBe(Date.parse(before[n] ?? '') + 24 * 3_600_000);
  expect(await office.store.calendars.countDocuments({ organisation: office.organisation, nextAt: { $exists: true } })).toBe(0);
  await dying.close();
});

test('a case in which nothing happened since it was told is told once, however often the net below looks', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const quiet = await office.receive();
  const busy = await office.receive();
  await changeCalendar({ organisation: office.organisation, calendar: await tuesdayOff(office) }, office.ports);
  await office.deliver(busy.id, 'task.claim', { payload: { task: (await office.tasks(busy.id))[0]?.task ?? '' } });
  await office.pass({ minutes: 2 });
  expect(await changes(office, quiet.id)).toEqual(['calendar:organisation:2']);
  expect(await changes(office, busy.id)).toEqual(['calendar:organisation:2']); // Nothing moved a second time.
});

test('what another server decided by the calendar it still had in memory is planned again', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const behind = await openOffice({ processes: [starter], now: monday, beside: office, workers: false });
  await behind.receive(); // It has the old calendar in memory now.
  await changeCalendar({ organisation: office.organisation, calendar: await tuesdayOff(office) }, office.ports);
  const { id } = await behind.receive();
  expect((await dueOf(office, id))?.slice(0, 10)).toBe('2026-03-03');
  await office.pass({ seconds: 30 });
  expect((await dueOf(office, id))?.slice(0, 10)).toBe('2026-03-04');
  expect(await changes(office, id)).toEqual(['calendar:organisation:2']); // Told by us, and nothing happened since.
  await behind.close();
});
