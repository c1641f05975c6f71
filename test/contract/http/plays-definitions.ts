import { badShape, byStranger, draftIn, drawing, fresh, get, match, type Play, post, publishedIn, starter, unknown } from './play.ts';
import { reviewPlays } from './plays-review.ts';
import { standardsPlays } from './plays-standards.ts';
import { password } from './world.ts';

export const definitionPlays = {
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
  readDraftChanges: {
    good: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/draft/changes?after=0`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/draft/changes?after=0'), as: owner, status: 404 }),
  },
  readDraftHistory: {
    good: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/draft/history`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/draft/history'), as: owner, status: 404 }),
  },
  rehearseDraft: {
    good: async (world) => ({ ...post(`${(await draftIn(world, 'draft')).path}/draft/rehearsal`), as: world.owner }),
    bad: async ({ owner }) => ({ ...post('/definitions/none/draft/rehearsal'), as: owner, status: 404 }),
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
      return { ...post(`${path}/draft/approval`, { password }, headers), as: world.compliance };
    },
    bad: async (world) => {
      const { path, headers } = await draftIn(world, 'draft');
      return { ...post(`${path}/draft/approval`, { password }, headers), as: world.compliance, status: 409 };
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
    good: async (world) => ({ ...post(`${await publishedIn(world)}/retirement`, { why: 'Nobody uses it' }), as: world.owner }),
    bad: async ({ owner }) => ({ ...post('/definitions/none/retirement', { why: 'Nobody uses it' }), as: owner, status: 404 }),
  },
  listDefinitions: { good: async () => get('/definitions'), bad: byStranger(get('/definitions')) },
  readDefinition: { good: async () => get('/definitions/starter'), bad: () => unknown('GET', '/definitions/none') },
  readDefinitionVersion: {
    good: async () => get('/definitions/starter/versions/1'),
    bad: () => unknown('GET', '/definitions/starter/versions/99'),
  },
  readStart: { good: async () => get('/definitions/complaint/start'), bad: () => unknown('GET', '/definitions/escalation/start') },
  ...reviewPlays,
  ...standardsPlays,
} satisfies Record<string, Play>;
