import { readFile } from 'node:fs/promises';
import type { Operation } from '../../../runtime-api/src/http/operations.ts';
import { recording } from '../../complaint-answers.ts';
import type { Asked, Browser } from './browser.ts';
import type { TestServer } from './running-server.ts';
import { founded, newCase, password, setUpWish, staff } from './world.ts';

/** An organisation at work: a case with a letter, an open task, a draft, a token, a message. */
export interface World {
  readonly server: TestServer;
  /** Administrator who handles complaints too: every right but the process owner's and compliance's. */
  readonly admin: Browser;
  readonly adminId: string;
  readonly owner: Browser;
  readonly compliance: Browser;
  readonly spare: { readonly browser: Browser; readonly id: string };
}

/** A request that succeeds, made ready in this world, and who sends it; and one that is refused in a documented way. */
export interface Play {
  readonly good: (world: World) => Promise<Asked & { readonly as?: Browser }>;
  readonly bad: (world: World) => Promise<Asked & { readonly as?: Browser; readonly status: number }>;
}

let counter = 0;
const fresh = (): number => {
  counter += 1;
  return counter;
};
const get = (path: string): Asked => ({ method: 'GET', path });
const post = (path: string, body?: unknown, headers?: Asked['headers']): Asked => ({
  method: 'POST',
  path,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
});
const match = (revision: number) => ({ 'If-Match': `"${revision}"` });
const reason = { reason: 'as agreed' };
const enc = encodeURIComponent;

const startedCase = async ({ server, admin }: World): Promise<string> => {
  const started = await admin.post('/cases', newCase(new Date(server.clock.now() - 60_000).toISOString()));
  await server.idle();
  return started.body.id;
};
const openTask = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  const { rows } = (await world.admin.post('/tasks/search', { case: id })).body;
  return rows[0].id;
};
const claimedTask = async (world: World): Promise<string> => {
  const task = await openTask(world);
  await world.admin.post(`/tasks/${enc(task)}/claim`, {});
  return task;
};
const recordedCase = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  const { rows } = (await world.admin.post('/tasks/search', { case: id })).body;
  await world.admin.post(`/tasks/${enc(rows[0].id)}/completion`, { event: 'recorded', values: recording });
  await world.server.idle();
  return id;
};
const letterOf = async (world: World): Promise<string> => {
  const id = await recordedCase(world);
  const { rows } = (await world.admin.get(`/cases/${id}/letters`)).body;
  return `/cases/${id}/letters/${enc(rows[0].key)}`;
};
const timerOf = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  const { rows } = (await world.admin.get(`/cases/${id}/timers`)).body;
  return `/cases/${id}/timers/${enc(rows.find((row: { id: string }) => !row.id.startsWith('clock.')).id)}`;
};
/** A case with a failed effect: its letter could not be written, because the folder is a file. */
const incidentOf = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  await world.server.plantIncident(id);
  const view = (await world.admin.get(`/cases/${id}`)).body;
  return `/cases/${id}/incidents/${enc(view.incidentList[0].id)}`;
};
const starter = JSON.parse(await readFile(new URL('../../../definitions/src/processes/starter.json', import.meta.url), 'utf8'));
const drawing = () => ({ ...starter, id: `drawn${fresh()}` });
const draftIn = async (world: World, state: 'draft' | 'submitted' | 'approved') => {
  const document = drawing();
  const path = `/definitions/${document.id}`;
  let saved = await world.owner.put(`${path}/draft`, { document }, match(0));
  if (state !== 'draft') saved = await world.owner.post(`${path}/draft/submission`, undefined, match(saved.body.revision));
  if (state === 'approved') saved = await world.compliance.post(`${path}/draft/approval`, undefined, match(saved.body.revision));
  return { path, document, headers: match(saved.body.revision) };
};
const somebody = async ({ admin }: World) =>
  (await admin.post('/people', { name: `Person ${fresh()}`, email: `person${counter}@example.org` })).body.person;
const invitation = async (world: World): Promise<string> =>
  (await world.admin.post(`/people/${(await somebody(world)).id}/invitation`)).body.code;
const unknown = async (method: string, path: string, body?: unknown, headers?: Asked['headers']) => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
  status: 404,
});
const badShape = async (path: string, method = 'POST', headers?: Asked['headers']) => ({
  method,
  path,
  body: { surprise: true },
  ...(headers ? { headers } : {}),
  status: 400,
});
const nobody = (server: TestServer) => server.browser();
const strange = async (world: World, asked: Asked) => ({ ...asked, as: nobody(world.server), status: 401 });
const byStranger = (asked: Asked) => (world: World) => strange(world, asked);

export const plays: Readonly<Record<Operation, Play>> = {
  lookAtSetUp: { good: async () => get('/setup'), bad: async () => ({ ...get('/setup'), headers: { Host: 'evil.example' }, status: 403 }) },
  setUp: {
    good: async ({ server }) => ({
      ...post('/setup', setUpWish(await server.organisationCode('Other'), 'Other', `other${fresh()}@example.org`)),
      as: nobody(server),
    }),
    bad: async ({ server }) => ({
      ...post('/setup', setUpWish('AAAAA-AAAAA-AAAAA-AAAAA-AAAAA', 'X', 'x@example.org')),
      as: nobody(server),
      status: 422,
    }),
  },
  signIn: {
    good: async ({ server }) => ({ ...post('/session', { email: 'ada@example.org', password }), as: nobody(server) }),
    bad: async ({ server }) => ({
      ...post('/session', { email: `nobody${fresh()}@example.org`, password }),
      as: nobody(server),
      status: 401,
    }),
  },
  lookAtInvitation: {
    good: async (world) => post('/join/invitation', { code: await invitation(world) }),
    bad: async () => ({ ...post('/join/invitation', { code: 'wrong' }), status: 422 }),
  },
  join: {
    good: async (world) => ({ ...post('/join', { code: await invitation(world), password }), as: nobody(world.server) }),
    bad: async (world) => ({
      ...post('/join', { code: await invitation(world), password: 'aaaaaaaaaaaaaaaa' }),
      as: nobody(world.server),
      status: 422,
    }),
  },
  readSession: { good: async () => get('/session'), bad: byStranger(get('/session')) },
  signOut: {
    good: async (world) => ({ method: 'DELETE', path: '/session', as: await signedIn(world) }),
    bad: byStranger({ method: 'DELETE', path: '/session' }),
  },
  listSessions: { good: async () => get('/sessions'), bad: byStranger(get('/sessions')) },
  endSession: {
    good: async (world) => {
      const other = await signedIn(world);
      const { rows } = (await other.get('/sessions')).body;
      return { method: 'DELETE', path: `/sessions/${rows.find((row: { current: boolean }) => row.current).id}` };
    },
    bad: () => unknown('DELETE', '/sessions/none'),
  },
  changeMyChoices: { good: async () => ({ method: 'PATCH', path: '/me', body: { theme: 'dark' } }), bad: () => badShape('/me', 'PATCH') },
  changeMyPassword: {
    good: async ({ spare }) => ({ ...post('/me/password', { current: password, next: password }), as: spare.browser }),
    bad: async ({ spare }) => ({ ...post('/me/password', { current: 'not this one', next: password }), as: spare.browser, status: 422 }),
  },
  chooseHandling: {
    good: async () => ({ method: 'PUT', path: '/me/handling', body: { handlesComplaints: true } }),
    bad: () => badShape('/me/handling', 'PUT'),
  },
  readOrganisation: { good: async () => get('/organisation'), bad: byStranger(get('/organisation')) },
  changeOrganisation: {
    good: async ({ admin }) => ({
      method: 'PATCH',
      path: '/organisation',
      body: { contact: '2 Market Square' },
      headers: match((await admin.get('/organisation')).body.revision),
    }),
    bad: async () => ({ method: 'PATCH', path: '/organisation', body: { contact: 'x' }, headers: match(9999), status: 412 }),
  },
  listPeople: { good: async () => get('/people?search=ada&limit=5'), bad: async () => ({ ...get('/people?limit=0'), status: 400 }) },
  listNames: {
    good: async () => get('/people/names?search=ada'),
    bad: async () => ({ ...get('/people/names?after=nonsense'), status: 400 }),
  },
  readPeopleLog: { good: async () => get('/people/log'), bad: async () => ({ ...get('/people/log?limit=9999'), status: 400 }) },
  readPerson: { good: async ({ adminId }) => get(`/people/${adminId}`), bad: () => unknown('GET', '/people/none') },
  addPerson: {
    good: async () => post('/people', { name: `New ${fresh()}` }),
    bad: async () => ({ ...post('/people', { name: 'X', assignments: [{ definition: 'starter', roles: ['subject'] }] }), status: 422 }),
  },
  addOutsider: {
    good: async () => post('/people/outside', { name: `Out ${fresh()}`, party: 'complainant' }),
    bad: async () => ({ ...post('/people/outside', { name: 'In', party: 'organisation' }), status: 422 }),
  },
  changePerson: {
    good: async (world) => ({
      method: 'PATCH',
      path: `/people/${(await somebody(world)).id}`,
      body: { name: 'Renamed' },
      headers: match(1),
    }),
    bad: async (world) => ({ method: 'PATCH', path: `/people/${(await somebody(world)).id}`, body: { name: 'Renamed' }, status: 428 }),
  },
  invitePerson: {
    good: async (world) => post(`/people/${(await somebody(world)).id}/invitation`),
    bad: () => unknown('POST', '/people/none/invitation'),
  },
  disablePerson: {
    good: async (world) => post(`/people/${(await somebody(world)).id}/disabling`, undefined, match(1)),
    bad: async ({ adminId }) => ({ ...post(`/people/${adminId}/disabling`, undefined, match(1)), status: 409 }),
  },
  enablePerson: {
    good: async (world) => post(`/people/${(await somebody(world)).id}/enabling`, undefined, match(1)),
    bad: () => unknown('POST', '/people/none/enabling', undefined, match(1)),
  },
  listTokens: { good: async () => get('/tokens'), bad: byStranger(get('/tokens')) },
  makeToken: {
    good: async () => post('/tokens', { name: 'desk', rights: ['handler'], scope: ['read'], days: 7 }),
    bad: async () => ({ ...post('/tokens', { name: 'desk', rights: ['administrator'], scope: ['read'], days: 7 }), status: 403 }),
  },
  revokeToken: {
    good: async ({ admin }) => ({
      method: 'DELETE',
      path: `/tokens/${(await admin.post('/tokens', { name: 'gone', scope: ['read'], days: 1 })).body.row.id}`,
    }),
    bad: () => unknown('DELETE', '/tokens/none'),
  },
  listCalendars: { good: async () => get('/calendars'), bad: byStranger(get('/calendars')) },
  readCalendar: { good: async () => get('/calendars/organisation'), bad: () => unknown('GET', '/calendars/none') },
  changeCalendar: {
    good: async ({ admin }) => {
      const { version, timeZone, week, holidays } = (await admin.get('/calendars/organisation')).body;
      return { method: 'PUT', path: '/calendars/organisation', body: { timeZone, week, holidays }, headers: match(version) };
    },
    bad: async ({ admin }) => {
      const { version } = (await admin.get('/calendars/organisation')).body;
      const body = { timeZone: 'Europe/Warsaw', week: { '1': [{ from: '17:00', to: '09:00' }] }, holidays: [] };
      return { method: 'PUT', path: '/calendars/organisation', body, headers: match(version), status: 422 };
    },
  },
  validateDefinition: {
    good: async ({ owner }) => ({ ...post('/definitions/validation', { document: { format: 2 } }), as: owner }),
    bad: async ({ owner }) => ({ ...(await badShape('/definitions/validation')), as: owner }),
  },
  readDefinitionDraft: {
    good: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/draft`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/draft'), as: owner, status: 404 }),
  },
  editDefinition: {
    good: async ({ owner }) => {
      const document = drawing();
      return { method: 'PUT', path: `/definitions/${document.id}/draft`, body: { document }, headers: match(0), as: owner };
    },
    bad: async ({ owner }) => ({
      method: 'PUT',
      path: '/definitions/other/draft',
      body: { document: starter },
      headers: match(0),
      as: owner,
      status: 400,
    }),
  },
  submitDefinition: {
    good: async (world) => {
      const { path, headers } = await draftIn(world, 'draft');
      return { ...post(`${path}/draft/submission`, undefined, headers), as: world.owner };
    },
    bad: async ({ owner }) => {
      const path = `/definitions/broken${fresh()}`;
      await owner.put(`${path}/draft`, { document: { id: path.split('/').at(-1) } }, match(0));
      return { ...post(`${path}/draft/submission`, undefined, match(1)), as: owner, status: 422 };
    },
  },
  approveDefinition: {
    good: async (world) => {
      const { path, headers } = await draftIn(world, 'submitted');
      return { ...post(`${path}/draft/approval`, undefined, headers), as: world.compliance };
    },
    bad: async (world) => {
      const { path, headers } = await draftIn(world, 'draft');
      return { ...post(`${path}/draft/approval`, undefined, headers), as: world.compliance, status: 409 };
    },
  },
  publishDefinition: {
    good: async (world) => {
      const { path, headers } = await draftIn(world, 'approved');
      return { ...post(`${path}/publication`, undefined, headers), as: world.owner };
    },
    bad: async (world) => {
      const { path, headers } = await draftIn(world, 'submitted');
      return { ...post(`${path}/publication`, undefined, headers), as: world.owner, status: 409 };
    },
  },
  retireDefinition: {
    good: async (world) => {
      const { path, headers } = await draftIn(world, 'approved');
      await world.owner.post(`${path}/publication`, undefined, headers);
      return { ...post(`${path}/retirement`), as: world.owner };
    },
    bad: async ({ owner }) => ({ ...post('/definitions/none/retirement'), as: owner, status: 404 }),
  },
  listDefinitions: { good: async () => get('/definitions'), bad: byStranger(get('/definitions')) },
  readDefinition: { good: async () => get('/definitions/starter'), bad: () => unknown('GET', '/definitions/none') },
  readDefinitionVersion: {
    good: async () => get('/definitions/starter/versions/1'),
    bad: () => unknown('GET', '/definitions/starter/versions/99'),
  },
  readStart: { good: async () => get('/definitions/complaint/start'), bad: () => unknown('GET', '/definitions/escalation/start') },
  startCase: {
    good: async ({ server }) => post('/cases', newCase(new Date(server.clock.now() - 1000).toISOString())),
    bad: async ({ server }) => ({ ...post('/cases', newCase(new Date(server.clock.now() + 60_000).toISOString())), status: 422 }),
  },
  searchCases: {
    good: async () => post('/cases/search', { sort: 'due', text: 'wash' }),
    bad: async () => ({ ...post('/cases/search', { after: 'nonsense' }), status: 400 }),
  },
  readCase: { good: async (world) => get(`/cases/${await startedCase(world)}`), bad: () => unknown('GET', '/cases/none') },
  sendEvent: {
    good: async (world) => {
      const id = await startedCase(world);
      const jan = (await world.admin.post('/people/outside', { name: 'Jan', party: 'complainant' })).body.person.id;
      return post(`/cases/${id}/events`, { event: 'statusRequest', onBehalfOf: jan });
    },
    bad: async (world) => ({ ...post(`/cases/${await startedCase(world)}/events`, { event: 'case.cancel' }), status: 409 }),
  },
  listOffers: { good: async (world) => get(`/cases/${await startedCase(world)}/offers`), bad: () => unknown('GET', '/cases/none/offers') },
  readTimeline: {
    good: async (world) => get(`/cases/${await startedCase(world)}/timeline?limit=1`),
    bad: () => unknown('GET', '/cases/none/timeline'),
  },
  listTimers: { good: async (world) => get(`/cases/${await startedCase(world)}/timers`), bad: () => unknown('GET', '/cases/none/timers') },
  explainDue: {
    good: async (world) => get(`/cases/${await startedCase(world)}/explanation?clock=answer`),
    bad: async (world) => ({ ...get(`/cases/${await startedCase(world)}/explanation?clock=none`), status: 404 }),
  },
  cancelCase: {
    good: async (world) => post(`/cases/${await startedCase(world)}/cancellation`, reason),
    bad: () => unknown('POST', '/cases/none/cancellation', reason),
  },
  fireTimer: {
    good: async (world) => post(`${await timerOf(world)}/firing`, reason),
    bad: async (world) => ({ ...post(`/cases/${await startedCase(world)}/timers/none/firing`, reason), status: 409 }),
  },
  moveTimer: {
    good: async (world) => ({ method: 'PUT', path: await timerOf(world), body: { ...reason, dueAt: '2026-04-01T08:00:00Z' } }),
    bad: async (world) => ({ method: 'PUT', path: await timerOf(world), body: { ...reason, dueAt: 'tomorrow' }, status: 400 }),
  },
  retryIncident: {
    good: async (world) => post(`${await incidentOf(world)}/retry`, {}),
    bad: async (world) => ({ ...post(`/cases/${await startedCase(world)}/incidents/none/retry`, {}), status: 404 }),
  },
  skipIncident: {
    good: async (world) => post(`${await incidentOf(world)}/skip`, reason),
    bad: async (world) => ({ ...post(`/cases/${await startedCase(world)}/incidents/none/skip`, reason), status: 404 }),
  },
  listLetters: {
    good: async (world) => get(`/cases/${await recordedCase(world)}/letters`),
    bad: () => unknown('GET', '/cases/none/letters'),
  },
  readLetter: {
    good: async (world) => get(await letterOf(world)),
    bad: async (world) => ({ ...get(`/cases/${await startedCase(world)}/letters/none`), status: 404 }),
  },
  downloadLetter: {
    good: async (world) => get(`${await letterOf(world)}/file`),
    bad: async (world) => ({ ...get(`/cases/${await startedCase(world)}/letters/none/file`), status: 404 }),
  },
  markLetterSent: {
    good: async (world) => post(`${await letterOf(world)}/sent`, { how: 'by post', at: new Date(world.server.clock.now()).toISOString() }),
    bad: async (world) => ({ ...post(`${await letterOf(world)}/sent`, { how: 'by post', at: '2036-01-01T00:00:00Z' }), status: 422 }),
  },
  searchTasks: {
    good: async () => post('/tasks/search', { scope: 'queue' }),
    bad: async () => ({ ...post('/tasks/search', { scope: 'theirs' }), status: 400 }),
  },
  readTask: { good: async (world) => get(`/tasks/${enc(await openTask(world))}`), bad: () => unknown('GET', '/tasks/none') },
  claimTask: {
    good: async (world) => post(`/tasks/${enc(await openTask(world))}/claim`, {}),
    bad: () => unknown('POST', '/tasks/none/claim', {}),
  },
  releaseTask: {
    good: async (world) => post(`/tasks/${enc(await claimedTask(world))}/release`, {}),
    bad: () => unknown('POST', '/tasks/none/release', {}),
  },
  assignTask: {
    good: async (world) => post(`/tasks/${enc(await openTask(world))}/assignment`, { person: world.adminId }),
    bad: async (world) => ({ ...post(`/tasks/${enc(await openTask(world))}/assignment`, { person: world.spare.id }), status: 403 }),
  },
  completeTask: {
    good: async (world) => post(`/tasks/${enc(await openTask(world))}/completion`, { event: 'recorded', values: recording }),
    bad: async (world) => ({ ...post(`/tasks/${enc(await openTask(world))}/completion`, { event: 'recorded', values: {} }), status: 422 }),
  },
  readDraft: {
    good: async ({ admin }) => {
      await admin.put('/drafts/new-case', { values: { a: 1 } });
      return get('/drafts/new-case');
    },
    bad: () => unknown('GET', '/drafts/none'),
  },
  keepDraft: {
    good: async () => ({ method: 'PUT', path: '/drafts/new-case', body: { values: { a: 1 } } }),
    bad: async () => ({ method: 'PUT', path: '/drafts/new-case', body: { values: { $where: '1' } }, status: 400 }),
  },
  dropDraft: {
    good: async () => ({ method: 'DELETE', path: '/drafts/new-case' }),
    bad: byStranger({ method: 'DELETE', path: '/drafts/new-case' }),
  },
  listInbox: { good: async () => get('/inbox'), bad: async () => ({ ...get('/inbox?after=nonsense'), status: 400 }) },
  markInboxRead: {
    good: async (world) => post(`/inbox/${enc(await world.server.plantMessage(world.adminId))}/read`),
    bad: () => unknown('POST', '/inbox/none/read'),
  },
  readStatistics: { good: async () => get('/statistics'), bad: byStranger(get('/statistics')) },
  listIncidents: { good: async () => get('/incidents'), bad: async () => ({ ...get('/incidents?after=nonsense'), status: 400 }) },
};

async function signedIn({ server }: World): Promise<Browser> {
  const browser = server.browser();
  await browser.post('/session', { email: 'ada@example.org', password });
  return browser;
}

export async function openWorld(server: TestServer): Promise<World> {
  const admin = await founded(server, { name: 'Green Bank', email: 'ada@example.org', handles: true });
  const owner = await staff(server, admin, { name: 'Olga', rights: ['process-owner'] });
  const compliance = await staff(server, admin, { name: 'Cora', rights: ['compliance'] });
  const spare = await staff(server, admin, { name: 'Sven' });
  const adminId = (await admin.get('/session')).body.person.id;
  return { server, admin, adminId, owner: owner.browser, compliance: compliance.browser, spare };
}
