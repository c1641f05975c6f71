import { io } from 'socket.io-client';
import { connection } from './connection.ts';

/** What the server tells: that something changed, never what. The reader asks again with his own rights. */
export interface Hint {
  readonly kind: string;
  readonly caseId?: string;
  readonly definition?: string;
  readonly revision?: number;
}
/** Somebody who has the same draft open, and the element he is at. */
export interface Present {
  readonly person: string;
  readonly name: string;
  readonly element?: string;
}
export interface Listener {
  readonly hint: (hint: Hint) => void;
  /** Something may have been missed: ask everything of the room again. */
  readonly refill: () => void;
  /** Rooms of drafts: everybody who is there. */
  readonly present?: (people: readonly Present[]) => void;
}
/** The little of a socket that is needed; tests hand in their own. */
export interface Wire {
  readonly on: (event: string, call: (...words: unknown[]) => void) => unknown;
  readonly emit: (event: string, ...words: unknown[]) => unknown;
  readonly connect: () => unknown;
  readonly disconnect: () => unknown;
}

export interface Live {
  /** Listens in a room (`case:<id>`, `definition:<id>`, `organisation`, `inbox`); the answer takes it back. Several listeners share one membership. */
  readonly join: (room: string, listener: Listener) => () => void;
  /** Tells the others in the room of a draft which element the reader is at. */
  readonly here: (room: string, element: string) => void;
  readonly close: () => void;
}

const silenceMs = 30_000;

export function createLive(wire: Wire = openWire(), clock: () => number = Date.now): Live {
  const rooms = new Map<string, Set<Listener>>();
  const revisions = new Map<string, number>();
  let heardAt = clock();

  const refillAll = () => {
    for (const listeners of rooms.values()) for (const listener of listeners) listener.refill();
  };
  const hear = (room: string, hint: Hint) => {
    const missed = isGap(revisions, hint);
    for (const listener of rooms.get(room) ?? []) missed ? listener.refill() : listener.hint(hint);
  };
  const enter = (room: string) =>
    wire.emit('join', room, (answer: unknown) => {
      const caseId = room.startsWith('case:') ? room.slice('case:'.length) : undefined;
      const hint = readHint({ kind: 'case', caseId, ...(typeof answer === 'object' ? answer : {}) });
      if (hint?.caseId !== undefined && hint.revision !== undefined) hear(room, hint); // It may have moved between the reading and the entering.
    });
  const enterAll = () => {
    for (const room of rooms.keys()) enter(room);
  };
  wire.on('connect', () => {
    heardAt = clock();
    connection.found();
    enterAll();
    refillAll(); // Whatever happened while nobody listened.
  });
  wire.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    connection.lost();
    if (reason === 'io server disconnect') wire.connect(); // Cut on revoke: the next handshake decides.
  });
  // Nothing can be heard: whether nothing answers at all, the page finds out by asking.
  wire.on('connect_error', refillAll);
  wire.on('beat', () => {
    heardAt = clock();
  });
  wire.on('hint', (room, message) => {
    heardAt = clock();
    const hint = readHint(message);
    if (hint && typeof room === 'string') hear(room, hint);
  });
  wire.on('present', (room, people) => {
    if (typeof room !== 'string' || !Array.isArray(people)) return;
    for (const listener of rooms.get(room) ?? []) listener.present?.(people.filter(isPresent));
  });
  const watch = setInterval(() => {
    if (rooms.size === 0 || clock() - heardAt < silenceMs) return;
    heardAt = clock();
    refillAll();
  }, 5_000);

  wire.connect();
  return {
    join: (room, listener) => {
      const listeners = rooms.get(room) ?? new Set();
      const first = listeners.size === 0;
      rooms.set(room, listeners.add(listener));
      if (first) enter(room);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || rooms.get(room) !== listeners) return;
        rooms.delete(room);
        wire.emit('leave', room);
      };
    },
    here: (room, element) => void wire.emit('here', room, element),
    close: () => {
      clearInterval(watch);
      rooms.clear();
      wire.disconnect();
    },
  };
}

/** A case's revisions come one by one; a jump means that a hint was lost. */
function isGap(revisions: Map<string, number>, { caseId, revision }: Hint): boolean {
  if (caseId === undefined || revision === undefined) return false;
  const last = revisions.get(caseId);
  revisions.set(caseId, Math.max(revision, last ?? 0));
  return last !== undefined && revision > last + 1;
}

function readHint(message: unknown): Hint | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message) || typeof message.kind !== 'string') return undefined;
  return {
    kind: message.kind,
    ...('caseId' in message && typeof message.caseId === 'string' ? { caseId: message.caseId } : {}),
    ...('definition' in message && typeof message.definition === 'string' ? { definition: message.definition } : {}),
    ...('revision' in message && typeof message.revision === 'number' ? { revision: message.revision } : {}),
  };
}

function isPresent(one: unknown): one is Present {
  if (typeof one !== 'object' || one === null || !('person' in one) || !('name' in one)) return false;
  const isPlaced = !('element' in one) || typeof one.element === 'string';
  return typeof one.person === 'string' && typeof one.name === 'string' && isPlaced;
}

function openWire(): Wire {
  return io({ autoConnect: false, transports: ['websocket'], withCredentials: true, reconnectionDelayMax: 10_000, timeout: 5_000 });
}
