import type { TSchema } from '@sinclair/typebox';
import type { HttpRefusal } from './http-refusal.ts';
import { holdersOf, isOpen } from './operations.ts';
import { keyPattern, revisionPattern } from './request-heads.ts';
import type { Route } from './route.ts';
import { Problem } from './shapes/basics.ts';
import { statusOf } from './status-of.ts';

type Code = HttpRefusal['code'];
const problem = (codes: readonly Code[]) => ({
  description: codes.join(', '),
  content: {
    'application/problem+json': {
      schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] },
    },
  },
});
const header = (name: string, description: string, { required = false, pattern }: { required?: boolean; pattern?: RegExp } = {}) => ({
  name,
  in: 'header',
  description,
  required,
  schema: { type: 'string', ...(pattern ? { pattern: pattern.source } : {}) },
});

/** OpenAPI 3.1, made of the very objects that check requests. `cookie`: what this server calls that of a session. */
export function openApi(routes: readonly Route[], cookie: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Redress', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie }, token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operationOf(route: Route): object {
  const open = isOpen(route.operation);
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string', maxLength: 300 } })),
    ...queryParameters(route),
    ...(route.edits ? [header('If-Match', 'Revision that was read, e.g. "7"', { required: true, pattern: revisionPattern })] : []),
    ...(route.method === 'get' || open
      ? []
      : [
          header('Idempotency-Key', 'One key, one request: a repeat gets the first answer', { pattern: keyPattern }),
          header('X-CSRF-Token', 'With a session cookie; from GET /session'),
        ]),
  ];
  return {
    operationId: route.operation,
    summary: route.summary,
    tags: [route.tag],
    'x-rights': holdersOf(route.operation),
    security: open ? [] : [{ session: [] }, { token: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: !route.bodyOptional, content: contentOf(route.body) } } : {}),
    responses: { ...answersOf(route), ...refusalsOf(route, open, names) },
  };
}

const binary = { schema: { type: 'string', format: 'binary' } } as const;
const contentOf = (taken: TSchema | 'bytes') =>
  taken === 'bytes' ? { 'application/octet-stream': binary } : { 'application/json': { schema: taken } };

function queryParameters(route: Route): readonly object[] {
  const shapes: Readonly<Record<string, TSchema>> = route.query?.properties ?? {};
  return Object.entries(shapes).map(([name, schema]) => ({
    name,
    in: 'query',
    required: route.query?.required?.includes(name) ?? false,
    schema,
  }));
}

const describedBy = ({ once }: Route): string =>
  once.length === 0 ? 'the answer' : `the answer; a repeat under the same Idempotency-Key comes without ${once.join(', ')}`;
/** What is shown once is missing in the answer to a repeat. */
const shownTwice = (shape: TSchema, once: readonly string[]): TSchema =>
  once.length === 0 ? shape : { ...shape, required: shape.required?.filter((name: string) => !once.includes(name)) };

const answersOf = (route: Route) =>
  Object.fromEntries(
    Object.entries(route.answers).map(([status, shape]) => [
      status,
      shape === 'nothing'
        ? { description: 'done' }
        : typeof shape === 'string'
          ? { description: 'a file to be saved', content: { [shape.slice('file:'.length)]: binary } }
          : { description: describedBy(route), content: contentOf(shownTwice(shape, route.once)) },
    ]),
  );

/** Refusals of the way to the route, and its own, by status. */
function refusalsOf(route: Route, open: boolean, names: readonly string[]): Record<string, object> {
  const unsafe = route.method !== 'get';
  const codes: Code[] = [
    ...(route.body ? (['body-too-large'] as const) : []),
    ...(route.body && route.body !== 'bytes' ? (['request-invalid', 'body-not-json'] as const) : []),
    ...(route.query || (unsafe && !open) ? (['request-invalid'] as const) : []), // By its query, or by its Idempotency-Key.
    'host-foreign',
    ...(open ? [] : (['not-signed-in', 'right-missing', 'token-scope-missing'] as const)),
    ...(unsafe ? (['origin-foreign'] as const) : []),
    ...(unsafe && !open ? (['csrf-missing', 'key-reused', 'still-working'] as const) : []),
    ...(route.edits ? (['revision-missing', 'changed-meanwhile'] as const) : []),
    ...(names.length > 0 && !route.refusals.some((code) => statusOf[code] === 404) ? (['not-found'] as const) : []),
    ...route.refusals,
    'crowded',
    'failed',
  ];
  const byStatus = new Map<number, Set<Code>>();
  for (const code of codes) byStatus.set(statusOf[code], (byStatus.get(statusOf[code]) ?? new Set()).add(code));
  return Object.fromEntries(
    [...byStatus].sort(([one], [other]) => one - other).map(([status, several]) => [String(status), problem([...several])]),
  );
}
