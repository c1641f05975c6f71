import { afterEach, expect, test } from '@jest/globals';
import type { Definition, JsonObject } from '@redress/engine';
import type { EffectDocument } from '../../runtime-api/src/store/models/effect.ts';
import { childOf, fieldsOf, stepOf } from '../complaint-family.ts';
import { type Office, type OfficeSettings, openOffice } from '../office.ts';
import { beginningWith, words } from '../tools/short-script.ts';
import { end, steps, task } from '../tools/small-definition.ts';

let office: Office;
afterEach(() => office.remove());
const bea = { person: 'bea', roles: ['boss'] };
const carl = { person: 'carl', roles: ['clerk'] };

const say = (event: string, to = 'children', note = `= "${event}"`) => ({ type: 'send', params: { to, event, data: { note } } });
/** Starts a helper and talks to it; `enough` leaves it, `call` sends to whomever the note names. */
const small = beginningWith(
  'small',
  {
    states: steps({
      first: {
        invoke: {
          src: 'case',
          input: { definition: 'helper', data: { note: '= note' } },
          onDone: [{ target: '#ended', guard: { type: 'if', params: { outcome: ['resolved'] } } }, { target: '#given' }],
        },
        on: {
          hurry: [{ actions: [say('hurry'), say('hurry'), say('calm')] }],
          break: [{ actions: [say('break')] }],
          call: [{ actions: [say('hurry', '= note')] }],
          enough: [{ target: '#given' }],
          heard: [{ actions: [{ type: 'set', params: { note: '= "heard"' } }, say('echo')] }],
        },
      },
      ended: end('resolved'),
      given: end('unresolved'),
    }),
  },
  {
    events: Object.fromEntries([
      ...['hurry', 'break', 'enough'].map((event) => [event, { label: words, by: ['boss'] }]),
      ['call', { label: words, by: ['boss'], form: 'note' }],
      ['heard', { label: words, by: ['system'], form: 'note' }],
    ]),
  },
);
/** Takes `hurry` only once it works; `calm` ends it; `break` cannot be done as it is; `echo` is answered by the parent with another. */
const helper = beginningWith(
  'helper',
  {
    states: steps({
      first: { invoke: task(), on: { begin: [{ target: '#working' }] } },
      working: {
        invoke: task(),
        on: {
          done: [{ target: '#ended' }],
          hurry: [{ actions: [{ type: 'set', params: { amount: '= (if amount = null then 0 else amount) + 1' } }] }],
          break: [{ actions: [{ type: 'set', params: { due: '= if amount = null then "no date" else "2026-05-01"' } }] }],
          calm: [{ target: '#ended' }],
          echo: [{ actions: [say('heard', 'parent')] }],
        },
      },
      ended: end('resolved'),
    }),
  },
  {
    returns: ['amount'],
    events: Object.fromEntries([
      ...['begin', 'done'].map((event) => [event, { label: words }]),
      ...['hurry', 'break', 'calm', 'echo'].map((event) => [event, { label: words, by: ['system'], form: 'note' }]),
    ]),
  },
);

async function open(processes: readonly Definition[] = [small, helper], settings: Partial<OfficeSettings> = {}): Promise<string> {
  office = await openOffice({ processes, now: '2026-03-02T09:00:00.000Z', ...settings });
  const started = await office.start({ note: 'help' }, { definition: 'small', by: bea });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.caseId;
}
const rows = (caseId: string, kind: string): Promise<EffectDocument[]> =>
  office.store.effects.find({ organisation: office.organisation, caseId, kind }).sort({ order: 1 }).lean<EffectDocument[]>();
const told = async (caseId: string): Promise<readonly string[]> => (await office.journal(caseId)).map((line) => line.type);
/** Nobody looked in between: one look now. */
const later = async ({ days }: { readonly days: number }): Promise<void> => {
  office.clock.jumpTo(office.clock.now() + days * 86_400_000);
  await office.settled();
};
const boss = (caseId: string, event: string, values?: JsonObject) =>
  office.deliver(caseId, event, { by: bea, ...(values === undefined ? {} : { values }) });
const clerk = (caseId: string, step: string, event: string) => office.complete(caseId, step, event, {}, carl);

test('what the helper cannot take now is kept, arrives in the order it was sent, and its end comes back', async () => {
  const id = await open();
  const child = await childOf(office, id);
  await boss(id, 'hurry');
  expect(await rows(id, 'case.send')).toMatchObject([{ state: 'open', note: 'event-not-accepted' }, { state: 'open' }, { state: 'open' }]);
  expect(await told(child)).toEqual(['case.begin', 'case.numbered']);
  await clerk(child, 'first', 'begin');
  await office.pass({ minutes: 2 });
  expect(await told(child)).toEqual(['case.begin', 'case.numbered', 'begin', 'hurry', 'hurry', 'calm']);
  expect(await rows(id, 'case.send')).toMatchObject([{ state: 'done' }, { state: 'done' }, { state: 'done' }]);
  expect(await office.case(id)).toMatchObject({ status: 'ended', outcome: 'resolved', incidents: [] });
});

test('kept for a week, then people are told; "try again" finds a helper that can take it by now', async () => {
  const id = await open();
  const child = await childOf(office, id);
  await boss(id, 'hurry');
  await later({ days: 6 });
  expect((await office.case(id)).incidents).toEqual([]);
  await later({ days: 1 });
  const [incident, ...others] = (await office.case(id)).incidents;
  expect(incident).toMatchObject({ kind: 'effect', reason: 'event-not-accepted' });
  expect(others).toEqual([]);
  await clerk(child, 'first', 'begin');
  await office.deliver(id, 'incident.retry', { by: bea, payload: { incident: incident?.id ?? '' } });
  await office.pass({ minutes: 1 });
  expect(await office.case(id)).toMatchObject({ status: 'ended', outcome: 'resolved', incidents: [] });
});

test('leaving the step ends the helper at once, although a message is still kept for it', async () => {
  const id = await open();
  const child = await childOf(office, id);
  await boss(id, 'hurry');
  await later({ days: 5 });
  await boss(id, 'enough');
  await office.pass({ seconds: 5 });
  expect(await office.case(child)).toMatchObject({ status: 'cancelled' });
  expect(await rows(id, 'case.send')).toMatchObject([
    { state: 'ignored', note: 'stale' },
    { state: 'ignored', note: 'stale' },
    { state: 'ignored', note: 'stale' },
  ]);
  expect(await rows(id, 'case.stop')).toMatchObject([{ state: 'done' }]);
});

test('a message to a case that has ended, and to one that never was, is ignored and noted', async () => {
  const id = await open();
  const child = await childOf(office, id);
  await boss(id, 'enough');
  const other = await office.start({ note: 'help' }, { definition: 'small', by: bea });
  if (!other.ok) throw new Error('not started');
  await boss(other.value.caseId, 'call', { note: child });
  await boss(other.value.caseId, 'call', { note: 'nobody' });
  expect(await rows(other.value.caseId, 'case.send')).toMatchObject([
    { state: 'ignored', note: 'case-ended' },
    { state: 'ignored', note: 'case-not-found' },
  ]);
});

test('a receiver that is busy gets its message a little later, once', async () => {
  const overtaken = { caseId: '', times: 15 };
  const id = await open([small, helper], {
    wrap: (ports) => ({
      ...ports,
      cases: {
        ...ports.cases,
        commit: async (commit) => (commit.caseId === overtaken.caseId && overtaken.times-- > 0 ? false : ports.cases.commit(commit)),
      },
    }),
  });
  const child = await childOf(office, id);
  await clerk(child, 'first', 'begin');
  overtaken.caseId = child;
  await boss(id, 'hurry');
  expect(await rows(id, 'case.send')).toMatchObject([{ state: 'open', note: 'busy' }, {}, {}]);
  await office.pass({ seconds: 2 });
  expect(overtaken.times).toBeLessThan(0);
  expect((await told(child)).filter((type) => type === 'hurry')).toHaveLength(2);
  expect((await office.case(id)).incidents).toEqual([]);
});

test('a message that the helper fails on is an incident of the helper, which goes on and can take it later', async () => {
  const id = await open();
  const child = await childOf(office, id);
  await clerk(child, 'first', 'begin');
  await boss(id, 'break');
  expect(await rows(id, 'case.send')).toMatchObject([{ state: 'done' }]);
  expect((await office.case(id)).incidents).toEqual([]);
  const [incident] = (await office.case(child)).incidents;
  expect(incident).toMatchObject({ kind: 'message', what: 'break', reason: 'schema' });
  await boss(id, 'hurry');
  expect((await told(child)).filter((type) => type === 'hurry')).toHaveLength(2);
});

test('two procedures that answer each other for ever stop after fifty cases on the way, with an incident', async () => {
  const id = await open();
  const child = await childOf(office, id);
  await clerk(child, 'first', 'begin');
  await office.deliver(id, 'heard', { by: { service: 'bell', roles: [] } });
  await office.settled();
  const both = [...(await office.case(id)).incidents, ...(await office.case(child)).incidents];
  expect(both).toMatchObject([{ kind: 'effect', reason: 'too-many-hops' }]);
  expect((await told(id)).filter((type) => type === 'heard').length + (await told(child)).filter((type) => type === 'echo').length).toBe(
    51,
  );
});

test('a procedure that starts itself for ever stops too', async () => {
  const self = beginningWith(
    'small',
    {
      states: steps({
        first: { entry: [{ type: 'start', params: { definition: 'small' } }], invoke: task(), on: { done: [{ target: '#ended' }] } },
        ended: end(),
      }),
    },
    { events: { done: { label: words } } },
  );
  await open([self]);
  const all = await office.store.cases.find({ organisation: office.organisation }).lean<{ incidents: { reason: string }[] }[]>();
  expect(all).toHaveLength(51);
  expect(all.flatMap((one) => one.incidents)).toMatchObject([{ reason: 'too-many-hops' }]);
});

test('a helper whose procedure is not there is an incident; skipped, the step goes on as if the helper had been cancelled', async () => {
  const id = await open([small]);
  const [incident] = (await office.case(id)).incidents;
  expect(incident).toMatchObject({ kind: 'effect', reason: 'definition-not-found' });
  await office.deliver(id, 'incident.skip', { by: bea, payload: { incident: incident?.id ?? '', reason: 'we do without' } });
  expect(await office.case(id)).toMatchObject({ status: 'ended', outcome: 'unresolved', incidents: [] });
  expect(await stepOf(office, id)).toBe('given');
});

test('a step that was left before its helper began never begins it', async () => {
  office = await openOffice({ processes: [small, helper], now: '2026-03-02T09:00:00.000Z', workers: false });
  const started = await office.start({ note: 'help' }, { definition: 'small', by: bea });
  if (!started.ok) throw new Error('not started');
  const id = started.value.caseId;
  await boss(id, 'enough');
  const { startWorkers } = await import('../../runtime-api/src/start-workers.ts');
  const workers = startWorkers(office.ports);
  await workers.idle();
  office.clock.jumpTo(office.clock.now() + 3_000);
  await workers.idle();
  await workers.stop();
  expect(await rows(id, 'case.start')).toMatchObject([{ state: 'ignored', note: 'stale' }]);
  expect(await rows(id, 'case.stop')).toMatchObject([{ state: 'ignored', note: 'case-not-found' }]);
  expect(await office.store.cases.countDocuments({ organisation: office.organisation })).toBe(1);
  expect(await fieldsOf(office, id)).toMatchObject({ note: 'help' });
});
