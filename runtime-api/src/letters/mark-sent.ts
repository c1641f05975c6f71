import { ok, type Result, refuse, refuseSentAt } from '@redress/engine';
import { deliver } from '../deliver.ts';
import { overtaken } from '../effects/tell-waiting.ts';
import { bodyHash } from '../event-id.ts';
import type { Ports } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { LetterDocument } from '../store/models/letter.ts';

export type NotSendable =
  | { readonly code: 'letter-not-found'; readonly letter: string }
  | { readonly code: 'letter-already-sent'; readonly letter: string; readonly state: string }
  /** It cannot have been then; or the case could not be told: nothing is marked, and it can be said again. */
  | Refusal;

/** A person sent a letter that was written to a file: "I sent it: how, when". That is the sending; a step that waits for it goes on. */
export async function markSent(
  sending: {
    readonly organisation: string;
    readonly letter: string;
    readonly how: string /** UTC ISO, from when the letter was written until now. */;
    readonly at: string;
    readonly by: string;
  },
  ports: Ports,
): Promise<Result<LetterDocument, NotSendable>> {
  const { organisation, letter } = sending;
  const found = await ports.store.letters.findOne({ organisation, _id: letter }).lean<LetterDocument>();
  if (found === null) return refuse({ code: 'letter-not-found', letter });
  if (found.state !== 'written') return refuse({ code: 'letter-already-sent', letter, state: found.state });
  const impossible = refuseSentAt(sending.at, { writtenAt: found.at, now: new Date(ports.clock.now()).toISOString() });
  if (impossible !== undefined) return refuse(impossible);
  const sent = { at: sending.at, how: sending.how, by: sending.by };
  // First the case, then the mark: a crash in between leaves a letter that can be marked again, and the case sees the repeat.
  const untold = await tellCase(found, sending.how, ports);
  if (untold !== undefined) return refuse(untold);
  const marked = await ports.store.letters.updateOne({ organisation, _id: letter, state: 'written' }, { $set: { state: 'sent', sent } });
  if (marked.matchedCount === 0) return refuse({ code: 'letter-already-sent', letter, state: 'sent' });
  ports.live.tell({ organisation, kind: 'case', caseId: found.caseId });
  return ok({ ...found, state: 'sent', sent });
}

/** The step that waits for the sending goes on. A step that was left meanwhile, or that heard it before in other words, waits no more. */
async function tellCase(letter: LetterDocument, how: string, ports: Ports): Promise<Refusal | undefined> {
  const { organisation, caseId, step, instance, _id } = letter;
  if (instance === undefined) return undefined;
  const type = 'invoke.done';
  const payload = { step, instance, output: { how }, letter: _id };
  const told = await deliver({ organisation, caseId, type, id: `${_id}:${type}`, bodyHash: bodyHash(type, payload), payload }, ports);
  if (told.ok || overtaken(told.refusal) || told.refusal.code === 'key-reused') return undefined;
  return told.refusal;
}
