import type { CaseState, Task } from '../case-state.ts';
import type { Compiled, CompiledRow } from '../compile/compiled.ts';
import type { Actor } from '../event.ts';
import type { Calendar, Calendars } from '../time/calendar.ts';
import { activeIds } from './actor-scope.ts';
import { exclusionOf, holdingOf } from './exclusion.ts';
import { holds, isOpen, type Position, positionOf } from './row-guard.ts';
import { guarded, restore } from './run-machine.ts';
import { formOf, rolesOf, rowsTaking, sendersOf, tasksOf } from './senders.ts';
import type { Offer } from './step.ts';
import { openWork, type Work } from './work.ts';

/** Zone of the times in a case nobody handed calendars in for. */
const anywhere: Calendar = { id: 'organisation', version: 0, timeZone: 'UTC', week: {}, holidays: [] };

/**
 * What could be done now, in the order of the definition, and for this actor whether and why not. A button whose every row is used up is not
 * offered. What a form may still decide counts as possible.
 */
export function acceptedEvents(
  compiled: Compiled,
  state: CaseState,
  actor: Actor,
  calendars: Calendars = { organisation: anywhere },
): readonly Offer[] {
  if (state.status !== 'active') return [];
  const work = openWork(compiled, state, { id: '', type: '', at: state.updatedAt, by: actor }, calendars);
  const snapshot = restore(work);
  const around = { work, active: activeIds(snapshot), position: positionOf(snapshot) };
  return Object.keys(compiled.definition.events).flatMap((event) => offersOf(event, around));
}

interface Around {
  readonly work: Work;
  readonly active: readonly string[];
  readonly position: Position;
}

function offersOf(event: string, around: Around): readonly Offer[] {
  const { work, active, position } = around;
  const rows = rowsTaking(work.compiled, active, event).filter((row) => isOpen(row, work, position));
  const [first] = rows;
  if (!first) return [];
  const tasks = [...new Set(rows.flatMap((row) => (row.by ? [] : tasksOf(work.compiled, work.tasks, row))))];
  const free = rows.some((row) => row.by !== undefined);
  const whose: readonly (Task | undefined)[] = free || tasks.length === 0 ? [undefined] : tasks;
  return whose.map((task) => offer(event, { ...around, rows, ...(task && { task }) }));
}

function offer(event: string, around: Around & { readonly rows: readonly CompiledRow[]; readonly task?: Task }): Offer {
  const { work, rows, task } = around;
  const form = formOf(work.compiled, event, task);
  const because = hindrance(event, around);
  const requires = rows[0]?.requires ?? [];
  return {
    event,
    ...(form !== undefined && { form }),
    ...(requires.length > 0 && { requires }),
    ...(task && { task: task.id }),
    from: rows[0]?.source ?? '',
    possible: because === undefined,
    ...because,
  };
}

function hindrance(
  event: string,
  around: Around & { readonly rows: readonly CompiledRow[]; readonly task?: Task },
): Pick<Offer, 'because' | 'facts'> | undefined {
  const { work, rows, task } = around;
  const actor = work.event.by ?? { roles: [] };
  const allowed = task ? [task.role] : [...new Set(rows.flatMap((row) => sendersOf(work.compiled, work.tasks, row)))];
  const roles = rolesOf(work);
  if (!allowed.some((role) => roles.has(role))) return { because: 'role', facts: { allowed } };
  if (task?.assignee !== undefined && task.assignee !== actor.person && task.assignee !== actor.onBehalfOf)
    return { because: 'claimed', facts: { by: task.assignee } };
  const away = exclusionOf(actor, task ?? { id: '', excludes: [] }, holdingOf(work));
  if (away) return { because: 'excluded', facts: { role: away.role, person: away.person } };
  return rows.some((row) => mayCount(row, event, around)) ? undefined : { because: 'condition' };
}

/** The condition holds with what is saved, or a form still to be filled in decides it. */
function mayCount(row: CompiledRow, event: string, around: Around & { readonly task?: Task }): boolean {
  const { compiled } = around.work;
  const id = formOf(compiled, event, around.task);
  const asked = new Set(
    (id === undefined ? [] : (compiled.forms.get(id)?.fields ?? [])).filter((entry) => !entry.readOnly).map((entry) => entry.field.id),
  );
  if (row.reads === 'any' ? asked.size > 0 : row.reads.some((field) => asked.has(field))) return true;
  // A condition that fails is an incident when the event comes, not when somebody looks.
  const work: Work = { ...around.work };
  const held = guarded(work, () => holds(row, work, around.position));
  return held.ok && held.value;
}
