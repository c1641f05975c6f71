import type { Result } from '@redress/engine';
import type { Static, TObject, TSchema } from '@sinclair/typebox';
import type { Caller } from './caller.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Office } from './office.ts';
import type { Operation } from './operations.ts';

/** What a body may weigh, by name: the refusal says which limit it was. */
export const bodyLimits = {
  request: 16 * 1024,
  form: 64 * 1024,
  calendar: 256 * 1024,
  definition: 1024 * 1024,
  evidence: 10 * 1024 * 1024,
} as const;
export type BodyLimit = keyof typeof bodyLimits;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One answer. `file` is sent as it is, to be saved under its name; what comes piece by piece tells its size first. */
export interface Answer {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: { readonly name: string; readonly type: string } & (
    | { readonly content: Buffer }
    | { readonly content: AsyncIterable<Buffer>; readonly size: number }
  );
}
export type Answered = Result<Answer, HttpRefusal>;

export interface RouteRequest<Parameters extends string, Query, Body> {
  readonly office: Office;
  readonly parameters: Readonly<Record<Parameters, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Of the network, for delays on wrong passwords. */
  readonly address: string;
  readonly device: string;
  /** `Idempotency-Key`, or one made for this request alone. */
  readonly idempotencyKey: string;
  /** Revision named by `If-Match`. */
  readonly revision: number;
}
type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Of<Schema> = Schema extends TSchema ? Static<Schema> : Schema extends 'bytes' ? Buffer : undefined;
/** `bytes` are handed on as they come, whatever their sender calls them. */
type Taken = TSchema | 'bytes';

/** A file and its media type. */
type FileAnswer = `file:${string}`;

/** What the application, the table of rights and the OpenAPI document read of a route. */
export interface Route {
  readonly operation: Operation;
  readonly method: Method;
  /** OpenAPI form: `/cases/{case}/events`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query?: TObject;
  readonly body?: Taken;
  /** Nothing sent is `{}`. */
  readonly bodyOptional: boolean;
  readonly limit: BodyLimit;
  /** Editing needs `If-Match` with the revision that was read. */
  readonly edits: boolean;
  /** Members of the answer shown once: a repeat of the request gets them not again. */
  readonly once: readonly string[];
  /** `Idempotency-Key` is kept by the road of a case itself. */
  readonly ownKeys: boolean;
  /** Refused first when very much is asked at once. */
  readonly canWait: boolean;
  readonly answers: Readonly<Record<number, TSchema | FileAnswer | 'nothing'>>;
  readonly refusals: readonly HttpRefusal['code'][];
  readonly run: (request: RouteRequest<string, never, never>, caller: Caller | undefined) => Promise<Answered>;
}

interface Draft<Path extends string, Query extends TObject | undefined, Body extends Taken | undefined> {
  readonly operation: Operation;
  readonly path: Path;
  readonly summary: string;
  readonly tag: string;
  readonly query?: Query;
  readonly body?: Body;
  readonly bodyOptional?: boolean;
  readonly limit?: BodyLimit;
  readonly edits?: boolean;
  readonly once?: readonly string[];
  readonly ownKeys?: boolean;
  readonly canWait?: boolean;
  readonly answers: Route['answers'];
  readonly refusals?: readonly HttpRefusal['code'][];
}

const whole = { bodyOptional: false, limit: 'request', edits: false, once: [], ownKeys: false, canWait: false, refusals: [] } as const;

/** A route behind the door: its caller is known and has the right. */
export const route = <const Path extends string, Query extends TObject | undefined = undefined, Body extends Taken | undefined = undefined>(
  method: Method,
  draft: Draft<Path, Query, Body>,
  run: (request: RouteRequest<Names<Path>, Of<Query>, Of<Body>>, caller: Caller) => Promise<Answered>,
): Route => ({
  ...whole,
  ...strip(draft),
  method,
  run: async (request, caller) => (caller ? await run(request, caller) : { ok: false, refusal: { code: 'not-signed-in' } }),
});

/** A route before the door: nobody is known yet. */
export const openRoute = <
  const Path extends string,
  Query extends TObject | undefined = undefined,
  Body extends Taken | undefined = undefined,
>(
  method: Method,
  draft: Draft<Path, Query, Body>,
  run: (request: RouteRequest<Names<Path>, Of<Query>, Of<Body>>) => Promise<Answered>,
): Route => ({ ...whole, ...strip(draft), method, run: async (request) => await run(request) });

/** Absent members are left out, not undefined. */
const strip = <Members extends object>(members: Members): { [Name in keyof Members]: Exclude<Members[Name], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Members]: Exclude<Members[Name], undefined>;
  };

export const answer = (body: unknown, headers?: Readonly<Record<string, string>>): Answered => ({
  ok: true,
  value: { status: 200, body, ...(headers ? { headers } : {}) },
});
export const created = (body: unknown, location: string): Answered => ({
  ok: true,
  value: { status: 201, body, headers: { Location: `/api/v1${location}` } },
});
export const accepted = (body: unknown, location: string): Answered => ({
  ok: true,
  value: { status: 202, body, headers: { Location: `/api/v1${location}` } },
});
export const done: Answered = { ok: true, value: { status: 204 } };
/** What people edit carries its revision, for `If-Match`. */
export const revised = (body: unknown, revision: number): Answered => answer(body, { ETag: `"${revision}"` });
