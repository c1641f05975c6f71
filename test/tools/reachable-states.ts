import {
  acceptedEvents,
  advance,
  type CaseState,
  type Compiled,
  type Definition,
  type Event,
  formNow,
  type JsonObject,
} from '@redress/engine';
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
  const found = new Map([[keyOf(definition, first), first]]);
  const queue = [first];
  for (let state = queue.shift(); state; state = queue.shift()) {
    for (const event of movesOf(name, state)) {
      const result = advance(compiled, state, event, calendars);
      if (!result.ok) continue;
      const next: CaseState = deepFrozen(JSON.parse(JSON.stringify(result.value.state)));
      if (next.status !== 'active' || found.has(keyOf(definition, next))) continue;
      found.set(keyOf(definition, next), next);
      queue.push(next);
    }
  }
  const states = [...found.values()];
  kept.set(name, states);
  return states;
}

/** What a later row asks makes another state; whether there is a decision is asked by rows and letters. */
function keyOf(definition: Definition, { snapshot: { value, context } }: CaseState): string {
  const told = fieldsAsked(definition).map((field) => (definition.data[field]?.schema.type === 'boolean' ? context[field] === true : 0));
  return JSON.stringify([value, context._visits, context.decision === undefined, told]);
}

const asked = new Map<Definition, readonly string[]>();
/** Fields that a condition of a row asks for, in the builder's tree. */
function fieldsAsked(definition: Definition): readonly string[] {
  const known = asked.get(definition);
  if (known) return known;
  const guards = [...JSON.stringify(definition.machine).matchAll(/"guard":(\{.*?\}\})/g)].map(([, guard]) => guard ?? '');
  const found = Object.keys(definition.data).filter((field) => guards.some((guard) => guard.includes(`"field":"${field}"`)));
  asked.set(definition, found);
  return found;
}

/** The simplest answers, and for every field that a row asks another answer. */
function variantsOf(definition: Definition, simplest: JsonObject): readonly JsonObject[] {
  const others = fieldsAsked(definition).flatMap((field): JsonObject[] => {
    const asks = definition.data[field];
    if (!asks || !(field in simplest)) return [];
    const { schema, options = [] } = asks;
    if (options.length > 0) return [{ ...simplest, [field]: options.at(-1)?.value ?? null }];
    if (schema.type === 'boolean') return [{ ...simplest, [field]: true }];
    return schema.type === 'number' ? [{ ...simplest, [field]: 1_000_000_000 }] : [];
  });
  return [simplest, ...others];
}

/** What the form asks for only because of the other answers. */
function askedBesides(compiled: Compiled, state: CaseState, { form, given }: { form: string | undefined; given: JsonObject }): JsonObject {
  if (form === undefined) return {};
  const now = formNow(compiled, state, { form, at: state.updatedAt, calendars, submitted: given });
  const missing = now.ok
    ? now.value.fields.filter((field) => field.asked && field.required && !field.readOnly && !(field.field in given))
    : [];
  const dated = (field: string) => compiled.definition.data[field]?.schema.format === 'date';
  return Object.fromEntries(missing.map(({ field }) => [field, dated(field) ? '2026-07-01' : 'words']));
}

function movesOf(name: string, state: CaseState): readonly Event[] {
  const compiled = shipped(name);
  const { definition } = compiled;
  const actor = { person: `somebody-${state.revision}`, roles: Object.keys(definition.roles) };
  const people = acceptedEvents(compiled, state, actor, calendars).flatMap((offer): Event[] => {
    const needed = Object.fromEntries((offer.requires ?? []).map((field) => [field, 'words']));
    const simplest = fillForm(definition, offer.form, { given: needed });
    return variantsOf(definition, simplest).map((given) => ({
      id: 'x',
      type: offer.event,
      at: state.updatedAt,
      by: actor,
      payload: {
        ...(offer.task !== undefined && { task: offer.task }),
        values: { ...given, ...askedBesides(compiled, state, { form: offer.form, given }) },
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
