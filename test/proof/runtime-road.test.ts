import { afterEach, expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { bodyHash } from '../../runtime-api/src/event-id.ts';
import { anyReader, searchKey } from '../../runtime-api/src/search/keys.ts';
import { importCase } from '../../runtime-api/src/start.ts';
import type { Commit } from '../../runtime-api/src/store/commit.ts';
import { decision, examination, lodging, recording } from '../complaint-answers.ts';
import { type Office, openOffice } from '../office.ts';
import { copiedAfterwards } from './checks/check.ts';

const [starter] = shippedProcesses;
const monday = '2026-03-02T09:00:00.000Z';
let office: Office;
afterEach(() => office.remove());

test('a complaint is received, gets its number, and staff find the task', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const received = await office.receive();
  const found = await office.case(received.id);
  expect(found.number).toBe('2026-000001');
  expect(await office.tasks(received.id)).toMatchObject([
    { step: 'recording', queue: 'starter/handler', state: 'open', number: '2026-000001', title: 'The parcel came late' },
  ]);
  expect((await office.journal(received.id)).map((line) => line.type)).toEqual(['case.begin', 'case.numbered']);
});

test('a complaint goes through to its resolution, each step is a line, every task ends done, and the complainant got five letters', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const complainant = { person: 'person-handler', onBehalfOf: 'ada', roles: ['complainant'] };
  expect(await office.complete(id, 'recording', 'recorded', recording)).toMatchObject({ ok: true, value: { states: ['examining'] } });
  expect(await office.complete(id, 'examining', 'examined', examination)).toMatchObject({ ok: true, value: { states: ['deciding'] } });
  expect(await office.complete(id, 'deciding', 'decide', decision)).toMatchObject({ ok: true, value: { states: ['awaitingAnswer'] } });
  expect(await office.complete(id, 'awaitingAnswer', 'accept', {}, complainant)).toMatchObject({
    ok: true,
    value: { states: ['implementing'] },
  });
  expect(await office.complete(id, 'implementing', 'remedyDone', { remedyEvidence: ['receipt 12'] })).toMatchObject({ ok: true });
  await office.pass({ days: 15 });
  const closed = await office.complete(id, 'closing', 'close', {
    rootCause: 'late van',
    category: 'delivery',
    systemic: false,
    correctiveAction: 'second van',
  });
  expect(closed).toMatchObject({ ok: true, value: { status: 'ended', outcome: 'resolved' } });
  const found = await office.case(id);
  expect(found).toMatchObject({ status: 'ended', outcome: 'resolved', tasks: [], timers: [], incidents: [] });
  expect(found.nextDueAt).toBeUndefined();
  expect(Object.fromEntries((await office.tasks(id)).map((task) => [task.step, task.state]))).toEqual({
    recording: 'done',
    examining: 'done',
    deciding: 'done',
    awaitingAnswer: 'done',
    implementing: 'done',
    surveying: 'cancelled',
    closing: 'done',
  });
  const letters = await office.letters();
  expect(letters.map((letter) => letter.to)).toEqual(letters.map(() => '"Ada" <ada@example.org>'));
  expect(letters[0]?.subject).toBe('Your complaint 2026-000001: what happens next');
});

test('a repeat is seen even before its line was copied', async () => {
  office = await openOffice({
    processes: [starter],
    now: monday,
    workers: false,
    wrap: (ports) => ({ ...copiedAfterwards(ports), settle: async () => Promise.reject(new Error('store is slow')) }),
  });
  const once = await office.start(lodging, { key: 'desk:1' });
  expect(once).toMatchObject({ ok: true });
  expect(await office.store.journal.countDocuments({ organisation: office.organisation })).toBe(0);
  expect(await office.start(lodging, { key: 'desk:1' })).toMatchObject({ ok: true, value: { seen: true } });
});

test('what is copied leaves the case with its next event, though readers look at it afresh in between', async () => {
  const carried: number[] = [];
  office = await openOffice({
    processes: [starter],
    now: monday,
    workers: false,
    wrap: (real) => {
      const ports = copiedAfterwards(real);
      const settle = async (commit: Commit): Promise<void> => {
        carried.push(commit.unsettled.steps.length);
        await ports.settle(commit);
      };
      return { ...ports, settle };
    },
  });
  const { id } = await office.receive();
  const which = { organisation: office.organisation, caseId: id };
  const look = () => office.ports.cases.load(which, true);
  expect(await look()).toMatchObject({ ok: true, value: { cached: false, document: { revision: 1 } } });
  await office.complete(id, 'recording', 'recorded', recording);
  await look();
  await office.complete(id, 'examining', 'examined', examination);
  expect(carried).toEqual([1, 1, 1]);
  office.ports.cases.forget(which);
  await office.complete(id, 'deciding', 'decide', decision); // Nothing is known of what is copied: once more then, which does no harm.
  expect(carried).toEqual([1, 1, 1, 2]);
  expect((await office.journal(id)).map((line) => line.revision)).toEqual([1, 2, 3, 4]);
});

test('a refusal changes nothing at all', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const before = await office.case(id);
  const task = (await office.tasks(id))[0]?.task ?? '';
  expect(await office.deliver(id, 'recorded', { task, values: {} })).toMatchObject({ ok: false, refusal: { code: 'form-invalid' } });
  expect(await office.deliver(id, 'recorded', { task, values: recording, by: office.as('topManagement') })).toMatchObject({
    ok: false,
    refusal: { code: 'not-permitted' },
  });
  expect(await office.deliver(id, 'recorded', { task: 'recording:99', values: recording })).toMatchObject({
    ok: false,
    refusal: { code: 'task-gone' },
  });
  expect(await office.deliver(id, 'decide', { task, values: decision })).toMatchObject({ ok: false });
  expect(await office.deliver(id, 'xstate.stop')).toMatchObject({ ok: false, refusal: { code: 'event-not-accepted' } });
  expect(await office.deliver('no-such-case', 'recorded')).toMatchObject({ ok: false, refusal: { code: 'case-not-found' } });
  expect(await office.case(id)).toEqual(before);
});

test('a second acknowledgement by somebody with an old page is refused, and the customer gets one letter', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const task = (await office.tasks(id))[0]?.task ?? '';
  await office.deliver(id, 'recorded', { task, values: recording });
  expect(await office.deliver(id, 'recorded', { task, values: recording })).toMatchObject({ ok: false });
  expect(await office.letters()).toHaveLength(1);
});

test('a key of another system belongs to one case, also after a crash between the two writes', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const one = await office.start(lodging, { key: 'a', businessKey: 'CRM-7' });
  expect(one).toMatchObject({ ok: true });
  expect(await office.start(lodging, { key: 'b', businessKey: 'CRM-7' })).toMatchObject({
    ok: false,
    refusal: { code: 'business-key-used', businessKey: 'CRM-7' },
  });
  const { reserveBusinessKey } = await import('../../runtime-api/src/register/business-key.ts');
  await reserveBusinessKey(
    { organisation: office.organisation, businessKey: 'CRM-8', caseId: 'never-came', at: office.now() },
    office.ports,
  );
  expect(await office.start(lodging, { key: 'c', businessKey: 'CRM-8' })).toMatchObject({
    ok: false,
    refusal: { code: 'business-key-used' },
  });
  await office.pass({ minutes: 2 });
  expect(await office.start(lodging, { key: 'c', businessKey: 'CRM-8' })).toMatchObject({ ok: true });
});

test('nothing is received tomorrow, and no unknown procedure starts', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  expect(await office.start(lodging, { receivedAt: '2026-03-02T09:00:00.001Z' })).toMatchObject({
    ok: false,
    refusal: { code: 'received-in-future' },
  });
  expect(await office.start(lodging, { definition: 'constructor' })).toMatchObject({
    ok: false,
    refusal: { code: 'definition-not-found' },
  });
});

test('a case of the past is kept and found, without tasks, timers or letters; importing it again changes nothing', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const row = {
    organisation: office.organisation,
    caseId: 'past-1',
    definition: { id: 'starter' },
    channel: 'letter',
    receivedAt: '2019-05-01T00:00:00.000Z',
    input: { description: 'Łódka przeciekała' },
    id: 'import:1',
    bodyHash: bodyHash('import', { row: 1 }),
    businessKey: 'OLD-1',
    by: { service: 'import', roles: [] },
  };
  expect(await importCase(row, office.ports)).toMatchObject({ ok: true, value: { status: 'imported', seen: false } });
  expect(await importCase(row, office.ports)).toMatchObject({ ok: true, value: { seen: true } });
  await office.pass({ days: 400 });
  expect(await office.case('past-1')).toMatchObject({
    status: 'imported',
    revision: 1,
    tasks: [],
    timers: [],
    startedAt: '2019-05-01T00:00:00.000Z',
  });
  expect(await office.letters()).toHaveLength(0);
  const { searchKeys } = await office.case('past-1');
  for (const word of ['lodka', 'old']) expect(searchKeys).toContain(searchKey(anyReader, word));
  expect(await office.deliver('past-1', 'withdraw', { by: { person: 'x', roles: ['complainant'] } })).toMatchObject({
    ok: false,
    refusal: { code: 'case-ended' },
  });
});

test('time never runs backwards in a case, although the clock of the server does', async () => {
  office = await openOffice({ processes: [starter], now: monday });
  const { id } = await office.receive();
  const behind = await openOffice({
    processes: [starter],
    now: monday,
    beside: { ...office, clock: new (await import('../pretend-clock.ts')).PretendClock('2026-03-01T09:00:00.000Z') },
    workers: false,
  });
  expect(await behind.complete(id, 'recording', 'recorded', recording)).toMatchObject({ ok: true });
  expect((await office.journal(id)).map((line) => line.at)).toEqual([monday, monday, monday]);
  await behind.close();
});
