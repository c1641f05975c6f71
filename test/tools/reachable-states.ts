import { acceptedEvents, advance, type CaseState, type Event, formNow, type JsonObject } from '@redress/engine';
import { fillForm } from './fill-form.ts';
import { calendars, deepFrozen, PretendCase, shipped } from './pretend-case.ts';

/** What a case that only another one starts is handed. */
const handedOver: { readonly [process: string]: JsonObject } = {
  escalation: { complaintNumber: '2026-1', outstandingIssues: 'still broken', subjectPersons: ['kim'], complainantName: 'Ada' },
  'external-dispute': { complaintNumber: '2026-1' },
};

const kept = new Map<string, readonly CaseState[]>();

/** One state for every position and count of visits a shipped process can come to, by whatever people, timers and other cases do. */
export function reachableStates(name: string): readonly CaseState[] {
  const known = kept.get(name);
  if (known) return known;
  const compiled = shipped(name);
  const { definition } = compiled;
  const by = definition.start ? { person: 'starter', roles: [definition.start.by[0] ?? ''] } : undefined;
  const input = definition.start ? fillForm(definition, definition.start.form) : (handedOver[name] ?? {});
  const first = new PretendCase(compiled, { input, ...(by && { by }) }).state;
  const found = new Map([[keyOf(first), first]]);
  const queue = [first];
  for (let state = queue.shift(); state; state = queue.shift()) {
    for (const event of movesOf(name, state)) {
      const result = advance(compiled, state, event, calendars);
      if (!result.ok) continue;
      const next: CaseState = deepFrozen(JSON.parse(JSON.stringify(result.value.state)));
      if (next.status !== 'active' || found.has(keyOf(next))) continue;
      found.set(keyOf(next), next);
      queue.push(next);
    }
  }
  const states = [...found.values()];
  kept.set(name, states);
  return states;
}

const keyOf = (state: CaseState): string =>
  JSON.stringify([state.snapshot.value, state.snapshot.context._visits, state.snapshot.context.decision === undefined]);

function movesOf(name: string, state: CaseState): readonly Event[] {
  const compiled = shipped(name);
  const { definition } = compiled;
  const actor = { person: `somebody-${state.revision}`, roles: Object.keys(definition.roles) };
  const people = acceptedEvents(compiled, state, actor, calendars).flatMap((offer): Event[] => {
    const given = fillForm(definition, offer.form, { given: Object.fromEntries((offer.requires ?? []).map((field) => [field, 'words'])) });
    const form =
      offer.form === undefined
        ? undefined
        : formNow(compiled, state, { form: offer.form, at: state.updatedAt, calendars, submitted: given });
    const missing = form?.ok
      ? form.value.fields.filter((field) => field.asked && field.required && !field.readOnly && !(field.field in given))
      : [];
    const more = Object.fromEntries(
      missing.map(({ field }) => [field, definition.data[field]?.schema.format === 'date' ? '2026-07-01' : 'words']),
    );
    const severities = 'severity' in given ? [1, 4] : [given.severity ?? null];
    return severities.map((severity) => ({
      id: 'x',
      type: offer.event,
      at: state.updatedAt,
      by: actor,
      payload: {
        ...(offer.task !== undefined && { task: offer.task }),
        values: { ...given, ...more, ...(severity !== null && { severity }) },
      },
    }));
  });
  const timers = state.timers.map((timer) => ({
    id: 'x',
    type: timer.event,
    at: [timer.dueAt, state.updatedAt].sort()[1] ?? '',
    payload: { timer: timer.id },
  }));
  const results = Object.entries(state.snapshot.children ?? {}).flatMap(([step, child]): Event[] => {
    const instance: unknown = JSON.parse(JSON.stringify(child)).snapshot.instance;
    if (typeof instance !== 'string') return [];
    const outputs = ['resolved', 'withdrawn', 'unresolved'].map((outcome) => ({
      outcome,
      returns: { decision: 'upheld', reasons: 'because', remedy: 'new parts', terms: 'terms' },
    }));
    return outputs.map((output) => ({ id: 'x', type: 'invoke.done', at: state.updatedAt, payload: { step, instance, output } }));
  });
  return [...people, ...timers, ...results];
}
