import { ok, refuse } from '@redress/engine';
import type { CaseEvent } from '../case-event.ts';
import type { Delivered } from '../delivered.ts';
import type { Journal } from '../ports.ts';
import type { JournalLine } from './models/journal.ts';
import type { Store } from './store.ts';
import { unsettledOf } from './unsettled.ts';

/** Sent twice, answered twice, done once: the line of an event answers for it, copied or not yet. */
export function openJournal(store: Store): Journal {
  return {
    answerTo: async (event, loaded) => {
      if (loaded.eventIds !== undefined && !loaded.eventIds.has(event.id)) return undefined;
      const waiting = unsettledOf(loaded.document).steps.find((step) => step.line.eventId === event.id)?.line;
      const line =
        waiting ??
        (await store.journal
          .findOne({
            organisation: event.organisation,
            caseId: event.caseId,
            eventId: event.id,
          })
          .lean<JournalLine>());
      if (line === null) return undefined;
      return sameSender(line, event) && line.bodyHash === event.bodyHash
        ? ok(answerOf(line))
        : refuse({ code: 'key-reused', id: event.id });
    },
  };
}

export const answerOf = (line: JournalLine): Delivered => ({
  organisation: line.organisation,
  caseId: line.caseId,
  revision: line.revision,
  status: line.status,
  ...(line.outcome === undefined ? {} : { outcome: line.outcome }),
  states: line.to,
  seen: true,
  ...(line.incident === undefined ? {} : { incident: line.incident }),
});

const sameSender = (line: JournalLine, event: Pick<CaseEvent, 'by'>): boolean =>
  line.by?.person === event.by?.person && line.by?.service === event.by?.service && line.by?.onBehalfOf === event.by?.onBehalfOf;
