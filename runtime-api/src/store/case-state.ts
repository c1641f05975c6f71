import {
  type CaseState,
  type ClockState,
  type Json,
  type Performance,
  type Snapshot,
  type Task,
  type Timer,
  taskDueAt,
} from '@redress/engine';
import type { CaseDocument } from './models/case.ts';

/** The end of time, as a sort key: after every date, for what is not due. */
export const never = '9999-12-31T00:00:00.000Z';

/** The engine's state out of a stored case. We wrote it, so it is not checked again; `verify` compares its hash. */
export function stateOf(document: CaseDocument): CaseState {
  return {
    caseId: document._id,
    revision: document.revision,
    status: document.status,
    ...(document.outcome === undefined ? {} : { outcome: document.outcome }),
    startedAt: document.startedAt,
    updatedAt: document.updatedAt,
    channel: document.channel,
    ...(document.number === undefined ? {} : { number: document.number }),
    snapshot: snapshotOf(document),
    tasks: tasksOf(document),
    timers: document.timers as unknown as readonly Timer[],
    clocks: document.clocks as unknown as { readonly [id: string]: ClockState },
    performedBy: document.performedBy as unknown as {
      readonly [step: string]: readonly Performance[];
    },
    records: document.records as unknown as CaseState['records'],
    keptAway: document.keptAway as unknown as CaseState['keptAway'],
    ...(document.parent === undefined ? {} : { parent: document.parent }),
  };
}

export const snapshotOf = ({ snapshot }: Pick<CaseDocument, 'snapshot'>): Snapshot => JSON.parse(snapshot) as Snapshot;
export const tasksOf = ({ tasks }: Pick<CaseDocument, 'tasks'>): readonly Task[] => tasks.map(taskFromStored);

/** The fields of a stored case that are the engine's state. Letters of print tasks are text: their facts have dots in their names. */
export function storedState(
  state: CaseState,
): Omit<CaseDocument, 'organisation' | 'definition' | 'createdAt' | 'title' | 'searchKeys' | 'unsettled' | 'head' | 'incidents' | 'hops'> {
  const nextDueAt = least(state.timers.map((timer) => timer.dueAt));
  return {
    _id: state.caseId,
    revision: state.revision,
    status: state.status,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(state.number === undefined ? {} : { number: state.number }),
    channel: state.channel,
    startedAt: state.startedAt,
    updatedAt: state.updatedAt,
    states: statesOf(state.snapshot.value),
    snapshot: JSON.stringify(state.snapshot),
    tasks: state.tasks.map(taskToStored),
    timers: state.timers as unknown as readonly Json[],
    clocks: state.clocks as unknown as Json,
    performedBy: state.performedBy as unknown as Json,
    records: state.records as unknown as readonly Json[],
    keptAway: state.keptAway,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    dueSort: dueOf(state) ?? never,
    ...(state.parent === undefined ? {} : { parent: state.parent }),
  };
}

/** Ids of active steps and of the stages around them, outermost first: the keys and leaves of XState's state value. */
export function statesOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...statesOf(inner)]);
}

/** The active steps without the stages around them. */
function stepsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const within = stepsOf(inner);
    return within.length === 0 ? [key] : within;
  });
}

/** Where a running case stands, as one text: its procedure, then its steps. Ids have no blanks. */
export function standingOf(definition: string, state: CaseState): { readonly standing?: string } {
  return state.status === 'active' ? { standing: [definition, ...stepsOf(state.snapshot.value)].join(' ') } : {};
}

export function readStanding(standing: string): { readonly definition: string; readonly steps: readonly string[] } {
  const [definition = '', ...steps] = standing.split(' ');
  return { definition, steps };
}

/** What people see as due next: open tasks and running clocks. */
function dueOf(state: CaseState): string | undefined {
  if (state.status !== 'active') return undefined;
  const clocks = Object.values(state.clocks).filter((clock) => clock.stoppedAt === undefined);
  return least([...state.tasks.flatMap((task) => taskDueAt(task, state) ?? []), ...clocks.map((clock) => clock.dueAt)]);
}

function least(times: readonly string[]): string | undefined {
  let earliest: string | undefined;
  for (const time of times) if (earliest === undefined || time < earliest) earliest = time;
  return earliest;
}

function taskToStored(task: Task): Json {
  const { letter, ...rest } = task;
  return (letter === undefined ? rest : { ...rest, letter: JSON.stringify(letter) }) as unknown as Json;
}

function taskFromStored(stored: Json): Task {
  const task = stored as unknown as Task & { readonly letter?: unknown };
  return typeof task.letter === 'string' ? { ...task, letter: JSON.parse(task.letter) } : task;
}
