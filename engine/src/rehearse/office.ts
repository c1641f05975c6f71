import type { CaseState, Timer } from '../case-state.ts';
import type { Compiled } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { Actor, Event } from '../event.ts';
import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { advance } from '../step/advance.ts';
import { begin, type Start } from '../step/begin.ts';
import { park } from '../step/park.ts';
import type { Effect, Step } from '../step/step.ts';
import type { Calendars } from '../time/calendar.ts';
import { Chronicle, type Happening } from './chronicle.ts';
import type { RehearsalProblem } from './rehearsal.ts';
import type { LetterFate, LetterFates } from './script.ts';

export interface OfficeCase {
  readonly compiled: Compiled;
  readonly begunAt: string;
  state: CaseState;
}
/** What happens, event by event. */
export type Events = Generator<undefined, void>;
/** Who sends what one case tells another: the system itself. */
const system: Actor = { service: 'case', roles: [] };

interface Waiting {
  readonly effect: Effect;
  readonly from: string;
}

/** So many events without anybody doing anything are a loop between procedures or timers. */
const eventsMax = 5_000;
/** So many in one rehearsal are more than anybody reads. */
const eventsInAllMax = 100_000;

/**
 * The world of a rehearsal, in memory: cases, a pretend clock, and everything a case asks for done at once and in order. Messages from one case to
 * another arrive first in, first out; what cannot be taken yet waits, and holds up what was sent behind it.
 */
export class Office {
  now: string;
  letters: LetterFates;
  readonly cases = new Map<string, OfficeCase>();
  readonly chronicle = new Chronicle();
  /** Where in the script we are, for problems. */
  place = '';
  readonly #calendars: Calendars;
  readonly #eventsMost: number;
  readonly #hear: ((happening: Happening) => void) | undefined;
  readonly #compiledOf: (process: string) => Compiled | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #printing = new Map<string, Chronicle['letters'][number]>();
  #waiting: Waiting[] = [];
  #sent = 0;
  #events = 0;
  #endless = false;

  constructor(setting: {
    readonly calendars: Calendars;
    readonly compiledOf: (process: string) => Compiled | undefined;
    readonly at: string;
    readonly letters: LetterFates;
    readonly eventsMost?: number | undefined;
    readonly hear?: ((happening: Happening) => void) | undefined;
  }) {
    this.#calendars = setting.calendars;
    this.#compiledOf = setting.compiledOf;
    this.now = setting.at;
    this.letters = setting.letters;
    this.#hear = setting.hear;
    this.#eventsMost = setting.eventsMost ?? eventsInAllMax;
  }

  /** A new case of that procedure, which nothing can be where it does not compile; nothing else happens until `settling`. */
  open(
    process: string,
    start: Omit<Start, 'caseId' | 'event' | 'calendars'> & { readonly by?: Actor },
  ): Result<string, Refusal> | undefined {
    const compiled = this.#compiledOf(process);
    if (!compiled) return undefined;
    const caseId = `${process}-${[...this.cases.values()].filter((known) => known.compiled === compiled).length + 1}`;
    const { by, ...rest } = start;
    const event: Event = { id: this.#nextId(), type: 'case.begin', at: this.now, ...(by && { by }) };
    const begun = begin(compiled, { ...rest, caseId, event, calendars: this.#calendars });
    if (!begun.ok) return begun;
    this.cases.set(caseId, { compiled, begunAt: this.now, state: begun.value.state });
    this.#note({ compiled, step: begun.value, event });
    return { ok: true, value: caseId };
  }

  /** A case that runs already, as it stands; what it asked for before is done. */
  goOn(process: string, state: CaseState): void {
    const compiled = this.#compiledOf(process);
    if (!compiled) return;
    this.cases.set(state.caseId, { compiled, begunAt: state.startedAt, state });
    this.chronicle.goOn(compiled, state);
  }

  /** One event to one case; nothing else happens until `settling`. */
  take(caseId: string, type: string, more: { readonly by?: Actor; readonly payload?: JsonObject } = {}): Result<Step, Refusal> | undefined {
    const known = this.cases.get(caseId);
    if (!known) return undefined;
    const event: Event = { id: this.#nextId(), type, at: this.now, ...more };
    const step = advance(known.compiled, known.state, event, this.#calendars);
    if (step.ok) this.#enter(known, step.value, event);
    return step;
  }

  /** Everything that follows by itself, now: effects, and timers that are due. One event at a time: whoever pulls may rest between. */
  *settling(): Events {
    this.#events = 0;
    while (!this.#isEndless() && (this.#performNext() || this.#fireNext(this.now))) yield;
  }

  /** Lets the clock run; timers fire in the order in which they come due. */
  *waitingUntil(at: string): Events {
    for (let next = this.#nextTimer(); next !== undefined && next.timer.dueAt <= at && !this.#endless; next = this.#nextTimer()) {
      if (next.timer.dueAt > this.now) this.now = next.timer.dueAt;
      const before = this.chronicle.journal.length;
      yield* this.settling();
      if (this.chronicle.journal.length === before) break; // It can be neither fired nor set aside: said above, once.
    }
    if (at > this.now) this.now = at;
  }

  #isEndless(): boolean {
    const endless = this.#events >= eventsMax || this.chronicle.journal.length >= this.#eventsMost;
    if (endless && !this.#endless) this.problem('endless', { events: this.chronicle.journal.length });
    this.#endless ||= endless;
    return this.#endless;
  }

  problem(code: RehearsalProblem['code'], facts: JsonObject, refusal?: Refusal): void {
    this.chronicle.problems.push({ code, at: this.place, facts, ...(refusal && { refusal }) });
  }

  /** A letter that had to be printed is in the post now. */
  posted(key: string): void {
    const letter = this.#printing.get(key);
    if (letter) letter.became = 'posted';
  }

  /** Messages that nobody has taken yet. */
  get untaken(): readonly Effect[] {
    return this.#waiting.map(({ effect }) => effect);
  }

  #nextId(): string {
    this.#sent += 1;
    return `rehearsed:${this.#sent}`;
  }

  #enter(known: OfficeCase, step: Step, event: Event): void {
    const before = known.state;
    known.state = step.state;
    this.#note({ compiled: known.compiled, before, step, event });
  }

  #note(happening: Happening): void {
    this.#events += 1;
    this.chronicle.note(happening);
    this.#hear?.(happening);
    this.#waiting.push(...happening.step.effects.map((effect) => ({ effect, from: happening.step.state.caseId })));
  }

  /** The first that can be done; false where nothing can. */
  #performNext(): boolean {
    const blocked = new Set<string>();
    for (const [index, waiting] of this.#waiting.entries()) {
      const lane = `${waiting.from} ${this.#receiverOf(waiting)}`;
      if (blocked.has(lane)) continue;
      this.#waiting.splice(index, 1);
      if (this.#perform(waiting)) return true;
      this.#waiting.splice(index, 0, waiting);
      blocked.add(lane);
    }
    return false;
  }

  #receiverOf({ effect, from }: Waiting): string {
    if (effect.kind === 'case.report') return effect.to;
    if (effect.kind === 'case.send')
      return effect.to.startsWith('child:') ? (this.#childOf(from, effect.to.slice('child:'.length)) ?? effect.to) : effect.to;
    if (effect.kind === 'case.stop' || effect.kind === 'case.start') return this.#childOf(from, effect.instance) ?? effect.instance;
    return effect.kind;
  }

  #childOf(parent: string, instance: string): string | undefined {
    for (const [caseId, { state }] of this.cases) if (state.parent?.caseId === parent && state.parent.instance === instance) return caseId;
    return undefined;
  }

  /** False keeps it for later. */
  #perform(waiting: Waiting): boolean {
    const { effect, from } = waiting;
    switch (effect.kind) {
      case 'letter':
        this.#performLetter(effect, from);
        return true;
      case 'number':
        this.#tell(from, 'case.numbered', { number: this.#nextNumber(effect.series) });
        return true;
      case 'case.start':
        this.#start(effect.definition, from, {
          input: effect.data,
          keptAway: effect.keptAway,
          parent: { caseId: from, step: effect.step, instance: effect.instance },
        });
        return true;
      case 'case.launch':
        this.#start(effect.definition, from, { input: effect.data });
        return true;
      case 'case.send':
        return this.#tell(this.#receiverOf(waiting), effect.event, { values: effect.data }) !== 'event-not-accepted';
      case 'case.stop':
        this.#tell(this.#receiverOf(waiting), 'case.cancel', { reason: 'parent' });
        return true;
      case 'case.report': {
        const { to, step, instance, outcome, returns, keptAway } = effect;
        this.#tell(to, 'invoke.done', { step, instance, output: { outcome, returns }, keptAway });
        return true;
      }
      case 'service':
        return true; // The script answers for it.
    }
  }

  /** How the receiver took it: what is over or overtaken is ignored, as between real cases. */
  #tell(caseId: string, type: string, payload: JsonObject): string {
    const told = this.take(caseId, type, { by: system, payload });
    const code = told === undefined ? 'case-not-found' : told.ok ? 'done' : told.refusal.code;
    const quiet = ['done', 'stale', 'case-ended', 'task-gone', 'case-not-found', 'event-not-accepted'].includes(code);
    if (!quiet && told && !told.ok) this.problem('incident', { caseId, event: type }, told.refusal);
    return code;
  }

  #performLetter(effect: Extract<Effect, { readonly kind: 'letter' }>, from: string): void {
    const { key, letter, to, step, instance, blocks, facts } = effect;
    const known = this.cases.get(from);
    const staff = known?.compiled.definition.roles[to]?.party === 'organisation';
    // Letters to staff go to their inbox, whatever becomes of the post.
    const fate = staff ? 'sent' : this.#fateOf(letter, to);
    const process = known?.compiled.definition.id ?? '';
    const became = fate === 'print' ? 'to print' : fate;
    const row: Chronicle['letters'][number] = { at: this.now, caseId: from, process, letter, to, step, blocks, facts, became };
    this.chronicle.letters.push(row);
    this.#printing.set(key, row);
    if (fate === 'print') this.#tell(from, 'letter.print', { letter: JSON.parse(JSON.stringify(effect)) });
    else if (instance !== undefined && fate === 'sent') this.#tell(from, 'invoke.done', { step, instance, letter: key, output: {} });
    else if (instance !== undefined) this.#tell(from, 'invoke.failed', { step, instance, output: { reason: 'bounced' } });
  }

  /** What is said of this letter to this role, of this letter, of all letters to this role, of all others. */
  #fateOf(letter: string, to: string): LetterFate {
    const [said] = [`${letter} to ${to}`, letter, `* to ${to}`, '*'].flatMap((name) => own(this.letters, name) ?? []);
    return said ?? 'sent';
  }

  #nextNumber(process: string): string {
    const count = (this.#numbers.get(process) ?? 0) + 1;
    this.#numbers.set(process, count);
    return `${this.now.slice(0, 4)}-${String(count).padStart(6, '0')}`;
  }

  #start(process: string, from: string, start: Pick<Start, 'input' | 'keptAway' | 'parent'>): void {
    const channel = this.cases.get(from)?.state.channel ?? '';
    const begun = this.open(process, { ...start, channel, receivedAt: this.now, by: system });
    if (begun && !begun.ok) this.problem('case-not-begun', { process }, begun.refusal);
  }

  #nextTimer(): { readonly caseId: string; readonly timer: Timer } | undefined {
    let next: { readonly caseId: string; readonly timer: Timer } | undefined;
    for (const [caseId, { state }] of this.cases) {
      for (const timer of state.timers) {
        const sooner =
          !next ||
          timer.dueAt < next.timer.dueAt ||
          (timer.dueAt === next.timer.dueAt && caseId === next.caseId && timer.seq < next.timer.seq);
        if (sooner) next = { caseId, timer };
      }
    }
    return next;
  }

  /** Fires what is due; a timer that cannot be taken is set aside, as the server does, and the case goes on. */
  #fireNext(until: string): boolean {
    const next = this.#nextTimer();
    const known = next && this.cases.get(next.caseId);
    if (!next || !known || next.timer.dueAt > until) return false;
    const payload = { timer: next.timer.id, armedRevision: next.timer.armedRevision };
    const fired = this.take(next.caseId, next.timer.event, { payload });
    if (!fired || fired.ok) return true;
    this.problem('incident', { caseId: next.caseId, timer: next.timer.id }, fired.refusal);
    const event: Event = { id: this.#nextId(), type: next.timer.event, at: this.now, payload };
    const parked = park(known.compiled, known.state, event);
    if (parked.ok) this.#enter(known, parked.value, event);
    return parked.ok;
  }
}
