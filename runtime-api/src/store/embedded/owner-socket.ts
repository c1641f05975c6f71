import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { errorCode } from './error-code.ts';

/** What the owner of a folder answers to commands from outside: JSON in, JSON out. A thrown error is answered by its message. */
export type OwnerHandler = (request: unknown) => Promise<unknown>;

export interface Owner {
  readonly pid: number;
  readonly nonce: string;
  /** Only one that has looked around and found nobody else owns the folder. */
  readonly confirmed: boolean;
}

export interface OwnerSocket {
  confirm(): void;
  serve(handler: OwnerHandler): void;
  close(): Promise<void>;
}

const answerWithinMs = 2_000;
const asksMax = 10;
const lineCharactersMax = 16 * 1024 * 1024;

/** Listens at the path and says who it is. One JSON text a line: `{ask: 'owner'}` or `{request}`, answered by `{owner}`, `{answer}` or `{error}`. */
export async function listenAt(path: string, self: Omit<Owner, 'confirmed'>): Promise<OwnerSocket> {
  let confirmed = false;
  let handler: OwnerHandler | undefined;
  const sockets = new Set<Socket>();
  const answer = async (line: string): Promise<unknown> => {
    const message: unknown = JSON.parse(line);
    if (typeof message !== 'object' || message === null) throw new Error('A message is an object');
    if ('ask' in message && message.ask === 'owner') return { owner: { ...self, confirmed } };
    if (!('request' in message)) throw new Error('A message asks for the owner or holds a request');
    if (!handler) throw new Error(`Process ${self.pid} has the store open and takes no commands`);
    return { answer: await handler(message.request) };
  };
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()));
    let pending = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      pending += text;
      const lines = pending.split('\n');
      pending = lines.pop() ?? '';
      if (pending.length > lineCharactersMax) socket.destroy();
      for (const line of lines) {
        answer(line).then(
          (message) => send(socket, message),
          (error: unknown) => send(socket, { error: messageOf(error) }),
        );
      }
    });
  });
  await listening(server, path);
  server.unref(); // The lock alone keeps no process alive.
  return {
    confirm: () => {
      confirmed = true;
    },
    serve: (given) => {
      handler = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** `dead`: nobody listens, and never will again. `gone`: no such socket. `silent`: somebody is there and does not answer in time. */
export async function askWho(path: string): Promise<Owner | 'dead' | 'gone' | 'silent'> {
  for (let attempt = 1; attempt <= asksMax; attempt++) {
    try {
      const message = await exchange(path, { ask: 'owner' }, answerWithinMs);
      return readOwner(message) ?? 'silent';
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ECONNREFUSED') return 'dead';
      if (code === 'ENOENT') return 'gone';
      if (code === 'ETIMEDOUT') return 'silent';
      // It hung up in the middle: it is stepping back or dying, and the next look says which.
    }
  }
  return 'silent';
}

/** The handler's answer. Throws its error, or that the owner went away. */
export async function askAt(path: string, request: unknown): Promise<unknown> {
  const message = await exchange(path, { request });
  if ('error' in message) throw new Error(String(message.error));
  return 'answer' in message ? message.answer : undefined;
}

function exchange(path: string, message: object, withinMs?: number): Promise<object> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => send(socket, message));
    const late =
      withinMs === undefined
        ? undefined
        : setTimeout(() => reject(Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' })), withinMs);
    socket.on('error', reject).on('close', () => {
      clearTimeout(late);
      reject(new Error('The owner of the store went away before it answered'));
    });
    createInterface({ input: socket })
      .on('line', (line) => {
        const answer: unknown = JSON.parse(line);
        resolve(typeof answer === 'object' && answer !== null ? answer : {});
        socket.destroy();
      })
      .on('error', reject);
  });
}

function readOwner(message: object): Owner | undefined {
  const owner: unknown = 'owner' in message ? message.owner : undefined;
  if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('nonce' in owner) || !('confirmed' in owner)) return undefined;
  return { pid: Number(owner.pid), nonce: String(owner.nonce), confirmed: owner.confirmed === true };
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

function send(socket: Socket, message: unknown): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`);
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
