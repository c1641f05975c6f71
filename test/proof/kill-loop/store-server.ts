import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWireServer } from '../../mongo-server/start.js';
import type { StoreServer } from './campaign.ts';

/** A server of our own whose data lie in a file: killed, it comes again on the same port with whatever it had acknowledged. */
export async function openStoreServer(kills: number): Promise<StoreServer & { readonly name: string; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-wire-'));
  const begin = async (port?: number) => {
    const wish = { own: true, streams: false, file: join(folder, 'store'), ...(port === undefined ? {} : { port }) };
    const started = await startWireServer(wish);
    if (started === undefined) throw new Error('No MongoDB server of our own can be started here');
    return started;
  };
  let server = await begin();
  const { uri, name } = server;
  return {
    uri,
    name,
    kills,
    killAndRestart: async () => {
      await server.kill();
      server = await begin(Number(new URL(uri).port));
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
