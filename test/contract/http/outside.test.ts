import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from './browser.ts';
import { ComplaintOffice } from './complaint-office.ts';
import { admitted, consent, forAda, mediated, unsettled } from './dispute-steps.ts';
import { enc } from './play.ts';
import { TestServer } from './running-server.ts';

jest.setTimeout(60_000); // Every employee joins with a password, and the way to an outside body is long.
let server: TestServer;
let office: ComplaintOffice;
beforeAll(async () => {
  server = await TestServer.open();
  office = await ComplaintOffice.open(server);
});
afterAll(() => server.close());

const outside = async (): Promise<string> => {
  const complaint = await office.rejectedComplaint();
  await office.does(complaint, ['goExternal', forAda], ['wantsExternal', forAda]);
  return await office.child(complaint);
};
type Row = Readonly<Record<string, unknown>>;
const offered = async (by: Browser, caseId: string, event: string): Promise<Row> =>
  (await by.get(`/cases/${caseId}/offers`)).body.rows.find((row: Row) => row.event === event);
interface OpenTask {
  readonly id: string;
  readonly kind: string;
  readonly letter?: { readonly key: string; readonly title: object };
}
const openTasks = async (caseId: string): Promise<readonly OpenTask[]> =>
  (await office.as('Hela').post('/tasks/search', { case: caseId, scope: 'all' })).body.rows;

test('with what is recorded for somebody stands who spoke in that role before, in the complaint too; a mediator stands for no decision', async () => {
  const dispute = await outside();
  const hela = office.as('Hela');
  expect(await offered(hela, dispute, 'withdraw')).toMatchObject({ onBehalf: true, speaker: { name: 'Ada', party: 'complainant' } });
  await office.does(dispute, ...unsettled);
  expect(await offered(hela, dispute, 'recommend')).toMatchObject({ onBehalf: true, possible: true });
  expect(await offered(hela, dispute, 'recommend')).not.toHaveProperty('speaker');
  const [task] = (await openTasks(dispute)).filter(({ kind }) => kind === 'work');
  const { offers } = (await hela.get(`/tasks/${enc(task?.id ?? '')}`)).body;
  expect(offers.find(({ event }: Row) => event === 'submitStatement')).toMatchObject({ speaker: { name: 'Ada' } });
});

test('whoever recorded for the mediator reads why he cannot record the decision', async () => {
  const dispute = await outside();
  await office.does(
    dispute,
    ...unsettled,
    ['recommend', { as: 'Hugo', for: 'Evald' }],
    ['complainantReject', forAda],
    ['bothConsentBinding', consent],
  );
  expect(await offered(office.as('Hugo'), dispute, 'rule')).toMatchObject({ possible: false, because: 'excluded', onBehalf: true });
  expect(await offered(office.as('Hela'), dispute, 'rule')).toMatchObject({ possible: true, onBehalf: true });
  expect(await offered(office.as('Carla'), dispute, 'rule')).toMatchObject({ possible: false, because: 'role', onBehalf: false });
});

test('several letters wait for the printer: each task is about its own, in the list, on its page and in the case', async () => {
  const dispute = await outside();
  await office.does(dispute, ...mediated);
  const prints = (await openTasks(dispute)).filter(({ kind }) => kind === 'print');
  expect(prints).toMatchObject([{ letter: { title: { en: 'Our position' } } }, { letter: { title: { en: 'Notice received' } } }].reverse());
  const { rows } = (await office.as('Hela').get(`/cases/${dispute}/letters`)).body;
  for (const { id, letter } of prints) {
    expect(rows.find(({ key }: Row) => key === letter?.key)).toMatchObject({ state: 'to-print', title: letter?.title });
    expect((await office.as('Hela').get(`/tasks/${enc(id)}`)).body).toMatchObject({ letter });
    expect((await office.view(dispute)).tasks.find((task: Row) => task.id === id)).toMatchObject({ letter });
  }
  const work = (await openTasks(dispute)).find(({ kind }) => kind === 'work');
  expect(work).not.toHaveProperty('letter');

  // With the case the printing is off: the letters say so, in their list and where they were caused.
  await office.as('Lea').post(`/cases/${dispute}/cancellation`, { reason: 'Entered twice' });
  const [first] = prints.map(({ letter }) => letter?.key);
  expect((await office.as('Hela').get(`/cases/${dispute}/letters/${enc(String(first))}`)).body).toMatchObject({ state: 'dropped' });
  const lines = (await office.as('Hela').get(`/cases/${dispute}/timeline`)).body.rows;
  const caused = lines.flatMap(({ letters }: Row) => letters).find(({ key }: Row) => key === first);
  expect(caused).toMatchObject({ state: 'dropped' });
});

test('who lets a deadline pass early, or moves it: the timeline names which one and until when', async () => {
  const dispute = await outside();
  await office.does(dispute, ...admitted);
  const timer = enc('evaluating.evaluateBy');
  const dueAt = '2026-03-30T10:00:00.000Z';
  const lead = office.as('Lea');
  expect(await lead.put(`/cases/${dispute}/timers/${timer}`, { dueAt, reason: 'They asked for it' })).toMatchObject({ status: 200 });
  expect(await lead.post(`/cases/${dispute}/timers/${timer}/firing`, { reason: 'They gave up' })).toMatchObject({ status: 200 });
  const lines = (await office.as('Hela').get(`/cases/${dispute}/timeline`)).body.rows;
  expect(lines.slice(-2)).toMatchObject([
    { event: 'timer.move', by: { name: 'Lea' }, timer: { title: { en: 'Evaluate' }, dueAt }, reason: 'They asked for it' },
    { event: 'timer.fire', by: { name: 'Lea' }, timer: { title: { en: 'Evaluate' } }, reason: 'They gave up' },
  ]);
});

test('a letter to several colleagues is told as one to their role, not to the first of them', async () => {
  const dispute = await outside();
  await office.does(dispute, ...mediated, ['orgStatement', { as: 'Nina' }]);
  const { rows } = (await office.as('Hela').get(`/cases/${dispute}/letters`)).body;
  const told = rows.find(({ letter }: Row) => letter === 'note');
  expect(told).toMatchObject({ state: 'inbox', to: { role: 'coordinator' }, body: expect.not.stringMatching(/Carla|Lea/) });
  expect(told.to).not.toHaveProperty('name');
  for (const [name, dear] of [
    ['Carla', 'Lea'],
    ['Lea', 'Carla'],
  ] as const)
    expect((await office.as(name).get('/inbox')).body.rows).toContainEqual(
      expect.objectContaining({ caseId: dispute, body: expect.not.stringContaining(dear) }),
    );
});

test('the letter with the recommendation says by when to answer it, not by when it was due', async () => {
  const dispute = await outside();
  await office.does(dispute, ...unsettled, ['recommend', { as: 'Hugo', for: 'Evald' }]);
  const { timers } = await office.view(dispute);
  const due = timers.find(({ id }: Row) => id === 'recommendation.recommendationBy');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Warsaw' }).format(new Date(due.dueAt));
  const { rows } = (await office.as('Nina').get('/inbox')).body;
  expect(rows.find(({ caseId }: Row) => caseId === dispute).subject).toContain(`answer by ${day}`);
});
