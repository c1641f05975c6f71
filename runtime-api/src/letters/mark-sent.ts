import { type Actor, ok, type Result, refuse, refuseSentAt } from '@redress/engine';
import { deliver } from '../deliver.ts';
import { bodyHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { type LetterDocument, sentByHand } from '../store/models/letter.ts';

export type NotSendable =
  | { readonly code: 'letter-not-found'; readonly letter: string }
  | { readonly code: 'letter-already-sent'; readonly letter: string; readonly state: string }
  /** It cannot have been then; or the case could not be told: nothing is noted, and it can be said again. */
  | Refusal;

/**
 * A person sent a letter that was written to a file, or that could not be sent: "I sent it: how, when". That is an event of its case like any other, once a letter: it stands in
 * the journal, a step that waits for it goes on, and settling marks the letter.
 */
export async function markSent(
  sending: {
    readonly organisation: string;
    readonly letter: string;
    readonly how: string /** UTC ISO, from when the letter was written until now. */;
    readonly at: string;
    readonly by: Actor;
  },
  ports: Ports,
): Promise<Result<LetterDocument, NotSendable>> {
  const { organisation, letter, how, at, by } = sending;
  const found = await ports.store.letters.findOne({ organisation, _id: letter }).lean<LetterDocument>();
  if (found === null) return refuse({ code: 'letter-not-found', letter });
  if (!sentByHand.includes(found.state)) return refuse({ code: 'letter-already-sent', letter, state: found.state });
  const impossible = refuseSentAt(at, { writtenAt: found.at, now: new Date(ports.clock.now()).toISOString() });
  if (impossible !== undefined) return refuse(impossible);
  const { caseId, step, instance } = found;
  const type = 'letter.sent';
  const payload = { letter, step, ...(instance === undefined ? {} : { instance }), how, sentAt: at };
  const told = await deliver(
    { organisation, caseId, type, id: `${letter}:${type}`, bodyHash: bodyHash(type, payload), payload, by },
    ports,
  );
  if (told.ok) return ok({ ...found, state: 'sent', sent: { at, how, ...nameOf(by) } });
  // Said before in other words, or by somebody else, and not copied yet: what was said first stands.
  return refuse(told.refusal.code === 'key-reused' ? { code: 'letter-already-sent', letter, state: 'sent' } : told.refusal);
}

/** Who is named as the sender. */
function nameOf({ person, service }: Pick<Actor, 'person' | 'service'>): { readonly by?: string } {
  const by = person ?? service;
  return by === undefined ? {} : { by };
}
