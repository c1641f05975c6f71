import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openMetrics } from '../../../runtime-api/src/http/metrics.ts';
import { listenAt, until } from '../live/ear.ts';
import type { Browser } from './browser.ts';
import { readFigures } from './figures.ts';
import { metricsTable } from './metrics-table.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password } from './world.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await TestServer.open();
  admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
}, 30_000);
afterAll(() => server.close());

const figures = () => readFigures(server.base);
const begin = async (): Promise<string> => {
  const { id } = (await admin.post('/cases', newCase(new Date(server.clock.now()).toISOString()))).body;
  await server.idle();
  return id;
};

/** Time passes, and with it the session ends. */
const pass = async (days: number): Promise<void> => {
  await server.pass(days * 86_400_000);
  expect(await admin.post('/session', { email: 'ada@example.org', password })).toMatchObject({ status: 200 });
};

const truncated = (figure: string) => `redress_figures_truncated{figure="${figure}"}`;

test('every figure goes up by the thing it counts, one thing after the other', async () => {
  const seen = async (...lines: readonly string[]) => {
    const { value } = await figures();
    return lines.map((line) => [line, value(line)]);
  };
  /** From nothing, or from what was before, by one. */
  const one = async (lines: readonly string[], happens: () => Promise<unknown>): Promise<void> => {
    const before = await seen(...lines);
    await happens();
    expect(await seen(...lines)).toEqual(before.map(([line, value]) => [line, Number(value) + 1]));
  };
  const queue = (overdue: boolean) => `redress_tasks_open{group="starter/handler",overdue="${overdue}"}`;
  const running = 'redress_cases_open{definition="starter",state="recording"}';
  expect(await seen(running, queue(false), queue(true), 'redress_timers_pending')).toEqual([
    [running, 0],
    [queue(false), 0],
    [queue(true), 0],
    ['redress_timers_pending', 0],
  ]);

  let id = '';
  await one(
    [running, queue(false), 'redress_timers_pending', 'redress_cases_started_total{definition="starter",version="1"}'],
    async () => {
      id = await begin();
    },
  );
  await one([`redress_incidents_open{kind="effect"}`], () => server.plantIncident(id));
  await one(['redress_transitions_total{definition="starter",kind="case"}', 'redress_transition_duration_seconds_count'], () =>
    admin.post(`/cases/${id}/cancellation`, { reason: 'withdrawn by phone' }),
  );
  expect(await seen(running, queue(false), 'redress_cases_completed_total{definition="starter",outcome="cancelled",version="1"}')).toEqual([
    [running, 0],
    [queue(false), 0],
    ['redress_cases_completed_total{definition="starter",outcome="cancelled",version="1"}', 1],
  ]);
  expect((await figures()).value('redress_incidents_open{kind="effect"}')).toBe(0);

  await one(['redress_request_duration_seconds_count{operation="readOrganisation",status="200"}'], () => admin.get('/organisation'));
  await one(['redress_cas_conflicts_total'], async () => {
    const other = await begin();
    // Somebody else's write came first: ours is decided once more.
    jest.spyOn(server.running.office.ports.cases, 'commit').mockResolvedValueOnce(false);
    expect(await admin.post(`/cases/${other}/cancellation`, { reason: 'twice' })).toMatchObject({ status: 200 });
  });
  const ear = await listenAt(server.base, admin);
  expect(await seen('redress_broadcast_clients')).toEqual([['redress_broadcast_clients', 1]]);
  ear.socket.close();
  let clients = 1;
  await until(() => {
    void figures().then(({ value }) => {
      clients = value('redress_broadcast_clients');
    });
    return clients === 0;
  });
});

test('a promise that was not kept is a breach, told with the clock of the procedure, and its timer is measured', async () => {
  const breach = 'redress_sla_breaches_total{clause="starter/answer"}';
  await begin();
  const before = (await figures()).value('redress_timer_lateness_seconds_count');
  expect((await figures()).value(breach)).toBe(0);
  await pass(400);
  const after = await figures();
  expect(after.value(breach)).toBe(1);
  expect(after.value('redress_timer_lateness_seconds_count')).toBeGreaterThan(before);
});

test('a figure that stops counting says so; nothing else stops', async () => {
  const small = openMetrics({ counted: 2, read: 2 });
  const { store } = server.running;
  const { id: organisation } = (await admin.get('/organisation')).body;
  const { ports } = server.running.office;
  const told = async () =>
    Object.fromEntries(
      [...(await small.text(ports, () => 0)).matchAll(/^(redress_\S+) (\S+)$/gm)].map(([, line, value]) => [line, Number(value)]),
    );
  const before = await told();
  expect(Object.keys(metricsTable)).toContain('redress_figures_truncated');
  expect(before).toMatchObject({ [truncated('cases_open')]: 0, [truncated('tasks_open')]: 0, [truncated('incidents_open')]: 0 });

  const id = await begin();
  const found = await store.cases.findOne({ organisation, status: 'active' }).lean();
  if (found === null) throw new Error('no case');
  const { unsettledAt: _quiet, ...settled } = found;
  const incident = { id: 'planted', at: found.updatedAt, kind: 'timer', what: 'x', reason: 'planted', facts: '{}', retry: '{}' } as const;
  const more = { nextDueAt: '2099-01-01T00:00:00.000Z', failedAt: found.updatedAt, incidents: [incident] };
  await store.cases.insertMany([1, 2, 3].map((n) => ({ ...settled, ...more, _id: `many-${n}`, standing: 'starter recording' })));
  expect(await told()).toMatchObject({
    [truncated('cases_open')]: 1,
    'redress_cases_open{definition="starter",state="recording"}': 2,
    [truncated('incidents_open')]: 1,
    'redress_incidents_open{kind="timer"}': 2,
    [truncated('timers_pending')]: 1,
    redress_timers_pending: 2,
    [truncated('outbox_pending')]: before[truncated('outbox_pending')],
  });
  expect(await admin.post(`/cases/${id}/cancellation`, { reason: 'only for this test' })).toMatchObject({ status: 200 });
  await server.idle();
});

test('what is left lying is told: late timers and tasks, effects nobody takes, cases not copied, a clock that goes wrong', async () => {
  const id = await begin();
  await server.running.workers.stop();
  server.copyAfterwards();
  Object.assign(server.running.office, { skewMs: () => 0 });
  const quiet = await figures();
  for (const name of ['timers_due', 'outbox_pending', 'outbox_oldest_seconds', 'unsettled_cases', 'clock_skew_seconds'])
    expect([name, quiet.value(`redress_${name}`)]).toEqual([name, 0]);
  const late = 'redress_tasks_open{group="starter/handler",overdue="true"}';
  const lateBefore = quiet.value(late);
  server.clock.jumpTo(server.clock.now() + 7 * 86_400_000);
  expect((await figures()).value('redress_timers_due')).toBeGreaterThanOrEqual(1);
  expect((await figures()).value(late)).toBe(lateBefore + 1);

  expect(await admin.post('/session', { email: 'ada@example.org', password })).toMatchObject({ status: 200 });
  expect(await admin.post(`/cases/${id}/cancellation`, { reason: 'no longer wanted' })).toMatchObject({ status: 200 });
  const left = await figures();
  expect(left.value('redress_unsettled_cases')).toBe(1);

  const at = new Date(server.clock.now() - 5_000).toISOString();
  const row = { _id: 'planted:1:0', organisation: 'planted', caseId: 'planted', kind: 'letter', lane: 'planted', order: 1000, work: '{}' };
  await server.running.store.effects.insertMany([{ ...row, hops: 0, at, open: true, nextAt: at, fence: 0, attempts: 0, state: 'open' }]);
  Object.assign(server.running.office, { skewMs: () => 1_000 });
  const now = await figures();
  expect(now.value('redress_outbox_pending')).toBe(left.value('redress_outbox_pending') + 1);
  expect(now.value('redress_outbox_oldest_seconds')).toBeGreaterThanOrEqual(5);
  expect(now.value('redress_clock_skew_seconds')).toBe(1);
});

test('names, kinds and labels are those of the table, no more and no less', async () => {
  const { kinds, labels } = await figures();
  const exposed = Object.fromEntries([...kinds].map(([name, kind]) => [name, { kind, labels: labels.get(name) ?? ['no line yet'] }]));
  expect(exposed).toEqual(metricsTable);
});
