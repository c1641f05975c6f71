import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { type Actor, type Definition, parseDefinition, type State } from '@redress/engine';
import {
  act,
  actorFor,
  acts,
  childOf,
  decided,
  definitionOf,
  inReview,
  openTask,
  outside,
  type Said,
  stepIn,
} from '../complaint-family.ts';
import { type Office, openOffice } from '../office.ts';
import { beginningWith, words } from '../tools/short-script.ts';
import { end, steps, task } from '../tools/small-definition.ts';

jest.setTimeout(30_000); // A whole ladder and many refusals, perhaps on a server beside them.
let office: Office;
const opened: Office[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});
const mail = () => ({ send: async () => ({ state: 'sent' as const }) });
const open = async (processes: readonly unknown[] = shippedProcesses): Promise<void> => {
  office = await openOffice({ processes, now: '2026-03-02T09:00:00.000Z', mail });
  opened.push(office);
};
const definitions: readonly Definition[] = shippedProcesses.map((json) => {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
});

/** Every step of the shipped procedures that keeps somebody away, and whom: `procedure/step` and role ids. A sub-procedure keeps them from all its tasks. */
const exclusions: readonly (readonly [place: string, roles: readonly string[]])[] = definitions.flatMap((definition) => {
  const found: (readonly [string, readonly string[]])[] = [];
  const walk = (states: Readonly<Record<string, State>>): void => {
    for (const [id, state] of Object.entries(states)) {
      const away = state.invoke?.src === 'task' || state.invoke?.src === 'case' ? (state.invoke.input.excludes ?? []) : [];
      if (away.length > 0) found.push([`${definition.id}/${id}`, away]);
      if (state.states) walk(state.states);
    }
  };
  walk(definition.machine.states);
  return found;
});

/** A case in which the step is open, with the person who holds each role that it keeps away: here, in the parent, or in the case that reported. */
interface Reached {
  readonly caseId: string;
  readonly holders: { readonly [role: string]: string };
}
const kim = { subject: 'kim' };
const person = (role: string): { readonly [role: string]: string } => ({ [role]: `person-${role}` });
const about = { subjectPersons: ['kim'] };

const fire = async (caseId: string, delay: string): Promise<void> => {
  const timers = (await office.case(caseId)).timers.map((timer) => timer as unknown as { readonly id: string });
  const timer = timers.find(({ id }) => id.endsWith(`.${delay}`))?.id ?? '';
  await office.deliver(caseId, 'timer.fire', { by: office.as('processOwner'), payload: { timer } });
};
const rejecting = { decision: 'rejected' };
const startedStarter = async (...events: readonly Said[]): Promise<string> => {
  const { id } = await office.receive();
  await acts(office, id, ['recorded', { aboutWhom: ['kim'] }], ...events);
  return id;
};
/** A complaint registered about somebody and assessed. */
const investigated = async (): Promise<string> => {
  const lodged = { description: 'Rude at the counter', contact: 'ada@example.org' };
  const started = await office.start(lodged, { definition: 'complaint', by: office.as('frontline') });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  await acts(office, started.value.caseId, ['register', about], ['assessed', { severity: 2 }]);
  return started.value.caseId;
};
/** A review of a complaint in which the process owner had to bring the findings, late; the holders are those of the complaint. */
const reviewed = async (): Promise<Reached> => {
  const complaint = await investigated();
  await acts(office, complaint, 'findingsReady', ['decide', rejecting], 'reject');
  return { caseId: await childOf(office, complaint), holders: { ...kim, ...person('decisionMaker'), ...person('investigator') } };
};
const reviewedLate = async (): Promise<Reached> => {
  const complaint = await investigated();
  await fire(complaint, 'investigateBy');
  await acts(office, complaint, 'findingsReady');
  await fire(complaint, 'decideBy');
  await acts(office, complaint, ['decide', rejecting], 'reject');
  return { caseId: await childOf(office, complaint), holders: { ...person('processOwner') } };
};
const disputed = async (...events: readonly string[]): Promise<string> => {
  const { dispute } = await outside(office);
  await acts(office, dispute, 'referred', 'bothConsent', 'admit', 'logged', ...events);
  return dispute;
};
const ladder = ['ready', 'submit', 'noSettlement', 'recommend', 'orgReject', 'bothConsentBinding'];

const reach: { readonly [place: string]: readonly (() => Promise<Reached>)[] } = {
  'starter/examining': [async () => ({ caseId: await startedStarter(), holders: kim })],
  'starter/deciding': [async () => ({ caseId: await startedStarter('examined'), holders: kim })],
  'starter/reviewing': [
    async () => ({
      caseId: await startedStarter('examined', ['decide', rejecting], 'reject'),
      holders: { ...kim, ...person('handler'), ...person('processOwner') },
    }),
  ],
  'complaint/investigating': [async () => ({ caseId: await investigated(), holders: kim })],
  'complaint/delayNotice': [
    async () => {
      const caseId = await investigated();
      await fire(caseId, 'investigateBy');
      return { caseId, holders: kim };
    },
  ],
  'complaint/deciding': [
    async () => {
      const caseId = await investigated();
      await acts(office, caseId, 'findingsReady');
      return { caseId, holders: kim };
    },
  ],
  'complaint/ownerDeciding': [
    async () => {
      const caseId = await investigated();
      await acts(office, caseId, 'findingsReady');
      await fire(caseId, 'decideBy');
      return { caseId, holders: kim };
    },
  ],
  // All tasks of the review, its first one above all: nobody who decided before passes the matter on.
  'complaint/reviewing': [reviewed, reviewedLate],
  'complaint/external': [
    async () => {
      const complaint = await investigated();
      await acts(office, complaint, 'findingsReady', ['decide', rejecting], 'goExternal', 'wantsExternal');
      return { caseId: await childOf(office, complaint), holders: kim };
    },
  ],
  'escalation/level2': [reviewed, reviewedLate].map((begun) => async () => {
    const reached = await begun();
    await acts(office, reached.caseId, 'assign');
    return reached;
  }),
  'escalation/level3': [reviewed, reviewedLate].map((begun) => async () => {
    const reached = await begun();
    await acts(office, reached.caseId, 'assign', 'decide', 'reject');
    return { ...reached, holders: { ...reached.holders, ...person('reviewer') } };
  }),
  'dispute/evaluating': [async () => ({ caseId: await disputed(), holders: person('decisionMaker') })],
  'dispute/determination': [async () => ({ caseId: await disputed(...ladder), holders: { facilitator: 'outside-facilitator' } })],
  'dispute/awardReview': [
    async () => ({ caseId: await disputed(...ladder, 'rule', 'seekReview'), holders: { adjudicator: 'outside-adjudicator' } }),
  ],
};

test('every exclusion of the shipped procedures is tried below', () => {
  expect(Object.keys(reach).sort()).toEqual(exclusions.map(([place]) => place).sort());
});

describe.each(exclusions)('%s', (place, away) => {
  const tried = new Set<string>();
  const ways = (reach[place] ?? []).map((reaching, index) => [index + 1, reaching] as const);
  test.each(ways)(
    `way %i keeps away whoever was ${away.join(', ')}: no claim, no hand-over, no completion, no recording; somebody else may`,
    async (_way, reaching) => {
      await open();
      const { caseId, holders } = await reaching();
      const { role, outcome, id } = await openWork(caseId);
      const named = place.startsWith('complaint/') && (await office.case(caseId)).parent !== undefined ? '*' : undefined;
      for (const [excluded, holder] of Object.entries(holders)) {
        tried.add(excluded);
        const refusal = { code: 'excluded', task: id, person: holder, role: named ?? excluded };
        for (const by of guises(role, holder)) {
          expect(await office.deliver(caseId, 'task.claim', { by, payload: { task: id } })).toEqual({ ok: false, refusal });
          expect(await act(office, caseId, outcome, { by })).toEqual({ ok: false, refusal });
        }
        const handing = { task: id, person: holder, roles: [role] };
        expect(await office.deliver(caseId, 'task.assign', { payload: handing, by: office.as('teamLead') })).toEqual({
          ok: false,
          refusal,
        });
      }
      expect((await office.case(caseId)).revision).toBe((await office.journal(caseId)).length);
      const another: Actor = { person: 'somebody-else', roles: [role], ...outsider(role) };
      expect(await office.deliver(caseId, 'task.claim', { by: another, payload: { task: id } })).toMatchObject({ ok: true });
      const given = outcome === 'decide' || outcome === 'reviewed' ? rejecting : {};
      expect(await act(office, caseId, outcome, { by: another, given })).toMatchObject({ ok: true });
    },
  );
  test('every role is tried', () => {
    expect([...tried].sort()).toEqual([...away].sort());
  });
});

/** The excluded person himself, the same recorded by a stranger, and the same recording for a stranger: both are compared. */
const guises = (role: string, holder: string): readonly Actor[] => [
  { person: holder, roles: [role] },
  { person: 'recorder', onBehalfOf: holder, roles: [role] },
  { person: holder, onBehalfOf: 'stranger', roles: [role] },
];
const outsider = (role: string): Partial<Actor> =>
  ['adjudicator', 'reviewPanel'].includes(role) ? { onBehalfOf: 'another-outsider' } : {};

async function openWork(caseId: string): Promise<{ readonly role: string; readonly outcome: string; readonly id: string }> {
  const definition = definitionOf(office, await office.case(caseId));
  const { id, step, role } = await openTask(office, caseId);
  const events = Object.keys(stepIn(definition.machine.states, step)?.on ?? {});
  const outcome = events.find((event) => definition.events[event]?.by === undefined && definition.events[event]?.style === 'primary');
  return { id, role, outcome: outcome ?? '' };
}

test('who recorded the mediation for the mediator may not record the ruling for the adjudicator: recorder and person are both compared', async () => {
  await open();
  const dispute = await disputed(...ladder);
  const definition = definitionOf(office, await office.case(dispute));
  const recorder = actorFor(office, definition, 'facilitator').person ?? '';
  const by = { person: recorder, onBehalfOf: 'outside-adjudicator', roles: ['adjudicator'] };
  expect(await act(office, dispute, 'rule', { by })).toMatchObject({
    refusal: { code: 'excluded', role: 'facilitator', person: recorder },
  });
  expect(await act(office, dispute, 'rule', { by: { ...by, person: 'another-recorder' } })).toMatchObject({ ok: true });
});

test('a claim alone makes somebody hold the role', async () => {
  await open();
  const { review } = await inReview(office);
  await acts(office, review, 'assign');
  const { id } = await openTask(office, review);
  const rita = { person: 'rita', roles: ['reviewer'] };
  expect(await office.deliver(review, 'task.claim', { by: rita, payload: { task: id } })).toMatchObject({ ok: true });
  expect(await act(office, review, 'decide', { by: rita })).toMatchObject({ ok: true });
  await acts(office, review, 'reject');
  const { id: last } = await openTask(office, review);
  expect(await office.deliver(review, 'task.claim', { by: { ...rita, roles: ['seniorManager'] }, payload: { task: last } })).toMatchObject({
    refusal: { code: 'excluded', role: 'reviewer', person: 'rita' },
  });
});

test('two who claim and complete at the same time: the one kept away never gets through', async () => {
  await open();
  const complaint = await decided(office);
  await acts(office, complaint, 'reject');
  const review = await childOf(office, complaint);
  const dora: Actor = { person: 'person-decisionMaker', roles: ['escalationManager', 'reviewer'] };
  const answers = await Promise.all([
    act(office, review, 'assign', { by: dora }),
    act(office, review, 'assign'),
    act(office, review, 'assign', { by: dora }),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect((await office.journal(review)).find((line) => line.type === 'assign')?.by).toMatchObject({ person: 'person-escalationManager' });
});

test('whoever held a role in a sub-procedure is kept from a task of the parent that excludes it', async () => {
  const helper = beginningWith(
    'helper',
    { states: steps({ first: { invoke: task('boss'), on: { done: [{ target: '#ended' }] } }, ended: end('resolved') }) },
    { events: { done: { label: words } } },
  );
  const small = beginningWith(
    'small',
    {
      states: steps({
        first: { invoke: { src: 'case', input: { definition: 'helper' }, onDone: [{ target: '#second' }] } },
        second: { invoke: task('clerk', { excludes: ['boss'] }), on: { done: [{ target: '#ended' }] } },
        ended: end('resolved'),
      }),
    },
    { events: { done: { label: words } } },
  );
  await open([small, helper]);
  const started = await office.start({}, { definition: 'small', by: office.as('clerk') });
  if (!started.ok) throw new Error('not started');
  const parent = started.value.caseId;
  await acts(office, await childOf(office, parent), 'done');
  expect(await act(office, parent, 'done', { by: { person: 'person-boss', roles: ['clerk'] } })).toMatchObject({
    refusal: { code: 'excluded', role: 'boss', person: 'person-boss' },
  });
  expect(await act(office, parent, 'done')).toMatchObject({ ok: true });
});
