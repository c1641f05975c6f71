import { expect, test } from '@jest/globals';
import type { CaseState, Condition, Definition, Json, JsonObject, Row, State } from '@redress/engine';
import { acceptedEvents, advance } from '@redress/engine';
import { fillForm } from '../../../test/tools/fill-form.ts';
import { calendars, deepFrozen, shipped } from '../../../test/tools/pretend-case.ts';
import { reachableStates } from '../../../test/tools/reachable-states.ts';

/** What the definition's own text says about an event in a state, read here without the engine's reader. */
type Verdict =
  | { readonly because: 'state' | 'not-permitted' | 'condition' | 'excluded' }
  | { readonly because: 'taken'; readonly steps: readonly string[]; readonly outcome?: string };

const processes = [
  'starter',
  'complaint',
  'escalation',
  'external-dispute',
  '../templates/bank',
  '../templates/shop',
  '../templates/hospital',
];

test.each(processes)('%s: every event, in every step that can be reached, by every role, does what the definition says', (name) => {
  const { definition } = shipped(name);
  const reached = reachableStates(name);
  let taken = 0;
  for (const state of reached) {
    for (const event of Object.keys(definition.events)) {
      for (const role of [...Object.keys(definition.roles), 'stranger']) {
        const told = tell(definition, state, { event, role });
        const found = ask(name, state, { event, role });
        expect({ where: state.snapshot.value, event, role, verdict: found }).toEqual({
          where: state.snapshot.value,
          event,
          role,
          verdict: told,
        });
        if (told.because === 'taken') taken++;
      }
    }
  }
  const steps = new Set(reached.flatMap((state) => path(definition, state.snapshot.value).map((each) => each.id)));
  expect([...allSteps(definition)].filter((step) => !steps.has(step))).toEqual([]);
  expect(taken).toBeGreaterThan(Object.keys(definition.events).length);
});

test.each(processes)('%s: what is offered is what is taken', (name) => {
  const wrong: object[] = [];
  const { definition } = shipped(name);
  for (const state of reachableStates(name)) {
    for (const role of Object.keys(definition.roles)) {
      const offers = acceptedEvents(shipped(name), state, { person: 'nobody-special', roles: [role] }, calendars);
      for (const event of Object.keys(definition.events)) {
        const offer = offers.find((each) => each.event === event);
        const { because } = tell(definition, state, { event, role });
        const right =
          (because !== 'taken' || offer?.possible === true) &&
          (because !== 'not-permitted' || offer === undefined || offer.because === 'role') &&
          (because !== 'state' || offer === undefined);
        if (!right) wrong.push({ where: state.snapshot.value, event, role, offer, because });
      }
    }
  }
  expect(wrong).toEqual([]);
});

interface Asked {
  readonly event: string;
  readonly role: string;
}

function ask(name: string, state: CaseState, { event, role }: Asked): Verdict {
  const { definition } = shipped(name);
  const payload = { values: valuesFor(definition, state, event), ...taskOf(definition, state, event) };
  const by = { person: 'nobody-special', roles: [role] };
  const result = advance(shipped(name), state, deepFrozen({ id: 'x', type: event, at: state.updatedAt, by, payload }), calendars);
  if (!result.ok) {
    if (result.refusal.code === 'event-not-accepted') return { because: result.refusal.because === 'condition' ? 'condition' : 'state' };
    if (result.refusal.code === 'not-permitted' || result.refusal.code === 'excluded') return { because: result.refusal.code };
    throw new Error(`${event} at ${JSON.stringify(state.snapshot.value)} by ${role}: ${JSON.stringify(result.refusal)}`);
  }
  const { snapshot, outcome } = result.value.state;
  const steps = path(definition, snapshot.value).flatMap((each) => (each.states ? [] : [each.id]));
  return { because: 'taken', steps, ...(outcome !== undefined && { outcome }) };
}

/** Active states from the outermost in; the shipped procedures have no parallel tracks. */
function path(definition: Definition, value: Json): readonly State[] {
  const found: State[] = [];
  let states: Readonly<Record<string, State>> | undefined = definition.machine.states;
  let rest: Json | undefined = value;
  while (rest !== undefined) {
    const [key, inner]: [string, Json | undefined] =
      typeof rest === 'string' ? [rest, undefined] : (Object.entries(rest ?? {})[0] ?? ['', undefined]);
    const state: State | undefined = states?.[key];
    if (!state) break;
    found.push(state);
    states = state.states;
    rest = inner;
  }
  return found;
}

const taskRole = (state: CaseState): string | undefined => state.tasks.find((task) => task.kind === 'work')?.role;

function taskOf(definition: Definition, state: CaseState, event: string): { readonly task?: string } {
  const [task] = state.tasks;
  return definition.events[event]?.by === undefined && task ? { task: task.id } : {};
}

function formFor(definition: Definition, state: CaseState, event: string): string | undefined {
  const told = definition.events[event];
  return told?.form ?? (told?.by === undefined ? state.tasks[0]?.form : undefined);
}

function valuesFor(definition: Definition, state: CaseState, event: string): JsonObject {
  const form = formFor(definition, state, event);
  const values = fillForm(definition, form);
  const waiting = (form === undefined ? [] : (definition.forms[form]?.sections ?? [])).flatMap((section) => section.fields);
  const more = waiting.filter((entry) => entry.required && entry.when && judge(entry.when, { ...state.snapshot.context, ...values }, []));
  const required = allRows(definition).flatMap(([name, row]) => (name === event ? (row.meta?.requires ?? []) : []));
  return {
    ...values,
    ...Object.fromEntries(
      [...more.map((entry) => entry.field), ...required].map((field) => [
        field,
        definition.data[field]?.schema.format === 'date' ? '2026-07-01' : 'words',
      ]),
    ),
  };
}

function tell(definition: Definition, state: CaseState, { event, role }: Asked): Verdict {
  const active = path(definition, state.snapshot.value);
  const rows = [...[...active].reverse().map((each) => each.on), definition.machine.on].flatMap((on) => on?.[event] ?? []);
  if (rows.length === 0) return { because: 'state' };
  const senders = new Set(rows.flatMap((row) => row.meta?.by ?? definition.events[event]?.by ?? [taskRole(state) ?? '']));
  if (!senders.has(role)) return { because: 'not-permitted' };
  const fields = { ...state.snapshot.context, ...valuesFor(definition, state, event) };
  const ids = active.map((each) => each.id);
  const row = rows.find(
    (each) =>
      (each.guard === undefined || judge(each.guard.params, fields, ids)) &&
      !usedUp(definition, state, each) &&
      extendable(definition, state, each),
  );
  if (!row) return { because: 'condition' };
  if (row.target === undefined) return { because: 'taken', steps: ids.slice(-1) };
  const steps = landing(definition, row.target.slice(1));
  const outcome = steps
    .at(-1)
    ?.tags?.find((tag) => tag.startsWith('outcome:'))
    ?.slice(8);
  return { because: 'taken', steps: steps.slice(-1).map((each) => each.id), ...(outcome !== undefined && { outcome }) };
}

/** The target and what it starts with. */
function landing(definition: Definition, id: string): readonly State[] {
  const find = (states: Readonly<Record<string, State>> | undefined): State | undefined => {
    for (const state of Object.values(states ?? {})) {
      const found = state.id === id ? state : find(state.states);
      if (found) return found;
    }
    return undefined;
  };
  const way: State[] = [];
  for (let state = find(definition.machine.states); state; state = state.initial === undefined ? undefined : state.states?.[state.initial])
    way.push(state);
  return way;
}

function usedUp(definition: Definition, state: CaseState, row: Row): boolean {
  const visits = state.snapshot.context._visits;
  return (row.target === undefined ? [] : landing(definition, row.target.slice(1))).some((each) => {
    const count =
      typeof visits === 'object' && visits !== null && !Array.isArray(visits) && each.id in visits
        ? Number(Reflect.get(visits, each.id))
        : 0;
    return each.meta?.maxVisits !== undefined && count >= each.meta.maxVisits;
  });
}

const extendable = (definition: Definition, state: CaseState, row: Row): boolean =>
  (row.actions ?? []).every((action) => {
    if (action.type !== 'clock' || action.params.do !== 'extend') return true;
    const clock = state.clocks[action.params.clock];
    return (
      clock !== undefined &&
      clock.stoppedAt === undefined &&
      clock.extended < (definition.clocks[action.params.clock]?.extension?.times ?? 0)
    );
  });

function judge(condition: Condition, fields: JsonObject, active: readonly string[]): boolean {
  if ('all' in condition) return condition.all.every((each) => judge(each, fields, active));
  if ('any' in condition) return condition.any.some((each) => judge(each, fields, active));
  if ('not' in condition) return !judge(condition.not, fields, active);
  if ('in' in condition) return active.includes(condition.in);
  if (!('field' in condition)) throw new Error('No event of a person asks this');
  const value = fields[condition.field];
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (condition.is === 'empty' || condition.is === 'filled') return empty === (condition.is === 'empty');
  if (empty) return false;
  if (condition.is === '=') return value === condition.value;
  if (condition.is === '!=') return value !== condition.value;
  if (condition.is === '>=') return Number(value) >= Number(condition.value);
  throw new Error(`No shipped row compares by ${condition.is}`);
}

const rowsKept = new Map<Definition, readonly (readonly [string, Row])[]>();
function allRows(definition: Definition): readonly (readonly [string, Row])[] {
  const known = rowsKept.get(definition);
  if (known) return known;
  const rows: [string, Row][] = [];
  const walk = (states: Readonly<Record<string, State>> | undefined): void => {
    for (const state of Object.values(states ?? {})) {
      for (const [event, list] of Object.entries(state.on ?? {})) for (const row of list) rows.push([event, row]);
      walk(state.states);
    }
  };
  walk(definition.machine.states);
  rowsKept.set(definition, rows);
  return rows;
}

function allSteps(definition: Definition): readonly string[] {
  const steps: string[] = [];
  const walk = (states: Readonly<Record<string, State>>): void => {
    for (const state of Object.values(states)) {
      if (state.states) walk(state.states);
      else if (state.type !== 'final') steps.push(state.id);
    }
  };
  walk(definition.machine.states);
  return steps;
}
