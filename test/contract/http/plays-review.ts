import { draftIn, drawing, get, type Play, post, publishedIn, type World } from './play.ts';

/** Somebody said something about a draft: the address of what he said. */
async function commentIn(world: World, state: 'draft' | 'submitted' = 'submitted') {
  const { path, headers } = await draftIn(world, state);
  const { id } = (await world.compliance.post(`${path}/draft/comments`, { element: 'recording', text: 'Who does this?' })).body;
  return { path, headers, comment: `${path}/draft/comments/${id}` };
}

/** What two people do with a draft before it is published, and what is told of a version after. */
export const reviewPlays = {
  returnDefinition: {
    good: async (world) => {
      const { path, headers } = await draftIn(world, 'approved');
      return { ...post(`${path}/draft/return`, { why: 'The term is too short' }, headers), as: world.compliance };
    },
    bad: async (world) => {
      const { path, headers } = await draftIn(world, 'draft');
      return { ...post(`${path}/draft/return`, undefined, headers), as: world.owner, status: 409 };
    },
  },
  readReviewedDraft: {
    good: async (world) => {
      const { path, headers } = await draftIn(world, 'submitted');
      await world.compliance.post(`${path}/draft/return`, undefined, headers);
      return { ...get(`${path}/draft/reviewed`), as: world.compliance };
    },
    bad: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/draft/reviewed`), as: world.owner, status: 404 }),
  },
  readComments: {
    good: async (world) => ({ ...get(`${(await commentIn(world)).path}/draft/comments`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/draft/comments'), as: owner, status: 404 }),
  },
  addComment: {
    good: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/draft/comments`, { element: '', text: 'Well done' }),
      as: world.owner,
    }),
    bad: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/draft/comments`, { element: '', text: '' }),
      as: world.owner,
      status: 400,
    }),
  },
  replyToComment: {
    good: async (world) => ({ ...post(`${(await commentIn(world)).comment}/replies`, { text: 'The branch' }), as: world.owner }),
    bad: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/draft/comments/none/replies`, { text: 'The branch' }),
      as: world.owner,
      status: 404,
    }),
  },
  resolveComment: {
    good: async (world) => ({ ...post(`${(await commentIn(world)).comment}/resolution`, { resolved: true }), as: world.owner }),
    bad: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/draft/comments/none/resolution`, { resolved: true }),
      as: world.owner,
      status: 404,
    }),
  },
  republishDefinition: {
    good: async (world) => {
      const document = drawing();
      const path = await publishedIn(world, document);
      await publishedIn(world, { ...document, title: { ...document.title, en: 'Worse' } });
      return { ...post(`${path}/versions/1/republication`, { why: 'It was better' }), as: world.owner };
    },
    bad: async (world) => ({
      ...post(`${await publishedIn(world)}/versions/1/republication`, { why: 'Once more' }),
      as: world.owner,
      status: 409,
    }),
  },
  readVersionHistory: {
    good: async (world) => ({ ...get(`${await publishedIn(world)}/versions/1/history`), as: world.compliance }),
    bad: async (world) => ({ ...get(`${await publishedIn(world)}/versions/2/history`), as: world.compliance, status: 404 }),
  },
  readOperation: {
    good: async (world) => ({ ...get(`${await publishedIn(world)}/versions/1/operation`), as: world.compliance }),
    bad: async (world) => ({ ...get(`${await publishedIn(world)}/versions/2/operation`), as: world.compliance, status: 404 }),
  },
  readRunningCases: {
    good: async (world) => ({ ...get(`${await publishedIn(world)}/running`), as: world.owner }),
    bad: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/running`), as: world.owner, status: 404 }),
  },
} satisfies Record<string, Play>;
