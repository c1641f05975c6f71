import { readFile } from 'node:fs/promises';
import { recording } from '../../complaint-answers.ts';
import { gapReasons } from '../../tools/gap-reasons.ts';
import type { Asked, Browser } from './browser.ts';
import type { TestServer } from './running-server.ts';
import { founded, newCase, password, staff } from './world.ts';

/** An organisation at work: a case with a letter, an open task, a draft, a token, a message. */
export interface World {
  readonly server: TestServer;
  readonly email: string;
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
export const fresh = (): number => {
  counter += 1;
  return counter;
};
export const get = (path: string): Asked => ({ method: 'GET', path });
export const post = (path: string, body?: unknown, headers?: Asked['headers']): Asked => ({
  method: 'POST',
  path,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
});
export const match = (revision: number) => ({ 'If-Match': `"${revision}"` });
export const reason = { reason: 'as agreed' };
export const enc = encodeURIComponent;

export const startedCase = async ({ server, admin }: World): Promise<string> => {
  const started = await admin.post('/cases', newCase(new Date(server.clock.now() - 60_000).toISOString()));
  await server.idle();
  return started.body.id;
};
export const openTask = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  const { rows } = (await world.admin.post('/tasks/search', { case: id })).body;
  return rows[0].id;
};
export const claimedTask = async (world: World): Promise<string> => {
  const task = await openTask(world);
  await world.admin.post(`/tasks/${enc(task)}/claim`, {});
  return task;
};
export const recordedCase = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  const { rows } = (await world.admin.post('/tasks/search', { case: id })).body;
  await world.admin.post(`/tasks/${enc(rows[0].id)}/completion`, { event: 'recorded', values: recording });
  await world.server.idle();
  return id;
};
export const letterOf = async (world: World): Promise<string> => {
  const id = await recordedCase(world);
  const { rows } = (await world.admin.get(`/cases/${id}/letters`)).body;
  return `/cases/${id}/letters/${enc(rows[0].key)}`;
};
export const timerOf = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  const { rows } = (await world.admin.get(`/cases/${id}/timers`)).body;
  return `/cases/${id}/timers/${enc(rows.find((row: { id: string }) => !row.id.startsWith('clock.')).id)}`;
};
/** A case with a failed effect: its letter could not be written, because the folder is a file. */
export const incidentOf = async (world: World): Promise<string> => {
  const id = await startedCase(world);
  await world.server.plantIncident(id);
  const view = (await world.admin.get(`/cases/${id}`)).body;
  return `/cases/${id}/incidents/${enc(view.incidentList[0].id)}`;
};
export const starter = JSON.parse(await readFile(new URL('../../../definitions/src/processes/starter.json', import.meta.url), 'utf8'));
export const drawing = () => ({ ...starter, id: `drawn${fresh()}` });
export const draftIn = async (world: World, state: 'draft' | 'submitted' | 'approved', document = drawing()) => {
  const path = `/definitions/${document.id}`;
  let saved = await world.owner.put(`${path}/draft`, { document, scenarios: gapReasons(document) }, match(0));
  if (state !== 'draft') saved = await world.owner.post(`${path}/draft/submission`, undefined, match(saved.body.revision));
  if (state === 'approved') saved = await world.compliance.post(`${path}/draft/approval`, { password }, match(saved.body.revision));
  return { path, document, headers: match(saved.body.revision) };
};
/** Address of a procedure that was drawn, approved and published; the same again with another document is its next version. */
export const publishedIn = async (world: World, document = drawing(), wish?: object): Promise<string> => {
  const { path, headers } = await draftIn(world, 'approved', document);
  const made = await world.owner.post(`${path}/publication`, wish, headers);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return path;
};
export const somebody = async ({ admin }: World) =>
  (await admin.post('/people', { name: `Person ${fresh()}`, email: `person${fresh()}@example.org` })).body.person;
export const invitation = async (world: World): Promise<string> =>
  (await world.admin.post(`/people/${(await somebody(world)).id}/invitation`)).body.code;
export const unknown = async (method: string, path: string, body?: unknown, headers?: Asked['headers']) => ({
  method,
  path,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
  status: 404,
});
export const badShape = async (path: string, method = 'POST', headers?: Asked['headers']) => ({
  method,
  path,
  body: { surprise: true },
  ...(headers ? { headers } : {}),
  status: 400,
});
export const nobody = (server: TestServer) => server.browser();
export const strange = async (world: World, asked: Asked) => ({ ...asked, as: nobody(world.server), status: 401 });
export const byStranger = (asked: Asked) => (world: World) => strange(world, asked);

export async function signedIn({ server, email }: Pick<World, 'server' | 'email'>): Promise<Browser> {
  const browser = server.browser();
  await browser.post('/session', { email, password });
  return browser;
}

interface Names {
  readonly organisation: string;
  readonly email: string;
  readonly owner: string;
  readonly compliance: string;
  readonly spare: string;
}
const ourNames: Names = { organisation: 'Green Bank', email: 'ada@example.org', owner: 'Olga', compliance: 'Cora', spare: 'Sven' };

/** With other names a second organisation on the same server. */
export async function openWorld(server: TestServer, names = ourNames): Promise<World> {
  const { organisation, email } = names;
  const admin = await founded(server, { name: organisation, email, first: names === ourNames, handles: true });
  const owner = await staff(server, admin, { name: names.owner, rights: ['process-owner'] });
  const compliance = await staff(server, admin, { name: names.compliance, rights: ['compliance'] });
  const spare = await staff(server, admin, { name: names.spare });
  const adminId = (await admin.get('/session')).body.person.id;
  return { server, email, admin, adminId, owner: owner.browser, compliance: compliance.browser, spare };
}
