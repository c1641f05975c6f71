import type { Task } from '../case-state.ts';
import type { Compiled, CompiledRow } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import { personsNamed } from './exclusion.ts';
import { stepsWithin } from './steps-within.ts';
import type { Work } from './work.ts';

/** Rows of the active steps and stages, and of the root, that take an event, the innermost first. */
export function rowsTaking(compiled: Compiled, active: readonly string[], event: string): readonly CompiledRow[] {
  const sources = compiled.rows.get(event);
  if (!sources) return [];
  return [...active]
    .reverse()
    .concat('')
    .flatMap((id) => sources.get(id) ?? []);
}

/** Roles in which the actor acts, with those whose field names him in this case. `system` is what services are, and nobody else. */
export function rolesOf(work: Work): ReadonlySet<string> {
  const actor = work.event.by;
  const roles = new Set((actor?.roles ?? []).filter((role) => role !== 'system'));
  if (actor?.service !== undefined) roles.add('system');
  const holder = actor?.onBehalfOf ?? actor?.person;
  if (holder === undefined) return roles;
  for (const [role, field] of work.compiled.heldRoles) if (personsNamed(own(work.fields, field)).includes(holder)) roles.add(role);
  return roles;
}

/** Open work whose doing the row could end: the task of its step, or of the steps within its stage. */
export function tasksOf(compiled: Compiled, tasks: readonly Task[], row: CompiledRow): readonly Task[] {
  const steps = stepsWithin(compiled.states, row.source);
  return tasks.filter((task) => task.kind === 'work' && steps.has(task.step));
}

/** Roles that may send the event by this row: the row's own word, that of the event, else the role of the task. */
export const sendersOf = (compiled: Compiled, tasks: readonly Task[], row: CompiledRow): readonly string[] =>
  row.by ?? tasksOf(compiled, tasks, row).map((task) => task.role);

/** Without `by` an event ends the task of the step, and submits its form unless it has one of its own. */
export const isOutcome = (compiled: Compiled, event: string): boolean => own(compiled.definition.events, event)?.by === undefined;

export const formOf = (compiled: Compiled, event: string, task: Task | undefined): string | undefined => {
  const definition = own(compiled.definition.events, event);
  return definition?.form ?? (definition?.by === undefined ? task?.form : undefined);
};
