import { expect, test } from '@jest/globals';
import { type Actor, acceptedEvents, advance, begin, type CaseState, type Event, formNow, type JsonObject } from '@redress/engine';
import fc from 'fast-check';
import { fillForm } from '../../../test/tools/fill-form.ts';
import { calendars, compiledOf, deepFrozen, PretendCase, shipped } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps } from '../../../test/tools/small-definition.ts';

/** One choice of the way: which of the things that could happen does, at what time, and with which answers. */
const choices = fc.array(fc.record({ kind: fc.integer({ min: 0, max: 9 }), which: fc.nat(1000), all: fc.boolean() }), {
  minLength: 5,
  maxLength: 40,
});
const processes = ['starter', 'complaint', 'escalation', 'external-dispute'];

test.each(processes)('%s: on any way, arguments stay as they were, and a case that was text in between goes the same way', (name) => {
  const seed = Date.now() % 2 ** 31;
  const compiled = shipped(name);
  const check = fc.property(choices, (way) => {
    let state = start(name);
    for (const choice of way) {
      const event = happening(name, state, choice);
      if (!event || state.status !== 'active') break;
      const [before, given] = [JSON.stringify(state), deepFrozen(event)];
      const living = advance(compiled, state, given, calendars);
      const slept = advance(compiled, JSON.parse(before), given, calendars);
      expect(slept).toEqual(living);
      expect(JSON.stringify(state)).toBe(before);
      if (!living.ok) continue;
      expect(JSON.parse(JSON.stringify(living.value))).toEqual(living.value);
      expect(living.value.state.revision).toBe(state.revision + 1);
      if (living.value.state.status !== 'active') expect(living.value.state).toMatchObject({ timers: [], tasks: [] });
      state = deepFrozen(living.value.state);
    }
  });
  fc.assert(check, { seed, numRuns: 40 }); // A failure prints the seed.
});

function start(name: string): CaseState {
  const compiled = shipped(name);
  const form = compiled.definition.start?.form;
  const by = compiled.definition.start && { person: 'p0', roles: [...compiled.definition.start.by] };
  const input: JsonObject = form === undefined ? { complaintNumber: '7' } : fillForm(compiled.definition, form);
  const at = '2026-03-02T09:00:00.000Z';
  const step = begin(
    compiled,
    deepFrozen({
      caseId: 'c',
      channel: 'web',
      receivedAt: at,
      input,
      calendars,
      event: { id: 'b', type: 'case.begin', at, ...(by && { by }) },
    }),
  );
  if (!step.ok) throw new Error(JSON.stringify(step.refusal));
  return deepFrozen(step.value.state);
}

function happening(
  name: string,
  state: CaseState,
  choice: { readonly kind: number; readonly which: number; readonly all: boolean },
): Event | undefined {
  const at = state.updatedAt;
  if (choice.kind < 3) {
    const timer = state.timers[choice.which % Math.max(1, state.timers.length)];
    return (
      timer && {
        id: 'x',
        type: timer.event,
        at: [timer.dueAt, at].sort()[1] ?? at,
        payload: { timer: timer.id, armedRevision: timer.armedRevision },
      }
    );
  }
  if (choice.kind === 3) return { id: 'x', type: 'calendar.changed', at, payload: { calendar: 'organisation' } };
  if (choice.kind === 4)
    return { id: 'x', type: 'task.claim', at, by: actor(name, choice.which), payload: { task: state.tasks[0]?.id ?? '' } };
  if (choice.kind < 7) return result(state, choice) ?? person(name, state, choice);
  return person(name, state, choice);
}

const actor = (name: string, which: number): Actor => ({ person: `p${which % 4}`, roles: Object.keys(shipped(name).definition.roles) });

function person(name: string, state: CaseState, choice: { readonly which: number; readonly all: boolean }): Event | undefined {
  const compiled = shipped(name);
  const { definition } = compiled;
  const by = actor(name, choice.which);
  const offers = acceptedEvents(compiled, state, by, calendars);
  const offer = offers[choice.which % Math.max(1, offers.length)];
  if (!offer) return undefined;
  const given = fillForm(definition, offer.form, { all: choice.all });
  const form =
    offer.form === undefined ? undefined : formNow(compiled, state, { form: offer.form, at: state.updatedAt, calendars, submitted: given });
  const asked = form?.ok
    ? form.value.fields.filter((field) => field.asked && field.required && !field.readOnly && !(field.field in given))
    : [];
  const more = Object.fromEntries(
    asked.map(({ field }) => [field, definition.data[field]?.schema.format === 'date' ? '2026-07-01' : 'words']),
  );
  return {
    id: 'x',
    type: offer.event,
    at: state.updatedAt,
    by,
    payload: { ...(offer.task !== undefined && { task: offer.task }), values: { ...given, ...more } },
  };
}

function result(state: CaseState, choice: { readonly which: number; readonly all: boolean }): Event | undefined {
  for (const [step, child] of Object.entries(state.snapshot.children ?? {})) {
    const instance: unknown = JSON.parse(JSON.stringify(child)).snapshot.instance;
    if (typeof instance !== 'string') continue;
    const outcome = ['resolved', 'unresolved', 'withdrawn'][choice.which % 3] ?? 'resolved';
    const output = { outcome, returns: { decision: choice.all ? 'upheld' : null, reasons: choice.all ? 'because' : null, remedy: null } };
    return {
      id: 'x',
      type: choice.which % 5 === 0 ? 'invoke.failed' : 'invoke.done',
      at: state.updatedAt,
      payload: { step, instance, output },
    };
  }
  return undefined;
}

test('tracks take an event in the order of the definition, in whatever order their places were stored', () => {
  const track = (name: string) => ({
    initial: name,
    states: { [name]: { on: { go: [{ actions: [{ type: 'set', params: { note: name } }] }] } } },
  });
  const definition = smallDefinition(
    { type: 'parallel', states: steps({ one: track('first'), two: track('second') }) },
    { events: { go: { label: { en: 'x' }, by: ['clerk'] } } },
  );
  const { compiled, state, now } = new PretendCase(compiledOf(definition));
  const turned = { ...state, snapshot: { ...state.snapshot, value: { two: 'second', one: 'first' } } };
  const event = { id: 'x', type: 'go', at: now, by: { roles: ['clerk'] } };
  const [straight, reverse] = [state, turned].map((each) => advance(compiled, deepFrozen(each), event, calendars));
  expect(straight).toMatchObject({ ok: true, value: { state: { snapshot: { context: { note: 'second' } } } } });
  expect(JSON.stringify(reverse)).toBe(JSON.stringify(straight));
});
