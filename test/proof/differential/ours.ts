import {
  acceptedEvents,
  advance,
  begin,
  type Calendars,
  type CaseState,
  type Compiled,
  type Effect,
  type Event,
  type JsonObject,
  type Refusal,
  type Result,
  type Step,
} from '@redress/engine';
import { deepFrozen } from '../../tools/pretend-case.ts';
import { beginning, type Sight, takenOut } from './living.ts';
import { messagesMax } from './living-config.ts';

const calendars: Calendars = { organisation: { id: 'organisation', version: 1, timeZone: 'UTC', week: {}, holidays: [] } };
const everybody = { person: 'ann', roles: ['clerk', 'boss', 'complainant'] };

/** A case of ours: before every event it is read back from the text it was stored as, and nothing else is kept of it. */
export class OurCase {
  readonly #compiled: Compiled;
  #text = '';
  #now = new Date(beginning).toISOString();
  #messages = 0;
  #count = 0;
  #failed: Refusal | undefined;
  #refused: Refusal | undefined;
  readonly #seen = { taken: [] as string[], sent: [] as string[], begun: [] as string[], stopped: [] as string[] };
  /** Features that happened. */
  readonly features = new Set<string>();

  readonly #watch: ((step: Step) => void) | undefined;

  /** `watch`: hears of every step. */
  constructor(compiled: Compiled, input: JsonObject, watch?: (step: Step) => void) {
    this.#compiled = compiled;
    this.#watch = watch;
    const event = { id: 'begin', type: 'case.begin', at: this.#now };
    this.#note(begin(compiled, deepFrozen({ caseId: 'case', channel: 'phone', receivedAt: this.#now, input, event, calendars })));
  }

  /** What the last event was refused for. */
  get refused(): Refusal | undefined {
    return this.#refused;
  }
  /** Why the case cannot go on. */
  get failed(): Refusal | undefined {
    return this.#failed;
  }
  get state(): CaseState {
    return deepFrozen(JSON.parse(this.#text));
  }
  /** Events that are accepted now, with the task they end and whether a form is asked. */
  get offers(): readonly { readonly event: string; readonly task?: string; readonly form?: string }[] {
    return acceptedEvents(this.#compiled, this.state, everybody, calendars).filter((offer) => offer.possible);
  }

  send(type: string, payload: JsonObject): Result<Step, Refusal> | undefined {
    this.#messages = 0;
    return this.#take({ type, payload, by: everybody });
  }
  answer(
    step: string,
    instance: string,
    answer: { readonly failed: boolean; readonly output: JsonObject; readonly letter?: string },
  ): void {
    this.#messages = 0;
    const { failed, output, letter } = answer;
    this.#take({
      type: failed ? 'invoke.failed' : 'invoke.done',
      payload: { step, instance, output, ...(letter !== undefined && { letter }) },
    });
  }
  /** Every timer that is due until then, one after the other. */
  passTo(iso: string): void {
    this.#messages = 0;
    for (let next = this.#next(); next && next.dueAt <= iso && !this.#failed; next = this.#next()) {
      if (next.dueAt > this.#now) this.#now = next.dueAt;
      const result = this.#take({ type: next.event, payload: { timer: next.id, armedRevision: next.armedRevision } });
      if (result && !result.ok && result.refusal.code !== 'step-failed') throw new Error(JSON.stringify(result.refusal));
    }
    if (iso > this.#now) this.#now = iso;
  }
  get now(): string {
    return this.#now;
  }
  get nextDue(): string | undefined {
    return this.#next()?.dueAt;
  }

  look(): Sight {
    const seen = takenOut(this.#seen);
    if (this.#failed) return { status: 'failed' };
    const { status, outcome, snapshot, tasks, timers } = this.state;
    const { _visits, ...fields } = snapshot.context;
    const children: { readonly [step: string]: { src: string; snapshot: { ended?: string } } } = JSON.parse(
      JSON.stringify(snapshot.children ?? {}),
    );
    return {
      status: status === 'ended' ? 'ended' : 'active',
      outcome,
      value: snapshot.value,
      fields,
      visits: _visits ?? {},
      history: snapshot.historyValue ?? {},
      children: Object.fromEntries(
        Object.entries(children).map(([id, { src, snapshot: child }]) => [id, `${src} ${statusOf(child.ended)}`]),
      ),
      tasks: tasks.map(({ step, openedAt }) => `${step} ${openedAt}`).sort(),
      timers: timers.map(({ id, dueAt }) => `${id} ${dueAt}`).sort(),
      ...seen,
    };
  }

  #next(): CaseState['timers'][number] | undefined {
    if (this.#failed) return undefined;
    return [...this.state.timers].sort((one, other) =>
      one.dueAt === other.dueAt ? one.seq - other.seq : one.dueAt < other.dueAt ? -1 : 1,
    )[0];
  }

  #take(event: Omit<Event, 'id' | 'at'>): Result<Step, Refusal> | undefined {
    if (this.#failed) return undefined;
    const whole = deepFrozen({ ...event, id: `e${this.#count++}`, at: this.#now });
    const result = advance(this.#compiled, this.state, whole, calendars);
    this.#note(result);
    return result;
  }

  #note(result: Result<Step, Refusal>): void {
    this.#refused = result.ok ? undefined : result.refusal;
    if (!result.ok) {
      if (result.refusal.code === 'step-failed') this.#failed = result.refusal;
      return;
    }
    const { state, effects, trace } = result.value;
    this.#text = JSON.stringify(state);
    this.#watch?.(result.value);
    for (const { event, transitions } of trace) for (const { at } of transitions) if (at !== '') this.#took(at, event);
    for (const child of Object.values(state.snapshot.children ?? {})) this.features.add(JSON.parse(JSON.stringify(child)).src);
    if (this.#holdsTracks(state)) this.features.add('parallel');
    for (const effect of effects) this.#perform(effect);
    this.#deliver(effects);
  }

  #took(at: string, event: string): void {
    this.#seen.taken.push(at);
    const [via] = /(on|after|always|onDone|onError)(?=\/[^/]*(\/\d+)?$|\/\d+$)/.exec(at) ?? [];
    if (via === 'always' || via === 'after') this.features.add(via);
    if (event.startsWith('xstate.done.state.')) this.features.add('raise');
    if (this.#historyRows.has(at)) this.features.add('history');
  }
  get #historyRows(): ReadonlySet<string> {
    return historyRowsOf(this.#compiled);
  }
  #holdsTracks({ snapshot }: CaseState): boolean {
    const text = JSON.stringify(snapshot.value);
    return (
      [...this.#compiled.states.values()].some(({ id, kind }) => kind === 'parallel' && text.includes(`"${id}"`)) ||
      this.#compiled.definition.machine.type === 'parallel'
    );
  }

  #perform(effect: Effect): void {
    const { sent, begun, stopped } = this.#seen;
    if (effect.kind === 'letter' && effect.instance === undefined) sent.push(`${effect.letter} ${effect.to}`);
    if (effect.kind === 'letter' && effect.instance !== undefined) begun.push(`letter ${effect.letter} ${effect.to}`);
    if (effect.kind === 'case.start') begun.push(`case ${effect.step} ${JSON.stringify(effect.data)}`);
    if (effect.kind === 'service') begun.push(`service ${effect.step} ${JSON.stringify(effect.with)}`);
    if (effect.kind === 'case.stop') stopped.push(effect.step);
  }

  /** A message to itself comes back as an event from outside, once what was going on is over. */
  #deliver(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'case.send' || ++this.#messages > messagesMax) continue;
      this.features.add('raise');
      this.#pending.push({ type: effect.event, payload: { values: effect.data }, by: everybody });
    }
    if (this.#draining) return;
    this.#draining = true;
    for (let next = this.#pending.shift(); next; next = this.#pending.shift()) this.#take(next);
    this.#draining = false;
  }
  readonly #pending: Omit<Event, 'id' | 'at'>[] = [];
  #draining = false;
}

const statusOf = (ended: string | undefined): string => (ended === 'failed' ? 'error' : (ended ?? 'active'));

const historyRows = new WeakMap<Compiled, ReadonlySet<string>>();
function historyRowsOf(compiled: Compiled): ReadonlySet<string> {
  const known = historyRows.get(compiled);
  if (known) return known;
  const found = new Set<string>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const target: unknown = Reflect.get(value, 'target');
    if (typeof target === 'string' && compiled.states.get(target.slice(1))?.kind === 'history') found.add(at);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${key}`);
  };
  walk(compiled.definition.machine, '/machine');
  historyRows.set(compiled, found);
  return found;
}
