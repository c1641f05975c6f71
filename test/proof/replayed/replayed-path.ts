import {
  acceptedEvents,
  advance,
  begin,
  type CaseState,
  type Compiled,
  type Definition,
  type Event,
  type Json,
  type JsonObject,
  type PathStep,
  type Refusal,
  type Result,
  type Step,
} from '@redress/engine';
import type { RecordLine } from '../../../definitions/src/operation/case-record.ts';
import { fillForm } from '../../tools/fill-form.ts';
import { calendars } from '../../tools/pretend-case.ts';
import { recordLine } from '../../tools/record-of.ts';

/** What became of a path that the rules tell, played on the engine itself. */
export type Replayed =
  | { readonly arrived: true; readonly overtaken: number; readonly lines: readonly RecordLine[] }
  | { readonly arrived: false; readonly at: number; readonly because: string };

/**
 * Plays a path as people, mail and clocks would: forms filled in as simply as they allow, letters sent or bounced, a sub-procedure that ends, deadlines
 * waited for. Each step has to take the rows that were told, in their order, and to leave the case where it was told.
 */
export function replay(compiled: Compiled, path: readonly PathStep[]): Replayed {
  const player = new Player(compiled);
  for (const [at, told] of path.entries()) {
    const result = player.play(told);
    if (!result) return { arrived: false, at, because: `${told.kind} ${told.event} is not to be had` };
    if (!result.ok) return { arrived: false, at, because: JSON.stringify(result.refusal).slice(0, 300) };
    const rows = result.value.trace.flatMap(({ transitions }) => transitions.flatMap((taken) => (taken.at === '' ? [] : [taken.at])));
    const active = activeIn(result.value.state.snapshot.value);
    if (told.kind !== 'start' && rows.join() !== told.rows.join()) return { arrived: false, at, because: `rows ${rows.join()}` };
    if ([...told.active].sort().join() !== active.join()) return { arrived: false, at, because: `active ${active.join()}` };
  }
  return { arrived: true, overtaken: player.overtaken, lines: player.lines };
}

class Player {
  /** Deadlines that would have come earlier. */
  overtaken = 0;
  /** The journal of what was played. */
  readonly lines: RecordLine[] = [];
  readonly #compiled: Compiled;
  #state: CaseState | undefined;
  /** What was last tried. */
  #sent: Event | undefined;
  #now = '2026-03-02T09:00:00.000Z';
  #count = 0;

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  play(told: PathStep): Result<Step, Refusal> | undefined {
    const step = this.#step(told);
    if (step?.ok) this.#went(step.value);
    return step;
  }

  #step(told: PathStep): Result<Step, Refusal> | undefined {
    switch (told.kind) {
      case 'start':
        return this.#begin();
      case 'event':
        return this.#send(told.event);
      case 'timer':
      case 'clock':
        return this.#wait(told);
      default:
        return this.#ended(told);
    }
  }

  #begin(): Result<Step, Refusal> {
    const { definition } = this.#compiled;
    const [role] = definition.start?.by ?? [];
    const by = role === undefined ? {} : { by: { person: 'ada', roles: [role] } };
    const event: Event = { id: 'begin', type: 'case.begin', at: this.#now, ...by };
    // What another case would hand over: only what goes on from a complaint is begun by one.
    const isHanded = definition.kind !== 'code' && definition.kind !== 'satisfaction';
    const handed = ['complaintNumber', 'outstandingIssues', 'outcomeSought', 'complaintHistory', 'contact'].filter(
      (field) => isHanded && Object.hasOwn(definition.data, field),
    );
    const input = { ...Object.fromEntries(handed.map((field) => [field, 'words'])), ...fillForm(definition, definition.start?.form) };
    this.#sent = event;
    return begin(this.#compiled, { caseId: 'case', channel: 'web', receivedAt: this.#now, input, event, calendars });
  }

  /** Each time somebody else, so that nobody is kept away for what he has done. */
  #send(type: string): Result<Step, Refusal> | undefined {
    const state = this.#state;
    if (!state) return undefined;
    const { definition } = this.#compiled;
    let refused: Result<Step, Refusal> | undefined;
    for (const role of Object.keys(definition.roles)) {
      const by = { person: `${role} ${this.#count}`, roles: [role] };
      for (const offer of acceptedEvents(this.#compiled, state, by, calendars).filter(
        ({ event, possible }) => event === type && possible,
      )) {
        const result = this.#submitted(state, { type, by, form: offer.form, task: offer.task });
        if (result.ok) return result;
        refused = result;
      }
    }
    return refused;
  }

  /** The answer says what the form lacks or does not want. */
  #submitted(
    state: CaseState,
    { type, by, form, task }: { type: string; by: { person: string; roles: string[] }; form: string | undefined; task: string | undefined },
  ): Result<Step, Refusal> {
    const { definition } = this.#compiled;
    let values: { [field: string]: Json } = { ...fillForm(definition, form) };
    let result = this.#take(state, { type, by, payload: { values, ...(task !== undefined && { task }) } });
    for (let attempt = 0; attempt < 4 && !result.ok && result.refusal.code === 'form-invalid'; attempt += 1) {
      values = { ...values };
      for (const { keyword, facts, at } of result.refusal.problems) {
        const field = String(facts.missingProperty ?? facts.field ?? at.slice(1).split('/')[0]);
        if (keyword === 'required') values[field] = simplestOf(definition, field);
        else delete values[field];
      }
      result = this.#take(state, { type, by, payload: { values, ...(task !== undefined && { task }) } });
    }
    return result;
  }

  /** Deadlines come in their order. One that would have come earlier and led elsewhere is overtaken: after a standstill that can happen. */
  #wait({ event, kind, rows }: PathStep): Result<Step, Refusal> | undefined {
    const source = sourceOf(rows);
    const told = (): Timer | undefined =>
      this.#state?.timers.find((each) => (kind === 'clock' ? each.event === event : each.delay === event && each.step === source));
    const due = told()?.dueAt;
    const earlier = (this.#state?.timers ?? []).filter(({ dueAt }) => due !== undefined && dueAt < due);
    for (const timer of earlier) {
      const before = this.#state;
      const step = before && this.#fire(before, timer);
      if (!step?.ok || !before) continue;
      if (activeIn(step.value.state.snapshot.value).join() === activeIn(before.snapshot.value).join()) this.#went(step.value);
      else this.overtaken += 1;
    }
    const timer = told();
    return this.#state && timer && this.#fire(this.#state, timer);
  }

  #fire(state: CaseState, { id, event, dueAt, armedRevision }: Timer): Result<Step, Refusal> {
    if (dueAt > this.#now) this.#now = dueAt;
    return this.#take(state, { type: event, payload: { timer: id, armedRevision } });
  }

  /** A letter step is done when all its letters are out. */
  #ended({ kind, rows }: PathStep): Result<Step, Refusal> | undefined {
    const source = sourceOf(rows);
    const type = kind === 'done' ? 'invoke.done' : 'invoke.failed';
    const asked = this.#compiled.states.get(source)?.definition.invoke;
    const output: JsonObject = asked?.src === 'case' ? { outcome: this.#outcomeOf(rows), returns: {} } : {};
    let step: Result<Step, Refusal> | undefined;
    for (const letter of ['first', 'second', 'third', 'fourth']) {
      const known = this.#state && invocationIn(this.#state, source);
      if (!this.#state || !known) break;
      step = this.#take(this.#state, { type, payload: { step: source, instance: known, output, letter } });
      if (!step.ok || step.value.trace.length > 0) break;
      this.#went(step.value);
    }
    return step;
  }

  /** What the sub-procedure ends with, so that this row counts. */
  #outcomeOf([at = '']: readonly string[]): string {
    let row: unknown = this.#compiled.definition;
    for (const key of at.slice(1).split('/')) row = typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined;
    const [, first] = /"outcome":\["([^"]+)"/.exec(JSON.stringify(row ?? {})) ?? [];
    return first ?? 'another-one';
  }

  #take(state: CaseState, event: Omit<Event, 'id' | 'at'>): Result<Step, Refusal> {
    this.#now = new Date(Date.parse(this.#now) + 1000).toISOString();
    this.#count += 1;
    this.#sent = { ...event, id: `e${this.#count}`, at: this.#now };
    return advance(this.#compiled, state, this.#sent, calendars);
  }

  #went(step: Step): void {
    this.#state = step.state;
    if (this.#sent) this.lines.push(recordLine(this.#sent, step));
  }
}

type Timer = CaseState['timers'][number];

/** The step whose row it is: `…/<step>/after/<delay>/0`. */
const sourceOf = ([at = '']: readonly string[]): string => at.split('/').slice(0, -3).at(-1) ?? '';

/** The instance that the step waits for. */
function invocationIn({ snapshot }: CaseState, step: string): string | undefined {
  const text = JSON.stringify(snapshot.children?.[step] ?? {});
  return /"instance":"([^"]+)"/.exec(text)?.[1];
}

function simplestOf(definition: Definition, field: string): Json {
  const form = { title: {}, sections: [{ fields: [{ field, required: true }] }] };
  return fillForm({ ...definition, forms: { one: form } }, 'one')[field] ?? null;
}

/** Ids of all steps and stages in a value of XState's, sorted. */
function activeIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .flatMap(([id, below]) => [id, ...activeIn(below)])
    .sort();
}
