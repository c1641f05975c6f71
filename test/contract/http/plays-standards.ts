import { byStranger, draftIn, get, type Play, post, type World } from './play.ts';

const waiver = { rule: '10002/7.4-A', reason: 'The letter is written by hand until the new one is printed', until: '2026-09-30' };
const attestation = { rule: '10002/4.2-C', statement: 'The board has signed the policy', evidence: '', validUntil: '2026-09-30' };

const waivedIn = async (world: World) => {
  const { path } = await draftIn(world, 'draft');
  const [{ id }] = (await world.compliance.post(`${path}/waivers`, waiver)).body.rows;
  return { path, waiver: `${path}/waivers/${id}` };
};

const policy = Buffer.from('%PDF-1.7 The policy');
const evidence = 'evidence?name=policy.pdf';

/** How a draft stands to the rules, and what people sign about that. */
export const standardsPlays = {
  readStandards: {
    good: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/draft/standards`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/draft/standards'), as: owner, status: 404 }),
  },
  listChangedStandards: {
    good: async ({ owner }) => ({ ...get('/standards/changed'), as: owner }),
    bad: byStranger(get('/standards/changed')),
  },
  listWaivers: {
    good: async (world) => ({ ...get(`${(await waivedIn(world)).path}/waivers`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/waivers'), as: owner, status: 404 }),
  },
  waiveRule: {
    good: async (world) => ({ ...post(`${(await draftIn(world, 'draft')).path}/waivers`, waiver), as: world.compliance }),
    bad: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/waivers`, { ...waiver, rule: 'none' }),
      as: world.compliance,
      status: 422,
    }),
  },
  withdrawWaiver: {
    good: async (world) => ({ method: 'DELETE', path: (await waivedIn(world)).waiver, as: world.compliance }),
    bad: async (world) => ({ method: 'DELETE', path: `${(await waivedIn(world)).path}/waivers/none`, as: world.compliance, status: 404 }),
  },
  listAttestations: {
    good: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/attestations`), as: world.owner }),
    bad: async ({ owner }) => ({ ...get('/definitions/none/attestations'), as: owner, status: 404 }),
  },
  attestRule: {
    good: async (world) => ({ ...post(`${(await draftIn(world, 'draft')).path}/attestations`, attestation), as: world.compliance }),
    bad: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/attestations`, { ...attestation, rule: waiver.rule }),
      as: world.compliance,
      status: 422,
    }),
  },
  sendEvidence: {
    good: async (world) => ({ ...post(`${(await draftIn(world, 'draft')).path}/${evidence}`, policy), as: world.compliance }),
    bad: async (world) => ({
      ...post(`${(await draftIn(world, 'draft')).path}/${evidence}`, Buffer.from('MZ\0\0')),
      as: world.compliance,
      status: 415,
    }),
  },
  downloadEvidence: {
    good: async (world) => {
      const { path } = await draftIn(world, 'draft');
      const { id } = (await world.compliance.post(`${path}/${evidence}`, policy)).body;
      return { ...get(`${path}/evidence/${id}`), as: world.owner };
    },
    bad: async (world) => ({ ...get(`${(await draftIn(world, 'draft')).path}/evidence/none`), as: world.owner, status: 404 }),
  },
} satisfies Record<string, Play>;
