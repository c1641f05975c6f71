import { expect, test } from '@jest/globals';
import { advance, begin, type CaseState, type Compiled, compile, type JsonObject } from '@redress/engine';
import fc from 'fast-check';
import { calendars, deepFrozen } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { smallDefinition } from '../../../test/tools/small-definition.ts';
import { positionOf } from '../step/row-guard.ts';
import { restore } from '../step/run-machine.ts';
import { openWork } from '../step/work.ts';
import type { CompiledRow } from './compiled.ts';

/** The shape of a stage: nothing (a step), or children, side by side or one after the other, with or without history. */
type Shape = { readonly tracks: boolean; readonly history: 'shallow' | 'deep' | undefined; readonly children: readonly Shape[] };
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.record({
    tracks: fc.boolean(),
    history: fc.constantFrom(undefined, 'shallow' as const, 'deep' as const),
    children: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constant([]), fc.array(tie('shape'), { minLength: 1, maxLength: 3 })),
  }),
}));
const row = fc.record({ source: fc.nat(99), target: fc.nat(99), reenter: fc.boolean(), event: fc.constantFrom('one', 'two', 'three') });
const machine = fc.record({ top: fc.array(shape, { minLength: 1, maxLength: 4 }), rows: fc.array(row, { minLength: 3, maxLength: 14 }) });
const way = fc.array(fc.constantFrom('one', 'two', 'three'), { minLength: 1, maxLength: 12 });

test('which steps a row would enter is known before it is taken: tracks, history, stages entered anew', () => {
  const seed = Date.now() % 2 ** 31;
  let rows = 0;
  const check = fc.property(machine, way, (drawn, events) => {
    const compiled = compiledOrNot(drawn);
    if (!compiled) return;
    let state = start(compiled);
    for (const type of events) {
      if (!state) return;
      const step = advance(
        compiled,
        state,
        deepFrozen({ id: 'x', type, at: state.updatedAt, by: { person: 'p', roles: ['clerk'] } }),
        calendars,
      );
      if (!step.ok) {
        expect(['event-not-accepted', 'step-failed']).toContain(step.refusal.code);
        continue;
      }
      const taken = step.value.trace[0]?.transitions.map((each) => each.at) ?? [];
      const { history } = positionOf(restore(openWork(compiled, state, { id: 'x', type: 'x', at: state.updatedAt }, calendars)));
      const predicted = new Set(rowsAt(compiled, taken).flatMap((each) => each.enters(history)));
      expect({ taken, entered: [...predicted].sort() }).toEqual({ taken, entered: entered(state, step.value.state) });
      rows += taken.length;
      state = step.value.state;
    }
  });
  fc.assert(check, { seed, numRuns: 120 }); // A failure prints the seed.
  expect(rows).toBeGreaterThan(60);
});

/** Many drawn machines have an error finding (history of an active stage, rows nobody reaches): those never run. */
function compiledOrNot(drawn: {
  readonly top: readonly Shape[];
  readonly rows: readonly { readonly source: number; readonly target: number; readonly reenter: boolean; readonly event: string }[];
}): Compiled | undefined {
  const ids: string[] = [];
  const on = new Map<string, { [event: string]: object[] }>();
  const build = (children: readonly Shape[]): JsonObject =>
    Object.fromEntries(
      children.map((child) => {
        const id = `s${ids.length}`;
        ids.push(id);
        const states = build(child.children);
        const [first] = Object.keys(states);
        const past =
          first !== undefined && child.history && !child.tracks
            ? { [`${id}h`]: { id: `${id}h`, type: 'history', history: child.history, target: `#${first}` } }
            : {};
        for (const key of Object.keys(past)) ids.push(key);
        const inner =
          first === undefined ? {} : { states: { ...states, ...past }, ...(child.tracks ? { type: 'parallel' } : { initial: first }) };
        return [id, { id, meta: { title: { en: id }, maxVisits: 1000 }, ...inner }];
      }),
    );
  const states = build(drawn.top);
  for (const { source, target, reenter, event } of drawn.rows) {
    const [from, to] = [ids[source % ids.length] ?? '', ids[target % ids.length] ?? ''];
    if (from.endsWith('h')) continue;
    const events = on.get(from) ?? {};
    on.set(from, events);
    events[event] ??= [{ target: `#${to}`, ...(reenter && { reenter }) }];
  }
  const place = (children: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(children).map(([id, state]) => {
        const plain: JsonObject = JSON.parse(JSON.stringify(state));
        const inner: JsonObject | undefined = plain.states === undefined ? undefined : JSON.parse(JSON.stringify(plain.states));
        const rows: JsonObject = JSON.parse(JSON.stringify(on.get(id) ?? {}));
        return [id, { ...plain, ...(inner && { states: place(inner) }), ...(Object.keys(rows).length > 0 && { on: rows }) }];
      }),
    );
  const event = { label: { en: 'x' }, by: ['clerk'] };
  const definition = smallDefinition({ initial: 's0', states: place(states) }, { events: { one: event, two: event, three: event } });
  return compile(deepFrozen(definition), { schemas }).machine;
}

function start(compiled: Compiled): CaseState | undefined {
  const at = '2026-03-02T09:00:00.000Z';
  const step = begin(
    compiled,
    deepFrozen({ caseId: 'c', channel: 'web', receivedAt: at, input: {}, calendars, event: { id: 'b', type: 'case.begin', at } }),
  );
  return step.ok ? step.value.state : undefined;
}

const rowsAt = (compiled: Compiled, pointers: readonly string[]): readonly CompiledRow[] =>
  [...compiled.rows.values()].flatMap((sources) => [...sources.values()].flat()).filter((each) => pointers.includes(each.at));

function entered(before: CaseState, after: CaseState): readonly string[] {
  const visits = (state: CaseState): { readonly [id: string]: number } => JSON.parse(JSON.stringify(state.snapshot.context._visits ?? {}));
  const [then, now] = [visits(before), visits(after)];
  return Object.keys(now)
    .filter((id) => now[id] !== then[id])
    .sort();
}
