import type { JsonObject } from '@redress/engine';
import { deliver } from '../deliver.ts';
import { bodyHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { EffectDocument } from '../store/models/effect.ts';
import type { Performed } from './performed.ts';

/** Tells the step that waits for an effect, if one does, how it ended; under an id of its own, so that a repeat is seen. */
export async function tellWaiting(
  row: Pick<EffectDocument, '_id' | 'organisation' | 'caseId' | 'work' | 'hops'>,
  told: {
    readonly type: 'invoke.done' | 'invoke.failed';
    readonly output: JsonObject /** Key of the letter that is out. */;
    readonly letter?: string;
  },
  ports: Ports,
): Promise<Performed> {
  const effect = JSON.parse(row.work) as { readonly step?: string; readonly instance?: string };
  if (effect.instance === undefined || effect.step === undefined) return { end: 'done' };
  const payload = {
    step: effect.step,
    instance: effect.instance,
    output: told.output,
    ...(told.letter === undefined ? {} : { letter: told.letter }),
  };
  return sendOn(
    {
      organisation: row.organisation,
      caseId: row.caseId,
      type: told.type,
      id: `${row._id}:${told.type}`,
      bodyHash: bodyHash(told.type, payload),
      payload,
      hops: row.hops,
    },
    ports,
  );
}

/** The receiver answers: committed or seen, done; ended or overtaken, ignored; busy, later. What it cannot take now is kept for a while. */
export async function sendOn(event: Parameters<typeof deliver>[0], ports: Ports): Promise<Performed> {
  const answer = await deliver(event, ports);
  if (answer.ok) return { end: 'done' };
  if (overtaken(answer.refusal)) return { end: 'ignored', note: answer.refusal.code };
  switch (answer.refusal.code) {
    case 'busy':
      return { end: 'later', note: 'busy', waitMs: busyMs };
    case 'event-not-accepted':
      return { end: 'failed', reason: 'event-not-accepted', facts: answer.refusal };
    default:
      return { end: 'hopeless', reason: answer.refusal.code, facts: answer.refusal };
  }
}

/** The receiver has ended or moved on: nobody waits for this any more. */
export const overtaken = ({ code }: Refusal): boolean => ['case-ended', 'stale', 'task-gone', 'case-not-found'].includes(code);

const busyMs = 500;
