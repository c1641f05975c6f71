import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Operation } from '../../../runtime-api/src/http/operations.ts';
import { type Browser, document, routes } from './browser.ts';
import { rightLetters } from './right-letters.ts';
import { TestServer } from './running-server.ts';
import { founded, staff } from './world.ts';

/** The table once more, by hand: whoever changes a right changes it here too, and says why. h t p c m a r = the six rights and a role of a procedure. */
const expected: Readonly<Partial<Record<Operation, string>>> = {
  changeOrganisation: 'a',
  chooseHandling: 'a',
  listPeople: 'a',
  readPerson: 'a',
  addPerson: 'a',
  changePerson: 'a',
  invitePerson: 'a',
  disablePerson: 'a',
  enablePerson: 'a',
  listTokens: 'a',
  makeToken: 'a',
  revokeToken: 'a',
  readPeopleLog: 'ca',
  changeCalendar: 'pa',
  editDefinition: 'p',
  submitDefinition: 'p',
  returnDefinition: 'pc', // Who drew takes it back, who reviews sends it back.
  publishDefinition: 'p',
  republishDefinition: 'p',
  retireDefinition: 'p',
  approveDefinition: 'c',
  readDefinitionDraft: 'pc',
  readDraftChanges: 'pc',
  readDraftHistory: 'pc',
  readReviewedDraft: 'pc',
  readComments: 'pc',
  addComment: 'pc',
  replyToComment: 'pc',
  resolveComment: 'pc',
  readStandards: 'pc',
  listChangedStandards: 'pcm',
  listWaivers: 'pcm',
  listAttestations: 'pcm',
  waiveRule: 'c',
  withdrawWaiver: 'c',
  attestRule: 'c',
  downloadBundle: 'c', // It brings journals of cases along.
  sendEvidence: 'c',
  downloadEvidence: 'pcm',
  readVersionHistory: 'pcm',
  readOperation: 'pcm',
  readRunningCases: 'pcm',
  rehearseDraft: 'pc',
  validateDefinition: 'pc',
  readStart: 'htr',
  startCase: 'htr',
  sendEvent: 'htr',
  downloadLetter: 'htr',
  searchTasks: 'htr',
  readTask: 'htr',
  claimTask: 'htr',
  releaseTask: 'htr',
  completeTask: 'htr',
  searchCases: 'htcr',
  readCase: 'htcr',
  listOffers: 'htcr',
  readTimeline: 'htcr',
  inspectCase: 'htcr',
  readWhatIf: 'htcrp',
  listLetters: 'htcr',
  readLetter: 'htcr',
  listTimers: 'htcr',
  explainDue: 'htcr',
  markLetterSent: 'ht',
  addOutsider: 'ht',
  readStatistics: 'htpcm',
  assignTask: 't',
  cancelCase: 't',
  fireTimer: 't',
  moveTimer: 't',
  listIncidents: 't',
  retryIncident: 't',
  skipIncident: 't',
};
const open: readonly string[] = ['lookAtSetUp', 'setUp', 'signIn', 'lookAtInvitation', 'join'];
const holders = [...Object.keys(rightLetters), 'r', 'nothing'] as const;

let server: TestServer;
const people = new Map<string, Browser>();
beforeAll(async () => {
  server = await TestServer.open(undefined, { switches: ['inspection'] });
  const admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org' });
  for (const [letter, right] of Object.entries(rightLetters))
    people.set(letter, (await staff(server, admin, { name: `One ${right}`, rights: [right] })).browser);
  people.set(
    'r',
    (await staff(server, admin, { name: 'Role holder', assignments: [{ definition: 'starter', roles: ['handler'] }] })).browser,
  );
  people.set('nothing', (await staff(server, admin, { name: 'Nothing' })).browser);
}, 60_000);
afterAll(() => server.close());

/** Anything: the right is decided before the request is read. */
const attempt = (operation: Operation) => {
  const found = routes.find((route) => route.operation === operation);
  const path = (found?.path ?? '').replace(/\{\w+\}/g, 'none');
  return { method: (found?.method ?? 'get').toUpperCase(), path, ...(found?.body ? { body: { surprise: true } } : {}) };
};

describe.each(holders)('a person with nothing but "%s"', (letter) => {
  const behindTheDoor = routes
    .map(({ operation }) => operation)
    .filter((operation) => !open.includes(operation) && operation !== 'signOut');
  test.each(behindTheDoor)('%s', async (operation) => {
    const allowed =
      (expected[operation] ?? [...Object.keys(rightLetters), 'r', 'nothing'].join('')).includes(letter) ||
      expected[operation] === undefined;
    const answered = await people.get(letter)?.ask(attempt(operation));
    const refusedByRight = answered?.status === 403 && answered.body.code === 'right-missing';
    expect({ operation, allowed: !refusedByRight }).toEqual({ operation, allowed });
  });
});

test.each(routes.map(({ operation }) => operation).filter((operation) => !open.includes(operation)))(
  '%s: nobody who is not signed in',
  async (operation) => {
    expect(await server.browser().ask(attempt(operation))).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  },
);

test('the document tells who may do what', () => {
  const told: Record<string, readonly string[]> = {};
  for (const path of Object.values<Record<string, { operationId: string; 'x-rights': string[] }>>(document.paths))
    for (const described of Object.values(path)) told[described.operationId] = described['x-rights'];
  expect(told.approveDefinition).toEqual(['compliance']);
  expect(told.readCase).toEqual(['role-holder', 'handler', 'team-lead', 'compliance']);
});
