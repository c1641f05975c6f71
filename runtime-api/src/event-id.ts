import { hash } from 'node:crypto';
import type { JsonObject, Timer } from '@redress/engine';
import { canonicalText } from './canonical-text.ts';
import type { CaseStart } from './case-event.ts';

/** SHA-256 in hexadecimal; of a text, of its UTF-8. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content);

/** What a repeat under the same id must have in common with the first. */
export const bodyHash = (type: string, payload: JsonObject | undefined): string => sha256(canonicalText({ type, payload: payload ?? {} }));

export const startHash = (start: Pick<CaseStart, 'definition' | 'channel' | 'receivedAt' | 'input' | 'businessKey'>): string =>
  sha256(
    canonicalText({
      definition: start.definition.id,
      channel: start.channel,
      receivedAt: start.receivedAt,
      input: start.input,
      businessKey: start.businessKey,
    }),
  );

/** A timer is delivered once: arming it again gives another id. */
export const timerEventId = (timer: Pick<Timer, 'id' | 'armedRevision'>): string => `timer:${timer.id}:${timer.armedRevision}`;

/** The same step instance of the same parent always means the same child. */
export const childCaseId = (parent: {
  readonly organisation: string;
  readonly caseId: string;
  readonly step: string;
  readonly instance: string;
}): string => sha256(['child', parent.organisation, parent.caseId, parent.step, parent.instance].join('\n')).slice(0, 32);

/** A case started by a key (a request's, a row's of another system): the same key meets the same case. */
export const keyedCaseId = (organisation: string, key: string): string => sha256(['case', organisation, key].join('\n')).slice(0, 32);
