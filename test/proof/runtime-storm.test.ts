import { afterEach, expect, test } from '@jest/globals';
import type { JournalLine } from '../../runtime-api/src/store/models/journal.ts';
import { type Office, openOffice } from '../office.ts';
import { end, smallDefinition, steps } from '../tools/small-definition.ts';
import { around } from './around.ts';
import { type OpenPorts, onStore } from './checks/check.ts';
import { healthy } from './checks/road.ts';
import { tell } from './figures.ts';
import { sizeOf } from './sizes.ts';

const monday = '2026-03-02T09:00:00.000Z';
const minuteMs = 60_000;
/** How often the pretend clock lets the processes look. */
const stepMs = 500;
/** Waits for a minute; people can ask meanwhile and afterwards. */
const waiting = smallDefinition(
  {
    initial: 'waiting',
    states: steps({
      waiting: { after: { minute: [{ target: '#reminded' }] }, on: { asked: [{ actions: [{ type: 'set', params: { note: 'told' } }] }] } },
      reminded: { after: { day: [{ target: '#over' }] }, on: { asked: [{ actions: [{ type: 'set', params: { note: 'told' } }] }] } },
      over: end(),
    }),
  },
  { delays: { minute: { minutes: 1 }, day: { days: 1 } }, events: { asked: { label: { en: 'Asked' }, by: ['clerk'] } } },
);
const clerk = { person: 'carl', roles: ['clerk'] };
let office: Office;
afterEach(() => office.remove());

const start = async (): Promise<string> => {
  const started = await office.start({}, { by: clerk });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.caseId;
};

const fired = (): Promise<JournalLine[]> =>
  office.store.journal.find({ organisation: office.organisation, type: 'timer.fire' }).sort({ at: 1 }).lean<JournalLine[]>();

/** Notes how many due cases each process asks for at a time. */
const noting =
  (limits: number[]) =>
  (ports: OpenPorts): OpenPorts => {
    const find = (proceed: (...words: readonly unknown[]) => unknown, words: readonly unknown[]): unknown => {
      const query = Object(proceed(...words));
      if (!Object.hasOwn(Object(words[0]), 'nextDueAt')) return query;
      const limit = query.limit.bind(query);
      return Object.assign(query, { limit: (most: number) => limit(limits.push(most) && most) });
    };
    return onStore(ports, around(ports.store, 'cases', { find }));
  };

test('many timers fall due in the same second in three processes: each fires once, at most a hundred are read at a time, and people get through', async () => {
  const many = sizeOf(process.env.MONGODB_URI === undefined ? 'stormCases' : 'wireStormCases');
  const limits: number[] = [];
  const setting = { processes: [waiting], now: monday, wrap: noting(limits) };
  office = await openOffice(setting);
  const ids: string[] = [];
  for (let n = 0; n < many; n++) ids.push(await start());
  const others = [await openOffice({ ...setting, beside: office }), await openOffice({ ...setting, beside: office })];
  const order: string[] = [];
  for (const one of [office, ...others]) one.ports.work.watch((commit) => order.push(commit.unsettled.steps.at(-1)?.line.type ?? ''));
  office.clock.jumpTo(Date.parse(monday) + minuteMs);
  const asking = ids.slice(0, 20).map((id, n) => office.deliver(id, 'asked', { by: clerk, key: `asked-${n}` }));
  const settling = Promise.all([office, ...others].map((one) => one.settled()));
  const deliveries = await Promise.all(asking);
  await settling;
  for (const one of [...others, office]) await one.settled();

  expect(deliveries.every((answer) => answer.ok)).toBe(true);
  const lines = await fired();
  expect(lines).toHaveLength(many);
  expect(new Set(lines.map((line) => line.caseId)).size).toBe(many);
  expect(limits.length).toBeGreaterThan(many / 100);
  expect(Math.max(...limits)).toBeLessThanOrEqual(100);
  // Nobody waits for the end of the storm.
  const firedBefore = order.slice(0, order.lastIndexOf('asked')).filter((type) => type === 'timer.fire').length;
  tell('timer storm', { timers: many, firedBeforeTheLastPerson: firedBefore, people: asking.length });
  expect(firedBefore).toBeLessThan(many);
  await healthy(office);
  for (const one of others) await one.close();
}, 3_600_000);

test('timers spread over a minute: none early, each once, in the order in which they fall due', async () => {
  const many = sizeOf('spreadTimers');
  const apart = Math.floor((minuteMs - 1) / many);
  // The clock stands still between any two of them: what falls due at one moment has no order.
  const look = Math.min(stepMs, apart);
  office = await openOffice({ processes: [waiting], now: monday });
  const dueAt = new Map<string, number>();
  for (let n = 0; n < many; n++) {
    const id = await start();
    dueAt.set(id, office.clock.now() + minuteMs);
    office.clock.jumpTo(office.clock.now() + apart);
  }
  const begin = Date.parse(monday) + minuteMs;
  for (let [now, looks] = [begin - look, 0]; now <= begin + minuteMs; now += look, looks += 1) {
    office.clock.jumpTo(now);
    await office.settled();
    if (looks % Math.ceil(5_000 / look) !== 0) continue;
    // All that are due by now have fired, and no other.
    const due = [...dueAt].filter(([, at]) => at <= now).map(([id]) => id);
    expect((await fired()).map((line) => line.caseId).sort()).toEqual(due.sort());
  }
  const lines = await fired();
  expect(lines).toHaveLength(many);
  for (const line of lines) expect(Date.parse(line.at)).toBeGreaterThanOrEqual(dueAt.get(line.caseId) ?? Number.POSITIVE_INFINITY);
  for (const line of lines) expect(Date.parse(line.at) - (dueAt.get(line.caseId) ?? 0)).toBeLessThanOrEqual(look);
  expect(lines.map((line) => line.caseId)).toEqual([...dueAt.keys()]);
}, 3_600_000);
