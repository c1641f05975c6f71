import type { Actor, JsonObject } from '@redress/engine';
import { deliver } from '../deliver.ts';
import type { Delivered } from '../delivered.ts';
import { bodyHash } from '../event-id.ts';
import type { Caller } from './caller.ts';
import { eventId } from './key-of.ts';
import type { Office } from './office.ts';
import type { Operation } from './operations.ts';
import { answer } from './route.ts';
import { stepsOf } from './views/case-row.ts';
import { stateBy } from './views/offer-view.ts';
import type { ReadCase } from './views/read-case.ts';

export interface Delivery {
  readonly operation: Operation;
  readonly key: string;
  readonly type: string;
  readonly payload: JsonObject;
  readonly by: Actor;
}

/** One event for a case that the caller may see, on the one road that cases travel. */
export const deliverFor = (office: Office, caller: Caller, caseId: string, { operation, key, type, payload, by }: Delivery) =>
  deliver(
    {
      organisation: caller.organisation,
      caseId,
      type,
      id: eventId(caller, operation, key),
      bodyHash: bodyHash(type, payload),
      payload,
      by,
    },
    office.ports,
  );

/** Where the case is now. */
export const deliveredView = ({ definition }: ReadCase, { caseId, revision, status, states }: Delivered) =>
  answer({
    id: caseId,
    revision,
    status,
    steps: stepsOf(
      definition,
      states.filter((id) => stateBy(definition.machine.states, id) !== undefined),
    ),
  });

/** The same, where nothing had to happen. */
export const standingView = (read: ReadCase) => {
  const { _id: caseId, organisation, revision, status, states } = read.document;
  return deliveredView(read, { organisation, caseId, revision, status, states, seen: true });
};

/** Task rows are named by case and instance; the engine knows the instance alone. */
export const taskInstance = (caseId: string, task: string): string =>
  task.startsWith(`${caseId}:`) ? task.slice(caseId.length + 1) : task;
