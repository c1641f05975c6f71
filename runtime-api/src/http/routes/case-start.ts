import { setTimeout as pause } from 'node:timers/promises';
import { refuse } from '@redress/engine';
import { keyedCaseId, startHash } from '../../event-id.ts';
import { start } from '../../start.ts';
import { asJsonObject } from '../as-json.ts';
import { eventId } from '../key-of.ts';
import type { Office } from '../office.ts';
import { accepted, created, type Route, route } from '../route.ts';
import { NewCase, StartedCase } from '../shapes/cases.ts';
import { senderOf } from '../views/caller-roles.ts';
import { definitionOf } from '../views/known-definitions.ts';

/** A start is answered with its number if the number comes this soon; else the case is there and the number follows. */
const numberWithinMs = 2_000;
const lookEveryMs = 15;

/** Waits for the register number. Elapsed time is counted in looks, so that a pretend clock cannot hold a request. */
async function numberOf(
  { ports }: Office,
  which: { readonly organisation: string; readonly caseId: string },
): Promise<{ readonly number?: string; readonly revision: number }> {
  for (let look = 0; ; look += 1) {
    const loaded = await ports.cases.load(which, look % 10 === 9);
    const found = loaded.ok ? loaded.value.document : undefined;
    if (found?.number !== undefined) return { number: found.number, revision: found.revision };
    if (look * lookEveryMs >= numberWithinMs) return { revision: found?.revision ?? 1 };
    await pause(lookEveryMs);
  }
}

export const caseStartRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'startCase',
      path: '/cases',
      summary: 'A new case; with its number if that comes within two seconds',
      tag: 'cases',
      body: NewCase,
      limit: 'form',
      ownKeys: true,
      canWait: true,
      answers: { 201: StartedCase, 202: StartedCase },
      refusals: [
        'definition-not-found',
        'definition-not-runnable',
        'business-key-used',
        'received-in-future',
        'form-invalid',
        'not-permitted',
        'on-behalf-not-allowed',
        'said-in-future',
        'person-not-found',
        'step-failed',
        'key-reused',
        'limit',
        'busy',
      ],
    },
    async ({ office, body, idempotencyKey }, caller) => {
      const { organisation } = caller;
      const inForce = await office.ports.definitions.current(organisation, body.definition);
      const definition = inForce && (await definitionOf(office, organisation, inForce));
      if (!inForce || !definition?.start) return refuse({ code: 'definition-not-found', definition: body.definition });
      const by = await senderOf(office, caller, definition, body);
      if (!by.ok) return by;
      if (!by.value.roles.some((role) => definition.start?.by.includes(role)))
        return refuse({ code: 'not-permitted', event: 'case.begin', allowed: definition.start.by });

      const id = eventId(caller, 'startCase', idempotencyKey);
      const wish = {
        definition: { id: definition.id, version: inForce.version }, // The one whose roles were asked, even if another is published meanwhile.
        channel: body.channel,
        receivedAt: new Date(body.receivedAt).toISOString(),
        input: asJsonObject(body.values),
        ...(body.businessKey === undefined ? {} : { businessKey: body.businessKey }),
      };
      const { saidAt, evidence } = body.recorded ?? {};
      const caseId = keyedCaseId(organisation, id);
      const begun = await start(
        {
          organisation,
          caseId,
          ...wish,
          id,
          bodyHash: startHash(wish),
          by: by.value,
          ...(body.recorded
            ? {
                recorded: {
                  channel: body.channel,
                  ...(saidAt === undefined ? {} : { saidAt }),
                  ...(evidence === undefined ? {} : { evidence }),
                },
              }
            : {}),
        },
        office.ports,
      );
      if (!begun.ok) return begun;
      const { number, revision } = await numberOf(office, { organisation, caseId });
      const view = { id: caseId, ...(number === undefined ? {} : { number }), revision };
      return number === undefined ? accepted(view, `/cases/${caseId}`) : created(view, `/cases/${caseId}`);
    },
  ),
];
