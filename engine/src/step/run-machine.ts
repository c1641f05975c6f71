import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { activeIds, actorScope } from './actor-scope.ts';
import { perform } from './perform.ts';
import { isObject, StepStopped, type Work } from './work.ts';

/** Where the machine is after the stored snapshot was read back; document order, as if it had never slept. */
export function restore(work: Work): AnyMachineSnapshot {
  const { machine } = work.compiled;
  const { value, status, historyValue, children } = work.before.snapshot;
  // The fields stay outside: XState would look for actors in them. Read from text, because it changes what it is given.
  const stored = JSON.parse(
    JSON.stringify({
      value: inDocumentOrder(value, machine.root.states),
      status,
      historyValue: historyValue ?? {},
      children: bareChildren(children),
      context: {},
    }),
  );
  const snapshot: AnyMachineSnapshot = machine.restoreSnapshot(
    stored,
    actorScope(work, () => {}),
  );
  snapshot._nodes.sort((one, other) => one.order - other.order);
  snapshot.context = { work };
  return snapshot;
}

interface Places {
  readonly [key: string]: { readonly states: Places };
}
/** Tracks take an event one after the other, in the order of the definition, whatever the store made of the order of keys. */
function inDocumentOrder(value: Json, places: Places): Json {
  if (!isObject(value)) return value;
  const known = Object.entries(places).flatMap(([key, place]): [string, Json][] => {
    const inner = own(value, key);
    return inner === undefined ? [] : [[key, inDocumentOrder(inner, place.states)]];
  });
  return { ...Object.fromEntries(known), ...Object.fromEntries(Object.entries(value).filter(([key]) => !Object.hasOwn(places, key))) };
}

const bareChildren = (children: JsonObject | undefined): Json =>
  Object.fromEntries(Object.entries(children ?? {}).map(([id, child]) => [id, { src: srcOf(child), snapshot: { status: 'active' } }]));
const srcOf = (child: Json): Json => (typeof child === 'object' && child !== null && 'src' in child ? (child.src ?? null) : null);

/** One event of XState's through the machine. What its actions ask for is on the desk afterwards. */
export function takeEvent(work: Work, snapshot: AnyMachineSnapshot, event: { readonly type: string }): Result<AnyMachineSnapshot, Refusal> {
  work.stepsBefore = activeIds(snapshot);
  work.width = snapshot._nodes.length;
  // XState completes a position it does not know in full by where a stage begins: no step is taken from there.
  if (!samePosition(snapshot.value, work.before.snapshot.value)) {
    return refuse({ code: 'step-failed', reason: 'illegal-configuration', at: '/machine', facts: { stored: work.before.snapshot.value } });
  }
  const scope = actorScope(work, (action) => perform(work, action));
  return guarded(work, () => work.compiled.machine.transition(snapshot, event, scope));
}

/** Two values of a state machine that name the same steps; tracks in any order. */
function samePosition(one: Json, other: Json): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => samePosition(one[key] ?? null, own(other, key) ?? null));
}

export function startMachine(work: Work): Result<AnyMachineSnapshot, Refusal> {
  const machine: AnyStateMachine = work.compiled.machine;
  const scope = actorScope(work, (action) => perform(work, action));
  const started = guarded(work, () => {
    const snapshot: AnyMachineSnapshot = machine.getInitialSnapshot(scope, { work });
    // A start that fails is handed back instead of thrown.
    if (snapshot.status === 'error') throw snapshot.error;
    return snapshot;
  });
  return started;
}

/** Runs the machine; whatever stops it in the middle becomes one refusal. What nobody foresaw is a defect with its message. */
export function guarded<Value>(work: Work, run: () => Value): Result<Value, Refusal> {
  try {
    const value = run();
    return work.failure ? refuse(work.failure) : ok(value);
  } catch (cause) {
    if (work.failure) return refuse(work.failure);
    if (cause instanceof StepStopped) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    const loop = message.startsWith('Infinite loop');
    return refuse({ code: 'step-failed', reason: loop ? 'loop' : 'defect', at: '/machine', facts: loop ? {} : { message } });
  }
}
