import type { CaseState } from '../case-state.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { Event } from '../event.ts';
import { openSteps } from '../step/open-steps.ts';
import type { Step } from '../step/step.ts';
import { taskDueAt } from '../step/task-due.ts';
import type {
  Coverage,
  RehearsalProblem,
  RehearsedDeadline,
  RehearsedLetter,
  RehearsedLine,
  RehearsedRefusal,
  RehearsedTask,
} from './rehearsal.ts';
import { rowsOf } from './rows-of.ts';

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** What was done to one case. */
export interface Happening {
  readonly compiled: Compiled;
  readonly before?: CaseState;
  readonly step: Step;
  readonly event: Event;
}

/** Writes down what happens in a rehearsal: lines, tasks and deadlines are read off the states before and after. */
export class Chronicle {
  readonly journal: RehearsedLine[] = [];
  readonly letters: Writable<RehearsedLetter>[] = [];
  readonly refused: RehearsedRefusal[] = [];
  readonly problems: RehearsalProblem[] = [];
  readonly deadlines: Writable<RehearsedDeadline>[] = [];
  readonly tasks: Writable<RehearsedTask>[] = [];
  readonly #openDeadlines = new Map<string, Writable<RehearsedDeadline>>();
  readonly #openTasks = new Map<string, Writable<RehearsedTask>>();
  readonly #taken = new Map<string, Map<string, number>>();

  note(happening: Happening): void {
    this.#line(happening);
    const { compiled, before, step, event } = happening;
    if (before) this.#closeTimers(before, step.state, event);
    if (before) this.#closeTasks(before, step.state, event);
    this.goOn(compiled, step.state);
  }

  /** What is open in a case: what is new is written down, what was known may have another date. */
  goOn(compiled: Compiled, state: CaseState): void {
    this.#openTimers(compiled, state);
    this.#noteTasks(compiled, state);
  }

  /** Rows of these procedures, taken or not. */
  coverage(compiled: readonly Compiled[]): readonly Coverage[] {
    return compiled.map(({ definition }) => {
      const times = this.#taken.get(definition.id);
      const rows = rowsOf(definition).map((at) => ({ at, times: times?.get(at) ?? 0 }));
      return { process: definition.id, rows, taken: rows.filter((row) => row.times > 0).length };
    });
  }

  #line({ compiled, before, step, event }: Happening): void {
    const { state, trace, changed, filed } = step;
    const taken = trace.flatMap((microstep) => microstep.transitions);
    const timer = event.payload?.timer;
    this.journal.push({
      at: event.at,
      caseId: state.caseId,
      process: compiled.definition.id,
      revision: state.revision,
      event: event.type,
      ...(event.by && { by: event.by }),
      ...(typeof timer === 'string' && { timer }),
      taken,
      changed,
      filed,
      steps: stepsOf(compiled, state),
      ...(state.status !== 'active' && (before?.status ?? 'active') === 'active' && { ends: true as const }),
    });
    const times = this.#taken.get(compiled.definition.id) ?? new Map<string, number>();
    this.#taken.set(compiled.definition.id, times);
    for (const { at } of taken) times.set(at, (times.get(at) ?? 0) + 1);
  }

  #closeTimers(before: CaseState, after: CaseState, event: Event): void {
    const armed = new Set(after.timers.map((timer) => timerKey(after, timer)));
    for (const timer of before.timers) {
      const key = timerKey(after, timer);
      const row = this.#openDeadlines.get(key);
      if (armed.has(key) || !row) continue;
      row.end = event.payload?.timer === timer.id ? 'fired' : 'dropped';
      row.endedAt = event.at;
      this.#openDeadlines.delete(key);
    }
  }

  #openTimers(compiled: Compiled, state: CaseState): void {
    const { caseId } = state;
    for (const timer of state.timers) {
      const known = this.#openDeadlines.get(timerKey(state, timer));
      if (known) known.dueAt = timer.dueAt;
      if (known) continue;
      const { id, armedAt, dueAt } = timer;
      const row: Writable<RehearsedDeadline> = { caseId, process: compiled.definition.id, timer: id, armedAt, dueAt, end: 'open' };
      this.#openDeadlines.set(timerKey(state, timer), row);
      this.deadlines.push(row);
    }
  }

  #closeTasks(before: CaseState, { caseId, tasks }: CaseState, event: Event): void {
    const open = new Set(tasks.map((task) => task.id));
    for (const task of before.tasks) {
      const row = this.#openTasks.get(`${caseId} ${task.id}`);
      if (open.has(task.id) || !row) continue;
      row.closedAt = event.at;
      row.closedBy = { event: event.type, ...(event.by?.person !== undefined && { person: event.by.person }) };
      this.#openTasks.delete(`${caseId} ${task.id}`);
    }
  }

  #noteTasks(compiled: Compiled, state: CaseState): void {
    const { caseId } = state;
    for (const task of state.tasks) {
      const known = this.#openTasks.get(`${caseId} ${task.id}`);
      const { id, step: place, kind, role, openedAt } = task;
      const dueAt = taskDueAt(task, state);
      if (known) {
        known.role = role;
        if (dueAt === undefined) delete known.dueAt;
        else known.dueAt = dueAt;
        continue;
      }
      const row = {
        caseId,
        process: compiled.definition.id,
        task: id,
        step: place,
        kind,
        role,
        openedAt,
        ...(dueAt !== undefined && { dueAt }),
      };
      this.#openTasks.set(`${caseId} ${id}`, row);
      this.tasks.push(row);
    }
  }
}

const timerKey = ({ caseId }: CaseState, timer: { readonly id: string; readonly armedRevision: number }): string =>
  `${caseId} ${timer.id} ${timer.armedRevision}`;

export const stepsOf = (compiled: Compiled, state: CaseState): readonly string[] => openSteps(compiled, state).map((open) => open.step);
