import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, realpath, rename, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { askAt, askWho, listenAt, type Owner, type OwnerHandler, type OwnerSocket } from './owner-socket.ts';

/** A second process would see an old catalogue and miss inserts, so a folder has one owner. */
export class StoreInUse extends Error {
  readonly code = 'store-in-use';
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `The store in ${folder} is in use by process ${pid}. Stop that process first, or set REDRESS_HOME to another folder, or set MONGODB_URI to share a MongoDB server.`,
    );
    this.name = 'StoreInUse';
    this.pid = pid;
  }
}

export interface Ownership {
  /** Takes commands from other processes of the same user; see `askOwner`. */
  serve(handler: OwnerHandler): void;
  release(): Promise<void>;
}

const socketName = /^lock-(\d+)-([0-9a-f]+)\.sock$/;
const pathBytesMax = 100; // Socket paths end at 104 bytes on some systems.
const lookAgainMs = 10;
const settledWithinMs = 5_000;

/**
 * Takes the folder, or throws `StoreInUse` with the owner's pid. Safe against any number of starters at once and against killed owners:
 * each listens under a name of its own that is never used again, then looks around. Of two, at least one sees the other, so two never both
 * find themselves alone; of those who have not decided, the least name stays. A name that nobody listens to is dead for ever and removed.
 */
export async function takeFolder(home: string): Promise<Ownership> {
  const nonce = randomBytes(6).toString('hex');
  const self = { pid: process.pid, nonce };
  if (process.platform === 'win32') return takePipe(home, self);
  const places = await socketPlaces(home);
  const name = `lock-${process.pid}-${nonce}.sock`;
  const { socket, path } = await listenUnder(name, places, self);
  const release = async () => {
    await unlink(path).catch(ignoreMissing);
    await socket.close();
  };
  try {
    for (;;) {
      const others = await owners(places, nonce);
      const owner = others.find((other) => other.confirmed) ?? others.find((other) => other.nonce < nonce);
      if (owner) throw new StoreInUse(home, owner.pid);
      if (others.length === 0) break;
      await pause(lookAgainMs); // The others have seen us, or will, and step back.
    }
  } catch (error) {
    await release();
    throw error instanceof StoreInUse ? new StoreInUse(home, await settledPid(places, nonce, error.pid)) : error;
  }
  socket.confirm();
  return { serve: socket.serve, release };
}

/** Sends a command to the process that owns the folder. Undefined: nobody owns it. Throws what the owner's handler threw. */
export async function askOwner(folder: string, request: unknown): Promise<{ readonly pid: number; readonly answer: unknown } | undefined> {
  const owner = await ownerOf(folder);
  return owner && { pid: owner.pid, answer: await askAt(owner.path, request) };
}

/** The process that owns the folder and where it listens; nothing if nobody does. */
export async function ownerOf(folder: string): Promise<{ readonly pid: number; readonly path: string } | undefined> {
  const home = await realpath(folder).catch(ignoreMissing);
  if (home === undefined) return undefined;
  if (process.platform === 'win32') {
    const path = pipePath(home);
    const owner = await askWho(path);
    return typeof owner === 'string' ? undefined : { pid: owner.pid, path };
  }
  const confirmed = (await listeners(await socketPlaces(home))).find(({ owner }) => owner.confirmed);
  return confirmed && { pid: confirmed.owner.pid, path: confirmed.path };
}

async function takePipe(home: string, self: Omit<Owner, 'confirmed'>): Promise<Ownership> {
  const path = pipePath(home); // A pipe belongs to one process and goes with it.
  try {
    const socket = await listenAt(path, self);
    socket.confirm();
    return { serve: socket.serve, release: socket.close };
  } catch (error) {
    const owner = await askWho(path);
    throw owner === 'dead' || owner === 'gone' ? error : new StoreInUse(home, typeof owner === 'string' ? 0 : owner.pid);
  }
}

const pipePath = (home: string): string => `\\\\.\\pipe\\redress-${shortHash(home)}`;

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The folder itself; for long paths, and file systems without sockets, a folder of this user in the temporary one. */
async function socketPlaces(home: string): Promise<readonly string[]> {
  const user = process.getuid?.() ?? 0;
  const shared = join(tmpdir().length < 60 ? tmpdir() : '/tmp', `redress-${user}`);
  await mkdir(shared, { mode: 0o700 }).catch((error: unknown) => ignoreCode(error, 'EEXIST'));
  const facts = await lstat(shared);
  if (!facts.isDirectory() || facts.uid !== user || (facts.mode & 0o077) !== 0) {
    throw new Error(`${shared} must be a folder that only this user can enter (mode 0700)`);
  }
  const far = join(shared, shortHash(home));
  await mkdir(far, { recursive: true, mode: 0o700 });
  return Buffer.byteLength(join(home, 'lock-1234567-0123456789ab.sock')) <= pathBytesMax ? [home, far] : [far];
}

/** Under its name only once it listens: until then a look at it would say `dead`. */
async function listenUnder(
  name: string,
  places: readonly string[],
  self: Omit<Owner, 'confirmed'>,
): Promise<{ socket: OwnerSocket; path: string }> {
  let problem: unknown;
  for (const place of places) {
    const unseen = join(place, name.slice(5));
    try {
      const socket = await listenAt(unseen, self);
      const path = join(place, name);
      await rename(unseen, path);
      return { socket, path };
    } catch (error) {
      problem = error; // This file system takes no sockets; the next place is on another.
    }
  }
  throw new Error('Nothing can listen in the folder of the store', { cause: problem });
}

async function owners(places: readonly string[], nonce: string): Promise<Owner[]> {
  const all = await listeners(places);
  return all.map(({ owner }) => owner).filter((owner) => owner.nonce !== nonce);
}

async function listeners(places: readonly string[]): Promise<{ path: string; owner: Owner }[]> {
  const found: { path: string; owner: Owner }[] = [];
  for (const place of places) {
    for (const name of await readdir(place)) {
      const parts = socketName.exec(name);
      if (!parts) continue;
      const path = join(place, name);
      const owner = await askWho(path);
      if (owner === 'dead') await unlink(path).catch(ignoreMissing);
      else if (owner === 'silent') found.push({ path, owner: { pid: Number(parts[1]), nonce: parts[2] ?? '', confirmed: true } });
      else if (owner !== 'gone') found.push({ path, owner });
    }
  }
  return found;
}

/** Whoever made us step back may step back himself: the message names the one that stayed. */
async function settledPid(places: readonly string[], nonce: string, pid: number): Promise<number> {
  for (let waited = 0; waited < settledWithinMs; waited += lookAgainMs) {
    const others = await owners(places, nonce);
    const owner = others.find((other) => other.confirmed);
    if (owner) return owner.pid;
    if (others.length === 0) return pid;
    await pause(lookAgainMs);
  }
  return pid;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const ignoreMissing = (error: unknown): undefined => ignoreCode(error, 'ENOENT');

function ignoreCode(error: unknown, code: string): undefined {
  if (errorCode(error) !== code) throw error;
  return undefined;
}
