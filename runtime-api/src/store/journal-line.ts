import type { Actor, Json, JsonObject, Step } from '@redress/engine';
import { canonicalText } from '../canonical-text.ts';
import { sha256 } from '../event-id.ts';
import type { ContentsDocument, JournalLine } from './models/journal.ts';

/** What a line keeps out of itself: values, notes, reasons. Lies in `contents` as JSON text. */
export interface Contents {
  /** As it was sent: values of the form, reason, what the recorder added. */
  readonly payload?: JsonObject;
  /** New values of the fields that changed. */
  readonly values: { readonly [field: string]: Json };
}

export interface LineFacts {
  readonly organisation: string;
  readonly caseId: string;
  readonly at: string;
  readonly eventId: string;
  readonly type: string;
  readonly bodyHash: string;
  readonly by: Actor | undefined;
  readonly payload: JsonObject | undefined;
  readonly step: Step;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  readonly incident: string | undefined;
  /** Hash of the line before; empty for the first. */
  readonly previous: string;
  readonly salt: string;
  readonly snapshot: string;
}

/** The line of one event and the contents it hashes. */
export function journalLine(facts: LineFacts): {
  readonly line: JournalLine;
  readonly contents: ContentsDocument;
} {
  const { step } = facts;
  const revision = step.state.revision;
  const values = Object.fromEntries(step.changed.map((field) => [field, step.state.snapshot.context[field] ?? null]));
  const kept: Contents = {
    ...(facts.payload === undefined ? {} : { payload: facts.payload }),
    values,
  };
  const text = canonicalText(kept);
  const unsigned: Omit<JournalLine, 'hash'> = {
    _id: `${facts.caseId}:${revision}`,
    organisation: facts.organisation,
    caseId: facts.caseId,
    revision,
    at: facts.at,
    eventId: facts.eventId,
    type: facts.type,
    bodyHash: facts.bodyHash,
    ...(facts.by === undefined ? {} : { by: plainActor(facts.by) }),
    from: facts.from,
    to: facts.to,
    status: step.state.status,
    ...(step.state.outcome === undefined ? {} : { outcome: step.state.outcome }),
    taken: step.trace.flatMap((microstep) =>
      microstep.transitions.map((row) => [microstep.event, row.from, row.to.join(' '), row.at] as const),
    ),
    changed: step.changed,
    filed: step.filed,
    effects: step.effects.map((effect) => ({
      key: effect.key,
      kind: effect.kind,
      ...(effect.kind === 'letter' ? { letter: effect.letter, to: effect.to } : {}),
    })),
    opened: facts.opened,
    closed: facts.closed,
    ...(facts.incident === undefined ? {} : { incident: facts.incident }),
    contentsHash: sha256(`${facts.salt}\n${text}`),
    stateHash: sha256(`${facts.salt}\n${facts.snapshot}`),
    previous: facts.previous,
  };
  return {
    line: { ...unsigned, hash: lineHash(unsigned) },
    contents: {
      _id: unsigned._id,
      organisation: facts.organisation,
      caseId: facts.caseId,
      revision,
      salt: facts.salt,
      text,
    },
  };
}

/** SHA-256 over everything in the line but its own hash. */
export const lineHash = (line: Omit<JournalLine, 'hash'>): string => sha256(canonicalText(line));

const plainActor = (by: Actor): NonNullable<JournalLine['by']> => ({
  ...(by.person === undefined ? {} : { person: by.person }),
  ...(by.service === undefined ? {} : { service: by.service }),
  ...(by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf }),
  roles: by.roles,
});
