import { readFileSync } from 'node:fs';
import {
  type Actor,
  advance,
  begin,
  type Calendars,
  type CaseState,
  type Compiled,
  compile,
  type Definition,
  type Effect,
  type Event,
  type JsonObject,
  type Refusal,
  type Result,
  type Step,
} from '@redress/engine';
import { schemas } from './schema-tool.ts';
import { root } from './source-files.ts';

/** A working week from Monday to Friday, nine to five, in Warsaw. */
export const calendars: Calendars = {
  organisation: {
    id: 'organisation',
    version: 1,
    timeZone: 'Europe/Warsaw',
    week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
    holidays: [],
  },
};

export const readProcess = (name: string): Definition => JSON.parse(readFileSync(`${root}/definitions/src/processes/${name}.json`, 'utf8'));

/** All procedures that come along, by their files: those that a set-up publishes, and what surrounds complaints. */
export const everyProcess = (): readonly Definition[] =>
  ['starter', 'complaint', 'escalation', 'external-dispute', 'code-of-conduct', 'satisfaction'].map(readProcess);

const kept = new Map<string, Compiled>();
/** One of the shipped procedures, ready to run. */
export function shipped(name: string): Compiled {
  const known = kept.get(name);
  if (known) return known;
  const compiled = compiledOf(readProcess(name));
  kept.set(name, compiled);
  return compiled;
}

export function compiledOf(definition: Definition): Compiled {
  const { machine, findings } = compile(deepFrozen(definition), { schemas });
  if (!machine) throw new Error(JSON.stringify(findings, undefined, 1));
  return machine;
}

/** Frozen to the bottom: whoever writes on it fails. */
export function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFrozen(each);
  }
  return value;
}

/** One case on a pretend clock. Its state goes through text before every event, and what the engine is given is frozen. */
export class PretendCase {
  readonly compiled: Compiled;
  now: string;
  state: CaseState;
  readonly effects: Effect[] = [];
  readonly steps: Step[] = [];
  /** What was taken, the start first: one for each step. */
  readonly events: Event[] = [];
  #count = 0;

  constructor(
    compiled: Compiled,
    start: { readonly at?: string; readonly input?: JsonObject; readonly by?: Actor; readonly receivedAt?: string } = {},
  ) {
    this.compiled = compiled;
    this.now = start.at ?? '2026-03-02T09:00:00.000Z';
    const event: Event = { id: 'begin', type: 'case.begin', at: this.now, ...(start.by && { by: start.by }) };
    const step = begin(
      compiled,
      deepFrozen({
        caseId: 'case',
        channel: 'phone',
        receivedAt: start.receivedAt ?? this.now,
        input: start.input ?? {},
        event,
        calendars,
      }),
    );
    if (!step.ok) throw new Error(JSON.stringify(step.refusal));
    this.state = step.value.state;
    this.#note(event, step.value);
  }

  /** The event's answer; the case moves on if it was taken. */
  send(type: string, more: { readonly by?: Actor; readonly payload?: JsonObject; readonly id?: string } = {}): Result<Step, Refusal> {
    const event: Event = {
      id: more.id ?? `e${this.#count++}`,
      type,
      at: this.now,
      ...(more.by && { by: more.by }),
      ...(more.payload && { payload: more.payload }),
    };
    const result = advance(this.compiled, deepFrozen(JSON.parse(JSON.stringify(this.state))), deepFrozen(event), calendars);
    if (result.ok) {
      this.state = JSON.parse(JSON.stringify(result.value.state));
      this.#note(event, result.value);
    }
    return result;
  }

  /** An event that must be taken. */
  take(type: string, more: { readonly by?: Actor; readonly payload?: JsonObject; readonly id?: string } = {}): Step {
    const result = this.send(type, more);
    if (!result.ok) throw new Error(`${type}: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }

  /** Ends the open task of a step by an outcome, with these values. */
  complete(step: string, outcome: string, by: Actor, values: JsonObject = {}): Result<Step, Refusal> {
    return this.send(outcome, { by, payload: { task: this.task(step), values } });
  }

  task(step: string): string {
    return this.state.tasks.find((task) => task.step === step)?.id ?? `${step}:none`;
  }

  /** Lets the next timer come due and fires it; the answer is its id. */
  wait(): string {
    const [next] = [...this.state.timers].sort((one, other) =>
      one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : one.seq - other.seq,
    );
    if (!next) throw new Error('No timer is pending');
    if (next.dueAt > this.now) this.now = next.dueAt;
    this.take(next.event, { payload: { timer: next.id, armedRevision: next.armedRevision } });
    return next.id;
  }

  /** Every timer that comes due until then, in order. */
  waitUntil(at: string): readonly string[] {
    const fired: string[] = [];
    while (this.state.timers.some((timer) => timer.dueAt <= at)) fired.push(this.wait());
    if (at > this.now) this.now = at;
    return fired;
  }

  /** Ids of the letters asked for so far, with their receivers. */
  get letters(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'letter' ? [`${effect.letter} to ${effect.to}`] : []));
  }

  #note(event: Event, step: Step): void {
    this.events.push(event);
    this.steps.push(step);
    this.effects.push(...step.effects);
  }
}
