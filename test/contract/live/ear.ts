import { expect } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import type { Browser } from '../http/browser.ts';

interface Heard {
  readonly room: string;
  readonly hint: { readonly kind: string; readonly caseId?: string; readonly definition?: string; readonly revision?: number };
}

/** A page that listens. */
export interface Ear {
  readonly socket: Socket;
  readonly heard: Heard[];
  /** Who is there, room by room, as told last. */
  readonly present: Map<string, unknown>;
  readonly join: (room: string) => Promise<{ ok: boolean; code?: string }>;
}

/** Signed in with the browser's cookie, at the server of that address. */
export const listenAt = (base: string, browser: Browser | undefined, headers: Record<string, string> = {}): Promise<Ear> =>
  new Promise((done, failed) => {
    const socket = io(base, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { ...(browser ? { Cookie: browser.cookie } : {}), ...headers },
    });
    const heard: Heard[] = [];
    socket.on('hint', (room: string, hint: Heard['hint']) => heard.push({ room, hint }));
    const present = new Map<string, unknown>();
    socket.on('present', (room: string, people: unknown) => void present.set(room, people));
    socket.on('connect', () => done({ socket, heard, present, join: (room) => socket.emitWithAck('join', room) }));
    socket.on('connect_error', failed);
  });

/** Hints come over a real socket: looked for until they are there, for half a minute at most. */
export const until = async (isSo: () => boolean): Promise<void> => {
  for (let look = 0; look < 3_000 && !isSo(); look += 1) await new Promise((go) => setTimeout(go, 10));
  expect(isSo()).toBe(true);
};
