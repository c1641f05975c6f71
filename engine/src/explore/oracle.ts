import type { AnyMachineSnapshot } from 'xstate';
import type { CompiledRow, CompiledState } from '../compile/compiled.ts';
import type { Definition } from '../definition/definition.ts';
import { positionOf } from '../step/row-guard.ts';
import type { FailedLetters } from './failed-letters.ts';
import type { Note } from './free-machine.ts';
import type { Asked, FreeRow, Trigger, Visits } from './graph.ts';
import { JustWritten } from './just-written.ts';
import type { LeadingClocks } from './leading-clocks.ts';
import { residual } from './residual.ts';

/** More open conditions than this in one step, and its outcomes are too many to look at. */
export const answersMax = 10;

/**
 * Answers conditions in every possible way, one way a run: `next` turns to the way after. Where the position knows the answer, nothing is asked: steps
 * used up, tracks, outcomes. In one moment the same condition always gets the same answer.
 */
export class Oracle {
  readonly notes: Note[] = [];
  readonly asked: (Asked & { readonly notes: number })[] = [];
  readonly visits = new Map<string, number>();
  isTooMuch = false;
  readonly #states: ReadonlyMap<string, CompiledState>;
  readonly #home: string | undefined;
  readonly #clocks: LeadingClocks;
  readonly #letters: FailedLetters;
  #bits: boolean[] = [];
  #used = 0;
  #now = new Map<string, boolean>();
  #trigger: Trigger | undefined;
  readonly #written: JustWritten;

  constructor(definition: Definition, states: ReadonlyMap<string, CompiledState>, clocks: LeadingClocks, letters: FailedLetters) {
    this.#states = states;
    this.#home = definition.home;
    this.#clocks = clocks;
    this.#letters = letters;
    this.#written = new JustWritten(definition);
  }

  /** A step begins, with the first way to answer. */
  begin(trigger: Trigger | undefined, visits: Visits): void {
    this.#bits = [];
    this.isTooMuch = false;
    this.#trigger = trigger;
    this.again(visits);
  }

  /** The next way to answer; false when all have been tried. */
  next(visits: Visits): boolean {
    this.#bits.length = this.#used;
    while (this.#bits.length > 0 && this.#bits.at(-1) === false) this.#bits.pop();
    if (this.#bits.length === 0) return false;
    this.#bits[this.#bits.length - 1] = false;
    this.again(visits);
    return true;
  }

  private again(visits: Visits): void {
    this.#used = 0;
    this.notes.length = 0;
    this.asked.length = 0;
    this.#now.clear();
    this.#written.clear();
    this.visits.clear();
    for (const [id, count] of visits) this.visits.set(id, count);
    if (!this.#trigger) return;
    this.#clocks.fired(this.#trigger, this.visits);
    this.#letters.fired(this.#trigger, this.visits);
  }

  readonly answer = (row: FreeRow, enters: CompiledRow['enters'], snapshot: AnyMachineSnapshot): boolean => {
    const position = positionOf(snapshot);
    if (this.#isUsedUp(row, enters(position.history))) return false;
    if (row.row.actions?.some((action) => action.type === 'clock' && action.params.do === 'extend')) {
      if (!this.#ask(`${row.at} extends`, { row: row.at })) return false;
    }
    const condition = row.row.guard?.params;
    if (!condition) return true;
    const outcome = this.#trigger?.outcome;
    const { answers } = this.#written;
    const rest = residual(condition, { isIn: position.isIn, answers, ...(outcome !== undefined && { outcome }) });
    return typeof rest === 'boolean' ? rest : this.#ask(JSON.stringify(rest), { row: row.at, condition: rest });
  };

  #isUsedUp(row: FreeRow, enters: readonly string[]): boolean {
    if (row.target !== undefined && row.target === this.#home) return false;
    return enters.some((id) => (this.visits.get(id) ?? 0) >= (this.#states.get(id)?.maxVisits ?? Number.POSITIVE_INFINITY));
  }

  #ask(key: string, asked: Pick<Asked, 'row' | 'condition'>): boolean {
    const known = this.#now.get(key);
    if (known !== undefined) return known;
    if (this.#used >= answersMax) {
      this.isTooMuch = true;
      return false;
    }
    if (this.#used === this.#bits.length) this.#bits.push(true);
    const counts = this.#bits[this.#used] ?? false;
    this.#used += 1;
    this.#now.set(key, counts);
    this.asked.push({ ...asked, counts, place: 0, notes: this.notes.length });
    return counts;
  }

  /** An action of the machine: what it does is noted, and data may have changed since the last answer. */
  readonly note = (note: Note): void => {
    this.notes.push(note);
    if (note.is === 'taken') {
      this.#now.clear();
      this.#clocks.does(note.row.row.actions, this.visits);
      this.#written.does(note.row.row.actions);
      return;
    }
    const state = this.#states.get(note.state);
    const actions = note.is === 'entered' ? state?.definition.entry : state?.definition.exit;
    this.#written.does(actions);
    if (note.is === 'entered') {
      if (note.state === this.#home) this.visits.clear();
      this.#clocks.entered(state?.tags, this.visits);
    }
    this.#clocks.does(actions, this.visits);
    if (note.is === 'left') this.#letters.left(note.state, this.visits);
    if (note.is !== 'entered') return;
    const most = state?.maxVisits;
    // Used up is used up: how often more it was entered by a stage around it makes no difference.
    if (most !== undefined && note.state !== this.#home)
      this.visits.set(note.state, Math.min(most, (this.visits.get(note.state) ?? 0) + 1));
  };
}
