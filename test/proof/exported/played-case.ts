import {
  type Calendars,
  type CaseState,
  type Compiled,
  compileTable,
  type Delay,
  dueAt,
  type Happening,
  type Json,
  type JsonObject,
  resolveDelay,
} from '@redress/engine';
import { type ActorRefFrom, type AnyStateMachine, createActor, type EventObject } from 'xstate';
import { PretendTimers } from './pretend-timers.ts';

type Scope = Parameters<ReturnType<typeof compileTable>>[0];
interface Asked {
  readonly step: string;
  readonly asked: JsonObject;
  readonly values: JsonObject;
}
interface Awaited {
  readonly fulfil: (output: JsonObject) => void;
  readonly reject: (output: JsonObject) => void;
}

/** The function that an exported module hands out, as its host sees it. */
export type CreateProcedure = (ports: object) => AnyStateMachine;

export interface World {
  readonly calendars: Calendars;
  /** Procedure and values of every case that was asked for and has not begun. */
  readonly asked: { readonly process: string; readonly values: JsonObject }[];
}

/** One case played by an exported module in `createActor`: told what the engine was told, it is compared with what the engine made of it. */
export class PlayedCase {
  readonly #compiled: Compiled;
  readonly #timers: PretendTimers;
  readonly #actor: ActorRefFrom<AnyStateMachine>;
  readonly #world: World;
  readonly #awaited = new Map<string, Awaited>();
  #facts: { case: JsonObject; clock: JsonObject } = { case: {}, clock: {} };

  constructor(create: CreateProcedure, happening: Happening, input: JsonObject, world: World) {
    const { compiled, step, event } = happening;
    this.#compiled = compiled;
    this.#world = world;
    this.#timers = new PretendTimers(Date.parse(event.at));
    this.#know(step.state);
    this.#actor = createActor(create(this.#ports()), { input, clock: this.#timers });
    this.#actor.subscribe({ error: () => undefined });
    this.#actor.start();
  }

  /** The next event, with the time it has. */
  async take({ event, step }: Happening): Promise<void> {
    this.#timers.at = Date.parse(event.at);
    this.#know(step.state);
    const { type, payload = {} } = event;
    const waiting = step.trace[0]?.transitions[0]?.from ?? '';
    const isOver = ['invoke.done', 'letter.sent'].includes(type) && waiting !== '';
    if (type === 'case.cancel') this.#actor.stop();
    else if (isOver) this.#take(waiting).fulfil(outputOf(payload));
    else if (type === 'invoke.failed') this.#take(waiting).reject(outputOf(payload));
    else if (type === 'timer.fire') this.#timers.fireNext();
    else if (type.startsWith('clock.')) this.#actor.send({ type });
    else if (!type.includes('.')) this.#send({ type, values: objectOf(payload.values) });
    // Promises are answered after everything that waits already.
    await new Promise(setImmediate);
  }

  #send(event: EventObject & { readonly values: JsonObject }): void {
    this.#actor.send(event);
  }

  /** What its keeper knows of the case: number and clocks. */
  #know({ caseId, number, startedAt, channel, clocks }: CaseState): void {
    const clock = Object.entries(clocks).map(([id, { startedAt: begun, dueAt: due, stoppedAt, overdue }]): [string, JsonObject] => [
      id,
      { startedAt: begun, due, stoppedAt: stoppedAt ?? null, overdue: overdue ?? false },
    ]);
    this.#facts = { case: { id: caseId, number: number ?? null, startedAt, channel }, clock: Object.fromEntries(clock) };
  }

  /** Where it is, what it holds and when its timers fall due. */
  state(): object {
    const { value, context, status, error } = this.#actor.getSnapshot();
    if (error) throw error;
    const { fields, visits } = context;
    return { value, status, context: { ...fields, ...(Object.keys(visits).length > 0 && { _visits: visits }) }, due: this.#timers.due() };
  }

  #take(step: string): Awaited {
    const awaited = this.#awaited.get(step);
    if (!awaited) throw new Error(`nobody waits for ${step}`);
    return awaited;
  }

  #ports(): object {
    const { definition } = this.#compiled;
    const waiting = ({ step }: Asked): Promise<JsonObject> => new Promise((fulfil, reject) => this.#awaited.set(step, { fulfil, reject }));
    return {
      now: () => this.#timers.at,
      facts: () => this.#facts,
      feel: (text: string, seen: Scope) =>
        feelOf(text, { ...seen, today: todayIn(this.#world.calendars, this.#timers.at) }, this.#compiled),
      decide: (id: string, seen: Scope): JsonObject => {
        const decision = definition.decisions?.[id];
        const made = decision && compileTable(decision, definition)(seen);
        if (!made?.ok) throw new Error(`no decision: ${id}`);
        return made.value;
      },
      due: (term: Delay, from: number) => dueIn(term, from, this.#world.calendars),
      remaining: (clock: string) => Date.parse(String(objectOf(this.#facts.clock[clock]).due)) - this.#timers.at,
      letter: waiting,
      service: waiting,
      case: (start: Asked) => {
        this.#world.asked.push({ process: String(start.asked.definition), values: start.values });
        return waiting(start);
      },
      act: (act: { readonly type: string; readonly params: JsonObject }) => {
        const { definition: process, data } = act.params;
        if (act.type === 'start') this.#world.asked.push({ process: String(process), values: objectOf(data) });
      },
    };
  }
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function outputOf(payload: JsonObject): JsonObject {
  const { outcome, returns, ...others } = objectOf(payload.output);
  return { ...others, ...objectOf(returns), ...(outcome !== undefined && { outcome }) };
}

/** FEEL as a host would have it evaluated: here by a table that consists of its "otherwise". */
function feelOf(text: string, seen: Scope, { definition }: Compiled): Json {
  const table = { title: {}, hit: 'first', inputs: [], outputs: ['value'], rows: [], otherwise: [`= ${text}`] } as const;
  const made = compileTable(table, definition)(seen);
  if (!made.ok) throw new Error(`FEEL: ${text} ${JSON.stringify(made.refusal)}`);
  return made.value.value ?? null;
}

/** The day that `today()` is: by the zone of the organisation's calendar. */
const todayIn = ({ organisation }: Calendars, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: organisation?.timeZone ?? 'UTC' }).format(at);

function dueIn(term: Delay, from: number, calendars: Calendars): number {
  const { until } = term;
  const resolved = resolveDelay(term, until === undefined ? {} : { value: until }, calendars);
  const calendar = resolved.ok ? calendars[resolved.value.calendar] : undefined;
  const due = resolved.ok && calendar ? dueAt(resolved.value, new Date(from).toISOString(), calendar) : undefined;
  if (!due?.ok) throw new Error(`no time: ${JSON.stringify(term)}`);
  return Date.parse(due.value);
}
