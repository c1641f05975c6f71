import { connection } from './connection.ts';
import type { Problem } from './shapes/basics.ts';
import type { SessionView } from './shapes/people.ts';

/** What the server answered: a value, or a problem with a code that the catalogues have words for. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly revision?: string }
  | { readonly ok: false; readonly problem: Problem };

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, e.g. `/people`. */
  readonly path: string;
  /** A file that lies beside the page: nothing of the API. */
  readonly isFile?: boolean;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  /** Sent as JSON; a file as it is. */
  readonly body?: unknown;
  /** Revision that the change was made on; the server answers 412 when it has moved. */
  readonly ifMatch?: number;
  /** The same key for the same intent: a repeat gets the first answer. */
  readonly idempotencyKey?: string;
  /** What comes back is a file: a `Blob`. A refusal is JSON as ever. */
  readonly takesFile?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * The only fetch of the window. A refusal is a value; without an answer the code is `offline`, with an unreadable one `unreadable-answer`.
 * What arrives is trusted to have the shape of its route: it is our own server's, and its tests hold every answer against the same shapes.
 */
export async function ask<Value>(request: Ask): Promise<Answer<Value>> {
  let response: Response;
  let content: string | Blob;
  try {
    response = await fetch(addressOf(request), {
      method: request.method,
      headers: headersOf(request),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(request.body === undefined ? {} : { body: request.body instanceof Blob ? request.body : JSON.stringify(request.body) }),
      ...(request.signal ? { signal: request.signal } : {}),
    });
    content = response.ok && request.takesFile ? await response.blob() : await response.text(); // May break off in the middle.
  } catch (failure) {
    if (request.signal?.aborted) throw failure;
    connection.lost();
    return { ok: false, problem: { type: 'about:blank', status: 0, code: 'offline' } };
  }
  connection.found();
  if (content instanceof Blob) return answered<Value>(content, null);
  const answer = content === '' ? undefined : readJson(content);
  if (response.ok) return answered<Value>(answer, response.headers.get('ETag'));
  const problem = isProblem(answer) ? answer : { type: 'about:blank', status: response.status, code: 'unreadable-answer' };
  const isSession = request.path === '/session';
  if (response.status === 401 && !isSession) signedOut();
  if (problem.code === 'csrf-missing' && !isSession && (await isSignedInAnew())) return await ask(request);
  return { ok: false, problem };
}

type Seat = Pick<SessionView, 'csrf' | 'person'>;

/** Its token names the session in unsafe requests; the page keeps it in memory only. */
export function rememberSession(session: Seat): void {
  seat = session;
}

/** The same person signed in again beside this page: it goes on with the new token. Somebody else does not go on with what was typed here. */
async function isSignedInAnew(): Promise<boolean> {
  const now = await ask<Seat>({ method: 'GET', path: '/session' });
  const isNew = now.ok && now.value.person.id === seat?.person.id && now.value.csrf !== seat.csrf;
  if (isNew) seat = now.value;
  else signedOut();
  return isNew;
}

/** Calls back when the server says that nobody is signed in any more. */
export function whenSignedOut(call: () => void): void {
  signedOut = call;
}

let seat: Seat | undefined;
let signedOut: () => void = () => undefined;

function answered<Value>(value: unknown, tag: string | null): Answer<Value> {
  return { ok: true, value: value as Value, ...(tag === null ? {} : { revision: tag.replaceAll('"', '') }) };
}

function addressOf({ path, isFile, query }: Ask): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of typeof value === 'object' ? value : [value]) words.append(name, String(one));
  }
  const text = words.toString();
  return `${isFile ? '' : '/api/v1'}${path}${text === '' ? '' : `?${text}`}`;
}

function headersOf({ method, body, ifMatch, idempotencyKey }: Ask): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
    ...(method === 'GET' || seat === undefined ? {} : { 'X-CSRF-Token': seat.csrf }),
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string';
}
