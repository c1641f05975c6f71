import type { IntlShape } from 'react-intl';
import type { MessageId } from '../language/messages.ts';
import type { CaseView, IncidentView } from '../server/shapes/cases.ts';
import type { Reader } from './timeline-words.ts';

/** What failed, by the title people know: of the timer or its step, of the clock, else the name the engine gives. */
export function incidentSubject(incident: IncidentView, found: CaseView, text: Reader): string {
  const timer = found.timers.find((each) => each.id === incident.what);
  if (timer?.title) return text(timer.title);
  const clock = /^clock\.([^.]+)/.exec(incident.what);
  const ofClock = clock ? found.clocks.find((each) => each.id === clock[1]) : undefined;
  if (ofClock) return text(ofClock.title);
  const step = [...found.steps, ...found.tasks.map((task) => ({ id: task.step, title: task.stepTitle }))].find((each) =>
    incident.what.startsWith(each.id),
  );
  return step ? text(step.title) : incident.what;
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
  'not-acceptable': 'incident.reason.not-acceptable',
  'send-failed': 'incident.reason.send-failed',
};

/** Why, in a sentence that says how to repair it; an unknown reason names itself. */
export function incidentReason(intl: IntlShape, incident: IncidentView): string {
  const fact = ['field', 'placeholder', 'expression', 'message']
    .map((name) => incident.facts[name])
    .find((value) => typeof value === 'string' && value !== '');
  return intl.formatMessage(
    { id: reasons[incident.reason] ?? 'incident.reason.other' },
    { reason: incident.reason, fact: typeof fact === 'string' ? fact : '' },
  );
}
