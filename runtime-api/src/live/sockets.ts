import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { Caller } from '../http/caller.ts';
import { describe } from '../http/describe-failure.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Barred, Office } from '../http/office.ts';
import { checkHost, checkOrigin } from '../http/origin-check.ts';
import { recogniseCaller } from '../http/recognise-caller.ts';
import type { Live, LiveMessage } from '../ports.ts';
import { isDraftRoom, isPlace, Presence, pageRoomOf, presentIn } from './presence.ts';
import { addressesOf, revisionIn, roomsFor } from './rooms.ts';

/** A sign of life, so that silence means something; then also every right is looked at again. */
const beatMs = 10_000;
const roomsMax = 200;

interface Known {
  caller: Caller;
  /** Rooms of the page → rooms of the server. */
  readonly rooms: Map<string, readonly string[]>;
  /** Draft rooms of the page → the element the reader is at; may be told before the room is entered. */
  readonly places: Map<string, string>;
}
type Sockets = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { known?: Known }>;
type Connected = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { known?: Known }>;

export interface LiveHub {
  /** Handed to the road of a case before the server listens; what nobody hears is lost, and may be. */
  readonly live: Live;
  readonly attach: (server: HttpServer, office: Office, metrics: Metrics) => void;
  /** Sessions, rights or roles of somebody changed, or a token is gone: their sockets are cut; the next handshake decides. */
  readonly cut: (who: Barred) => void;
  readonly connected: () => number;
  readonly close: () => Promise<void>;
}

export function openLive(): LiveHub {
  let sockets: Sockets | undefined;
  let beating: NodeJS.Timeout | undefined;
  const presence = new Presence((inner) => {
    const ids = sockets?.sockets.adapter.rooms.get(inner) ?? [];
    const all = [...ids].flatMap((id) => sockets?.sockets.sockets.get(id)?.data.known ?? []);
    sockets?.to(inner).emit('present', pageRoomOf(inner), presentIn(pageRoomOf(inner), all));
  });
  return {
    live: {
      tell: (message: LiveMessage) => {
        for (const { rooms, room, hint } of addressesOf(message)) sockets?.to([...rooms]).emit('hint', room, hint);
      },
    },
    attach: (server, office, metrics) => {
      const io: Sockets = new Server(server, {
        serveClient: false,
        transports: ['websocket'],
        maxHttpBufferSize: 16 * 1024,
        allowRequest: (request, decide) =>
          decide(null, checkHost(office.door, request.headers).ok && checkOrigin(office.door, request.headers).ok),
      });
      sockets = io;
      io.use((socket, next) => {
        enter(socket, office).then(
          (allowed) => next(allowed ? undefined : new Error('not-signed-in')),
          (error: unknown) => {
            office.ports.log.error({ error: describe(error) }, 'a socket could not be let in');
            next(new Error('failed'));
          },
        );
      });
      // However somebody comes or goes: by joining, leaving, hanging up, or a right that was taken away.
      io.of('/').adapter.on('join-room', (inner: string) => presence.changed(inner));
      io.of('/').adapter.on('leave-room', (inner: string) => presence.changed(inner));
      io.on('connection', (socket) => {
        metrics.sockets(1);
        const { caller } = socket.data.known ?? {};
        if (caller) socket.join(roomsOf(caller));
        socket.on('disconnect', () => metrics.sockets(-1));
        socket.on('join', (room: unknown, acknowledge: unknown) => void join(socket, office, room, acknowledge));
        socket.on('here', (room: unknown, element: unknown) => {
          for (const inner of placed(socket, room, element)) presence.changed(inner);
        });
        socket.on('leave', (room: unknown) => leave(socket, room));
      });
      beating = setInterval(() => {
        io.emit('beat');
        for (const socket of io.sockets.sockets.values()) void lookAgain(socket, office);
      }, beatMs);
      beating.unref();
    },
    cut: (who) => {
      sockets?.in(roomOf(who)).disconnectSockets(true);
    },
    connected: () => sockets?.engine.clientsCount ?? 0,
    close: async () => {
      clearInterval(beating);
      presence.close();
      await sockets?.close();
    },
  };
}

const roomOf = (who: Barred): string => `who ${who.organisation} ${'person' in who ? who.person : who.token}`;

const roomsOf = ({ organisation, person, token }: Caller): string[] => [
  ...(person ? [roomOf({ organisation, person: person._id })] : []),
  ...(token ? [roomOf({ organisation, token: token._id })] : []),
];

async function enter(socket: Connected, office: Office): Promise<boolean> {
  const caller = await recogniseCaller(office.desk, office.door, socket.handshake.headers, false);
  if (!caller) return false;
  socket.data.known = { caller, rooms: new Map(), places: new Map() };
  return true;
}

/** The right is checked at each join, with the caller as he is now. */
async function join(socket: Connected, office: Office, room: unknown, acknowledge: unknown): Promise<void> {
  const answer = (told: object) => {
    if (typeof acknowledge === 'function') acknowledge(told);
  };
  try {
    const { known } = socket.data;
    if (!known || typeof room !== 'string' || room.length > 120 || known.rooms.size >= roomsMax)
      return answer({ ok: false, code: 'request-invalid' });
    const caller = await recogniseCaller(office.desk, office.door, socket.handshake.headers, false);
    if (!caller) {
      socket.disconnect(true);
      return;
    }
    known.caller = caller;
    const rooms = await roomsFor(office, caller, room);
    if (!rooms || !socket.connected) return answer({ ok: false, code: 'not-found' });
    await socket.join([...rooms]);
    known.rooms.set(room, rooms);
    answer({ ok: true, ...(await revisionIn(office, caller, room)) });
  } catch (error) {
    office.ports.log.error({ error: describe(error) }, 'a room could not be entered');
    answer({ ok: false, code: 'failed' });
  }
}

/** Where the reader is in a draft. Answers with the rooms of the server that are to be told. */
function placed(socket: Connected, room: unknown, element: unknown): readonly string[] {
  const { known } = socket.data;
  if (!known || typeof room !== 'string' || !isDraftRoom(room) || !isPlace(element)) return [];
  if (!known.places.has(room) && known.places.size >= roomsMax) return [];
  known.places.set(room, element);
  return known.rooms.get(room) ?? [];
}

function leave(socket: Connected, room: unknown): void {
  const rooms = typeof room === 'string' ? socket.data.known?.rooms.get(room) : undefined;
  if (!rooms || typeof room !== 'string') return;
  socket.data.known?.rooms.delete(room);
  socket.data.known?.places.delete(room);
  for (const one of rooms) void socket.leave(one);
}

/** A session may have ended elsewhere, a right be gone, a case be closed to this reader: other processes do not tell. */
async function lookAgain(socket: Connected, office: Office): Promise<void> {
  try {
    const caller = await recogniseCaller(office.desk, office.door, socket.handshake.headers, false);
    if (!caller) {
      socket.disconnect(true);
      return;
    }
    const { known } = socket.data;
    if (!known) return;
    known.caller = caller;
    for (const [room, before] of [...known.rooms]) {
      const now = await roomsFor(office, caller, room);
      for (const gone of before.filter((one) => !now?.includes(one))) await socket.leave(gone);
      if (now) await socket.join([...now]);
      if (now) known.rooms.set(room, now);
      else known.rooms.delete(room);
    }
  } catch (error) {
    office.ports.log.error({ error: describe(error) }, 'the rights of a socket could not be looked at; it is cut');
    socket.disconnect(true);
  }
}
