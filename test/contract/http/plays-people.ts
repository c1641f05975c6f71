import { badShape, byStranger, fresh, get, invitation, match, nobody, type Play, post, signedIn, somebody, unknown } from './play.ts';
import { password, setUpWish } from './world.ts';

export const peoplePlays = {
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
} satisfies Record<string, Play>;
