import type { IntlShape } from 'react-intl';
import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import type { IncidentView } from '../server/shapes/cases.ts';
import type { Reader } from './timeline-words.ts';

const kinds: Readonly<Record<string, MessageId>> = {
  timer: 'incident.kind.timer',
  result: 'incident.kind.result',
  message: 'incident.kind.message',
};

/** The procedure itself cannot run: nothing that could be tried again or skipped. */
export const isAboutProcedure = ({ kind }: IncidentView): boolean => kind === 'procedure';

/** What failed, by the title that the procedure gives it, else by its kind. */
export function incidentSubject(intl: IntlShape, incident: IncidentView, text: Reader): string {
  const what = text(incident.subject);
  return what === ''
    ? intl.formatMessage({ id: kinds[incident.kind] ?? 'incident.kind.effect' })
    : intl.formatMessage({ id: 'incident.named' }, { what });
}

const reasons: Readonly<Record<string, MessageId>> = {
  'feel-null': 'incident.reason.feel-null',
  'feel-warning': 'incident.reason.feel-warning',
  'feel-bound': 'incident.reason.feel-bound',
  schema: 'incident.reason.schema',
  'letter-fact-missing': 'incident.reason.letter-fact-missing',
  'delay-not-finite': 'incident.reason.delay-not-finite',
  'table-hits': 'incident.reason.table-hits',
  loop: 'incident.reason.loop',
  'too-many-hops': 'incident.reason.too-many-hops',
  'event-not-accepted': 'incident.reason.event-not-accepted',
  'not-reached': 'incident.reason.not-reached',
  'letter-refused': 'incident.reason.letter-refused',
  'no-connector': 'incident.reason.no-connector',
  'definition-not-found': 'incident.reason.definition-not-found',
  'error-not-handled': 'incident.reason.error-not-handled',
  'procedure-missing': 'incident.reason.procedure-missing',
  'procedure-damaged': 'incident.reason.procedure-damaged',
  'procedure-not-a-definition': 'incident.reason.procedure-not-a-definition',
  'procedure-does-not-compile': 'incident.reason.procedure-does-not-compile',
  'procedure-calendar-missing': 'incident.reason.procedure-calendar-missing',
  'procedure-calendar-damaged': 'incident.reason.procedure-calendar-damaged',
};

/** Why, in a sentence that says how to repair it; an unknown reason names itself. */
export function incidentReason(intl: IntlShape, incident: IncidentView): string {
  const fact = ['field', 'placeholder', 'expression', 'message', 'problem']
    .map((name) => incident.facts[name])
    .find((value) => typeof value === 'string' && value !== '');
  return intl.formatMessage(
    { id: reasons[incident.reason] ?? 'incident.reason.other' },
    { reason: isolated(incident.reason), fact: typeof fact === 'string' ? isolated(fact) : '' }, // A server speaks from left to right.
  );
}
