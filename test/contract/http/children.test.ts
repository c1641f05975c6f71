import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { State } from '@redress/engine';
import { ComplaintOffice, definitions } from './complaint-office.ts';
import { admitted, advised, consent, forAda, mediated, ruled, unsettled } from './dispute-steps.ts';
import { TestServer } from './running-server.ts';

jest.setTimeout(60_000); // A whole ladder over HTTP is some hundred requests, and every employee joins with a password.
let server: TestServer;
let office: ComplaintOffice;
beforeAll(async () => {
  server = await TestServer.open();
  office = await ComplaintOffice.open(server);
});
afterAll(() => server.close());

const inReview = async (): Promise<{ readonly complaint: string; readonly review: string }> => {
  const complaint = await office.rejectedComplaint();
  await office.does(complaint, ['reject', { ...forAda, values: { objection: 'It was hail' } }]);
  return { complaint, review: await office.child(complaint) };
};
const outside = async (): Promise<{ readonly complaint: string; readonly dispute: string }> => {
  const complaint = await office.rejectedComplaint();
  await office.does(complaint, ['goExternal', forAda], ['wantsExternal', forAda]);
  return { complaint, dispute: await office.child(complaint) };
};

test('resolved at the second level: a question is asked and answered, the complainant accepts, the remedy follows', async () => {
  const { complaint, review } = await inReview();
  await office.does(
    review,
    ['statusRequest', forAda],
    ['addInfo', forAda],
    ['assign', { as: 'Emil' }],
    ['needInfo', { as: 'Rita' }],
    ['infoProvided', forAda],
    ['decide', { as: 'Rita', values: { decision: 'upheld', remedy: 'The whole roof', reasons: 'It was hail' } }],
    ['accept', forAda],
  );
  expect(await office.view(review)).toMatchObject({ status: 'ended', outcome: 'resolved', parent: complaint });
  expect(await office.view(complaint)).toMatchObject({ steps: expect.arrayContaining([expect.objectContaining({ id: 'implementing' })]) });
  expect(await office.fields(complaint)).toMatchObject({ decision: 'upheld', remedy: 'The whole roof', reasons: 'It was hail' });
  await office.does(complaint, ['remedyDone', { as: 'Hugo' }], ['answered', forAda], ['close', { as: 'Hugo' }]);
  expect(await office.view(complaint)).toMatchObject({ status: 'ended', outcome: 'resolved' });
});

test('resolved at the third level', async () => {
  const { complaint, review } = await inReview();
  await office.does(
    review,
    ['assign', { as: 'Emil' }],
    ['decide', { as: 'Rita' }],
    ['reject', forAda],
    ['decide', { as: 'Sam' }],
    ['accept', forAda],
  );
  expect(await office.view(review)).toMatchObject({ status: 'ended', outcome: 'resolved' });
  expect((await office.view(complaint)).children).toMatchObject([{ definition: 'escalation', status: 'ended', outcome: 'resolved' }]);
});

test('who decided before may read the review, but neither take its tasks nor end them; the refusal says in which role', async () => {
  const { review } = await inReview();
  const view = (await office.as('Dora').get(`/cases/${review}`)).body;
  const [task] = view.tasks;
  const refusal = { status: 403, body: { code: 'excluded', facts: { role: '*', who: { name: 'Dora' } } } };
  expect(await office.as('Dora').post(`/tasks/${encodeURIComponent(task.id)}/claim`, {})).toMatchObject(refusal);
  expect(await office.tries(review, 'assign', { as: 'Dora' })).toMatchObject(refusal);
  await office.does(review, ['assign', { as: 'Emil' }]);
  expect(await office.tries(review, 'decide', { as: 'Dora' })).toMatchObject({
    status: 403,
    body: { code: 'excluded', facts: { role: 'decisionMaker', roleTitle: { en: 'Earlier decision maker' }, who: { name: 'Dora' } } },
  });
  await office.does(review, ['decide', { as: 'Rita' }]);
});

test('the person complained about sees neither the complaint nor its review nor the outside procedure, whatever his rights', async () => {
  const kim = office.idOf('Kim');
  const about = await office.rejectedComplaint({ subjectPersons: [kim] });
  await office.does(about, ['reject', forAda]);
  const review = await office.child(about);
  await office.does(review, ['assign', { as: 'Emil' }], ['decide', { as: 'Rita' }], ['goExternal', forAda]);
  await office.does(about, ['wantsExternal', forAda]);
  const dispute = await office.child(about);
  for (const id of [about, review, dispute]) {
    expect(await office.as('Kim').get(`/cases/${id}`)).toMatchObject({ status: 404 });
    expect((await office.as('Kim').post('/tasks/search', { scope: 'all', case: id })).body.rows).toEqual([]);
  }
  expect(await office.fields(dispute)).toMatchObject({ description: 'The roof was paid for in part' });
});

test('each case tells of its relatives: where they are or how they ended, and whether the reader may open them; tasks tell whose complaint it is', async () => {
  const { complaint, review } = await inReview();
  const { number } = await office.view(complaint);
  expect((await office.view(complaint)).children).toMatchObject([
    {
      id: review,
      number: expect.stringMatching(/^E-2026-/),
      definition: 'escalation',
      status: 'active',
      step: 'reviewing',
      steps: expect.arrayContaining([expect.objectContaining({ id: 'requested' })]),
      title: 'The roof was paid for in part',
      readable: true,
    },
  ]);
  expect(await office.view(review)).toMatchObject({ origin: { id: complaint, number, definition: 'complaint', readable: true } });
  // Emil works on reviews only: he knows the complaint by its number, but cannot open it.
  expect((await office.as('Emil').get(`/cases/${review}`)).body).toMatchObject({ origin: { number, readable: false } });
  const [task] = (await office.as('Emil').post('/tasks/search', { scope: 'queue', case: review })).body.rows;
  expect(task).toMatchObject({ title: 'The roof was paid for in part', origin: { id: complaint, number }, definition: 'escalation' });
  const [own] = (await office.as('Hela').post('/tasks/search', { scope: 'all', case: await office.rejectedComplaint() })).body.rows;
  expect(own.origin).toBeUndefined();
});

test('a role that is only named to keep its holders away misses nobody', async () => {
  const { review } = await inReview();
  expect((await office.view(review)).unheldRoles).toEqual([]);
});

test('mediation settles it: what was agreed comes back to the complaint', async () => {
  const { complaint, dispute } = await outside();
  await office.does(
    dispute,
    ...admitted,
    ['offerDirect', { as: 'Carla', values: { terms: 'Pay 2,000' } }],
    ['notSigned', forAda],
    ['submit', { as: 'Nina' }],
    ['submitStatement', forAda],
    ['orgStatement', { as: 'Nina' }],
    ['settled', { as: 'Hugo', for: 'Felix', values: { terms: 'Pay 4,000' } }],
    ['signed', { ...forAda, values: { terms: 'Pay 4,000' } }],
    ['done', { as: 'Ivo' }],
    ['disputed', forAda],
    ['done', { as: 'Sam' }],
    ['confirmed', forAda],
    ['close', { as: 'Carla' }],
  );
  expect(await office.view(dispute)).toMatchObject({ status: 'ended', outcome: 'resolved', incidentList: [] });
  expect(await office.fields(complaint)).toMatchObject({ externalTerms: 'Pay 4,000' });
  await office.does(complaint, ['answered', forAda], ['close', { as: 'Hugo' }]);
  expect(await office.view(complaint)).toMatchObject({ status: 'ended', outcome: 'resolved' });
});

test('the recommendation is accepted by both', async () => {
  const { complaint, dispute } = await outside();
  await office.does(
    dispute,
    ...advised,
    ['bothAccept', forAda],
    ['done', { as: 'Ivo' }],
    ['confirmed', forAda],
    ['close', { as: 'Carla' }],
  );
  expect(await office.fields(complaint)).toMatchObject({ externalTerms: 'Pay 5,000' });
});

test('a binding decision is reviewed and upheld; who recorded the mediation may not record the decision', async () => {
  const { complaint, dispute } = await outside();
  await office.does(
    dispute,
    ...unsettled,
    ['recommend', { as: 'Hugo', for: 'Evald' }],
    ['complainantReject', forAda],
    ['bothConsentBinding', consent],
  );
  expect(await office.tries(dispute, 'rule', { as: 'Hugo', for: 'Adam' })).toMatchObject({
    status: 403,
    body: { code: 'excluded', facts: { role: 'facilitator', roleTitle: { en: 'Mediator' }, who: { name: 'Hugo' } } },
  });
  expect(await office.tries(dispute, 'rule', { as: 'Hela', for: 'Felix' })).toMatchObject({
    status: 403,
    body: { code: 'excluded', facts: { role: 'facilitator', who: { name: 'Felix' } } },
  });
  await office.does(
    dispute,
    ['rule', { as: 'Hela', for: 'Adam', values: { award: 'Pay 7,000' } }],
    ['seekReview', { as: 'Sam' }],
    ['upheld', { as: 'Hugo', for: 'Panel' }],
    ['done', { as: 'Ivo' }],
    ['confirmed', forAda],
    ['close', { as: 'Carla' }],
  );
  expect(await office.fields(complaint)).toMatchObject({ externalTerms: 'Pay 7,000' });
});

test.each([
  ['the outside body refuses', [...admitted.slice(0, 2), ['refuse', { as: 'Hugo', for: 'Office of the ombudsman' }]]],
  ['the complainant does not consent', [...admitted.slice(0, 1), ['decline', forAda]]],
  ['no binding decision is wanted', [...advised, ['orgReject', { as: 'Nina' }], ['decline', forAda]]],
  ['the decision is set aside', [...ruled, ['seekReview', { as: 'Sam' }], ['setAside', { as: 'Hugo', for: 'Panel' }]]],
] as const)('unresolved outside: %s', async (_how, events) => {
  const { complaint, dispute } = await outside();
  await office.does(dispute, ...events, ['close', { as: 'Carla' }]);
  expect(await office.view(dispute)).toMatchObject({ status: 'ended', outcome: 'unresolved' });
  await office.does(complaint, ['close', { as: 'Olga' }]);
  expect(await office.view(complaint)).toMatchObject({ status: 'ended', outcome: 'unresolved' });
});

test('withdrawn in the review, and in the outside procedure: the complaint is withdrawn', async () => {
  const { complaint, review } = await inReview();
  await office.does(review, ['withdraw', forAda]);
  expect(await office.view(complaint)).toMatchObject({ status: 'ended', outcome: 'withdrawn', tasks: [] });
  const second = await outside();
  await office.does(second.dispute, ['referred', { as: 'Carla' }], ['addInfo', forAda], ['statusRequest', forAda], ['withdraw', forAda]);
  expect(await office.view(second.complaint)).toMatchObject({ status: 'ended', outcome: 'withdrawn' });
});

test('neither level satisfies, and the complainant asks for the outside way in the middle of the review', async () => {
  const first = await inReview();
  await office.does(first.review, ['assign', { as: 'Emil' }], ['decide', { as: 'Rita' }], ['goExternal', forAda]);
  expect(await office.view(first.review)).toMatchObject({ outcome: 'unresolved' });
  await office.does(first.complaint, ['decline', forAda], ['close', { as: 'Olga' }]);
  expect(await office.view(first.complaint)).toMatchObject({ status: 'ended', outcome: 'unresolved' });
});

test('timeline and page of the case show both, who recorded and for whom, with channel, time and evidence', async () => {
  const { dispute } = await outside();
  await office.does(dispute, ...mediated, ['settled', { as: 'Hugo', for: 'Felix', values: { terms: 'Pay 1' } }]);
  const timeline = (await office.as('Hela').get(`/cases/${dispute}/timeline`)).body.rows;
  expect(timeline.find((line: { event: string }) => line.event === 'settled')).toMatchObject({
    by: { name: 'Hugo' },
    onBehalfOf: { name: 'Felix', party: 'provider' },
    recorded: { channel: 'phone', saidAt: '2026-03-02T09:00:00.000Z', evidence: 'note of settled' },
  });
});

/** `procedure/event` that somebody outside sends, by the rows of its steps. */
function saidOutside(): readonly string[] {
  const found = new Set<string>();
  for (const { id, roles, events, machine } of definitions.filter((one) => one.id === 'escalation' || one.id === 'dispute')) {
    const walk = (on: State['on'], task: string | undefined): void => {
      for (const [event, rows] of Object.entries(on ?? {})) {
        const senders = rows.flatMap((row) => row.meta?.by ?? events[event]?.by ?? (task === undefined ? [] : [task]));
        if (senders.some((role) => roles[role]?.party !== undefined && roles[role]?.party !== 'organisation')) found.add(`${id}/${event}`);
      }
    };
    const through = (states: Readonly<Record<string, State>>): void => {
      for (const state of Object.values(states)) {
        walk(state.on, state.invoke?.src === 'task' ? state.invoke.input.role : undefined);
        if (state.states) through(state.states);
      }
    };
    walk(machine.on, undefined);
    through(machine.states);
  }
  return [...found].sort();
}

test('everything that somebody outside may say in a review or a dispute was recorded for them above', () => {
  expect([...office.recorded].filter((one) => !one.startsWith('complaint/')).sort()).toEqual(saidOutside());
});
