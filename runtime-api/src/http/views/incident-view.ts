import type { Effect } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { reasonOf } from '../../incidents/reason-of.ts';
import type { CaseDocument, CaseIncident } from '../../store/models/case.ts';
import { asJson } from '../as-json.ts';
import type { Office } from '../office.ts';
import type { IncidentView } from '../shapes/cases.ts';
import { words } from './form-view.ts';
import { stateBy } from './offer-view.ts';
import { own, type Reader } from './read-case.ts';

/** The engine's effects behind failed ones, by their keys: an incident names no more than the key. */
export type FailedWork = ReadonlyMap<string, Effect>;

export async function failedWork(office: Office, organisation: string, incidents: readonly CaseIncident[]): Promise<FailedWork> {
  const effects = incidents.filter(({ kind }) => kind === 'effect').map(({ what }) => what);
  if (effects.length === 0) return new Map();
  const rows = await office.ports.store.effects.find({ organisation, _id: { $in: effects } }, { work: 1 }).lean();
  return new Map(rows.map(({ _id, work }) => [_id, JSON.parse(work)]));
}

export function incidentView(read: Reader, incident: CaseIncident, work: FailedWork): Static<typeof IncidentView> {
  const { id, at, kind, what, reason } = incident;
  const subject = subjectOf(read, what, work.get(what));
  return { id, at, kind, what, ...(subject === undefined ? {} : { subject: words(subject) }), reason, facts: factsOf(incident) };
}

/** That its procedure cannot run, where it cannot: no event of the case, so nothing that could be tried again; it passes when the procedure is repaired. */
export function brokenView(
  { broken }: Reader,
  { definition: { id, version }, updatedAt }: Pick<CaseDocument, 'definition' | 'updatedAt'>,
): readonly Static<typeof IncidentView>[] {
  if (broken === undefined) return [];
  return [{ id: 'procedure', at: updatedAt, kind: 'procedure', what: id, reason: reasonOf(broken), facts: { definition: id, version } }];
}

/** What failed, by the title that people know: of the letter, the deadline, the clock, the event or the step. */
function subjectOf({ definition, runnable }: Reader, what: string, effect: Effect | undefined) {
  const titleOf = (step: string) => stateBy(definition.machine.states, step)?.meta?.title;
  if (effect) {
    if (effect.kind === 'letter') return own(definition.letters, effect.letter)?.title;
    return 'step' in effect && effect.step !== undefined ? titleOf(effect.step) : undefined;
  }
  const timer = runnable?.compiled.timers.get(what);
  if (timer) return own(definition.delays, timer.delay)?.title ?? titleOf(timer.state);
  const [, clock] = /^clock\.([^.]+)/.exec(what) ?? [];
  if (clock !== undefined) return own(definition.clocks, clock)?.title;
  return own(definition.events, what)?.label ?? titleOf(what);
}

/** Those of the failure itself: a step that failed carries them inside its refusal. */
function factsOf({ facts }: CaseIncident): Static<typeof IncidentView>['facts'] {
  const told: unknown = JSON.parse(facts);
  if (told === null || typeof told !== 'object') return { value: asJson(told) };
  return 'code' in told && told.code === 'step-failed' && 'facts' in told && typeof told.facts === 'object'
    ? { ...told.facts }
    : { ...told };
}
