import type { JsonObject } from '@redress/engine';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { deliverFor } from '../deliver-for.ts';
import { procedureBroken } from '../http-refusal.ts';
import type { Operation } from '../operations.ts';
import { answer, type Route, route } from '../route.ts';
import { Acknowledged, Reason, TimerMove } from '../shapes/case-work.ts';
import { readCase } from '../views/read-case.ts';

const closed = { additionalProperties: false } as const;
interface Told {
  readonly type: string;
  readonly payload: JsonObject;
}

/** What people in charge do with a case beside its procedure: by right, as events, each a line of the journal. */
function leading<
  const Path extends '/cases/{case}/cancellation' | `/cases/{case}/timers/${string}` | `/cases/{case}/incidents/${string}`,
  Body extends TSchema,
>(
  method: 'post' | 'put',
  about: {
    readonly operation: Operation;
    readonly path: Path;
    readonly summary: string;
    readonly body: Body;
    readonly refusals: Route['refusals'];
  },
  tell: (body: Static<Body>, parameters: Readonly<Record<string, string>>) => Told,
): Route {
  return route(
    method,
    {
      ...about,
      tag: 'cases',
      ownKeys: true,
      answers: { 200: Acknowledged },
      refusals: ['case-not-found', 'case-ended', 'key-reused', 'busy', ...procedureBroken, ...about.refusals],
    },
    async ({ office, parameters, body, idempotencyKey }, caller) => {
      const named: Readonly<Record<string, string>> = parameters;
      const caseId = named.case ?? '';
      const read = await readCase(office, caller, caseId);
      if (!read.ok) return read;
      const { roles } = read.value;
      const by = caller.person ? { person: caller.person._id, roles } : { service: caller.token?.name ?? '', roles };
      const told = await deliverFor(office, caller, caseId, {
        operation: about.operation,
        key: idempotencyKey,
        by,
        ...tell(body as Static<Body>, named),
      });
      return told.ok ? answer({ id: caseId, revision: told.value.revision }) : told;
    },
  );
}

export const caseLeadingRoutes: readonly Route[] = [
  leading(
    'post',
    {
      operation: 'cancelCase',
      path: '/cases/{case}/cancellation',
      summary: 'End the case without its procedure',
      body: Reason,
      refusals: [],
    },
    ({ reason }) => ({ type: 'case.cancel', payload: { reason } }),
  ),
  leading(
    'post',
    {
      operation: 'fireTimer',
      path: '/cases/{case}/timers/{timer}/firing',
      summary: 'Let it fall due now',
      body: Reason,
      refusals: ['stale', 'step-failed'],
    },
    ({ reason }, { timer = '' }) => ({
      type: 'timer.fire',
      payload: { timer, reason },
    }),
  ),
  leading(
    'put',
    {
      operation: 'moveTimer',
      path: '/cases/{case}/timers/{timer}',
      summary: 'Another time for it; a clock is extended by its procedure alone',
      body: TimerMove,
      refusals: ['stale', 'payload-invalid'],
    },
    ({ reason, dueAt }, { timer = '' }) => ({ type: 'timer.move', payload: { timer, dueAt: new Date(dueAt).toISOString(), reason } }),
  ),
  leading(
    'post',
    {
      operation: 'retryIncident',
      path: '/cases/{case}/incidents/{incident}/retry',
      summary: 'Try what failed again',
      body: Type.Object({}, closed),
      refusals: ['incident-not-found', 'step-failed'],
    },
    (_, { incident = '' }) => ({ type: 'incident.retry', payload: { incident } }),
  ),
  leading(
    'post',
    {
      operation: 'skipIncident',
      path: '/cases/{case}/incidents/{incident}/skip',
      summary: 'Go on without it',
      body: Reason,
      refusals: ['incident-not-found'],
    },
    ({ reason }, { incident = '' }) => ({
      type: 'incident.skip',
      payload: { incident, reason },
    }),
  ),
];
