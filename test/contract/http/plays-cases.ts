import { recording } from '../../complaint-answers.ts';
import {
  byStranger,
  claimedTask,
  enc,
  get,
  incidentOf,
  letterOf,
  openTask,
  type Play,
  post,
  reason,
  recordedCase,
  startedCase,
  timerOf,
  unknown,
} from './play.ts';
import { newCase } from './world.ts';

export const casePlays = {
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
  inspectCase: {
    good: async (world) => get(`/cases/${await startedCase(world)}/inspection?after=0`),
    bad: () => unknown('GET', '/cases/none/inspection'),
  },
  readWhatIf: {
    good: async (world) => get(`/cases/${await startedCase(world)}/what-if`),
    bad: () => unknown('GET', '/cases/none/what-if'),
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
} satisfies Record<string, Play>;
