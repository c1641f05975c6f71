import { type Calendars, type Clock, type Definition, type Delay, dueAt, resolveDelay, type State, type Text } from '@redress/engine';

/** What follows when a case begins now: the first step, who does it, until when, and what the clocks promise. Instants are UTC ISO. */
export interface WhatHappensNext {
  readonly step: Text;
  /** Role of the first task, by its title. */
  readonly who?: Text;
  readonly due?: ComingDate;
  readonly clocks: readonly (ComingDate & { readonly title: Text; readonly kind: Clock['kind'] })[];
  /** Letters that go on the way into the first step. */
  readonly letters: readonly Text[];
}
export interface ComingDate {
  readonly at: string;
  readonly delay: Delay;
}

/**
 * Read from the definition and the working calendars, as the engine will count: clocks from the day of receipt, the deadline of a step from now.
 * Dates that depend on answers not given yet (computed delays) are left out, never guessed.
 */
export function whatHappensNext(
  definition: Definition,
  times: { readonly receivedAt: string; readonly now: string },
  calendars: Calendars,
): WhatHappensNext | undefined {
  const entered = firstSteps(definition);
  const first = entered.at(-1);
  if (!first?.meta) return undefined;
  const role = first.invoke?.src === 'task' ? definition.roles[first.invoke.input.role] : undefined;
  const deadline = deadlineOf(entered);
  const due = deadline === undefined ? undefined : coming(definition, deadline, times.now, calendars);
  const tags = new Set(entered.flatMap((state) => state.tags ?? []));
  const clocks = Object.values(definition.clocks).flatMap((clock) => {
    const date = clock.starts.some((tag) => tags.has(tag)) ? coming(definition, clock.limit, times.receivedAt, calendars) : undefined;
    return date ? [{ ...date, title: clock.title, kind: clock.kind }] : [];
  });
  const entry = entered.flatMap((state) => state.entry ?? []);
  const letters = entry.flatMap((action) => {
    const letter = action.type === 'letter' ? definition.letters[action.params.letter] : undefined;
    return letter ? [letter.title] : [];
  });
  return { step: first.meta.title, ...(role ? { who: role.title } : {}), ...(due ? { due } : {}), clocks, letters };
}

/** The first step with the stages around it, outermost first. Of tracks at the same time the first is shown. */
function firstSteps(definition: Definition): readonly State[] {
  const entered: State[] = [];
  let inside: { readonly initial?: string; readonly states?: Readonly<Record<string, State>> } | undefined = definition.machine;
  while (inside?.states) {
    const next: State | undefined = inside.initial === undefined ? Object.values(inside.states)[0] : inside.states[inside.initial];
    if (!next) break;
    entered.push(next);
    inside = next;
  }
  return entered;
}

/** What people see as due: the rung that the task names, else the row that leads away, of the step or of a stage around it. */
function deadlineOf(entered: readonly State[]): string | undefined {
  const first = entered.at(-1);
  if (first?.invoke?.src === 'task' && first.invoke.input.due !== undefined) return first.invoke.input.due;
  for (const state of [...entered].reverse()) {
    const leaving = Object.entries(state.after ?? {}).find(([, rows]) => rows.some((row) => row.target !== undefined));
    if (leaving) return leaving[0];
  }
  return undefined;
}

function coming(definition: Definition, name: string, from: string, calendars: Calendars): ComingDate | undefined {
  const delay = definition.delays[name];
  if (!delay) return undefined;
  const term = resolveDelay(delay, definition.calendar === undefined ? {} : { calendar: definition.calendar }, calendars);
  if (!term.ok) return undefined;
  const calendar = calendars[term.value.calendar] ?? calendars.organisation;
  const due = dueAt(term.value, from, calendar);
  return due.ok ? { at: due.value, delay } : undefined;
}
