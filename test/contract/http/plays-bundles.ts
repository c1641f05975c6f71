import { byStranger, get, type Play, publishedIn } from './play.ts';

/** What an auditor takes along, and the key by which he knows whose it is. */
export const bundlePlays = {
  downloadBundle: {
    good: async (world) => ({ ...get(`${await publishedIn(world)}/versions/1/bundle`), as: world.compliance }),
    bad: async (world) => ({ ...get(`${await publishedIn(world)}/versions/2/bundle`), as: world.compliance, status: 404 }),
  },
  readSigningKey: {
    good: async () => get('/organisation/signing-key'),
    bad: byStranger(get('/organisation/signing-key')),
  },
  downloadSigningKey: {
    good: async () => get('/organisation/signing-key/file'),
    bad: byStranger(get('/organisation/signing-key/file')),
  },
} satisfies Record<string, Play>;
