import type { TaskSearch } from '../server/shapes/case-work.ts';
import { endOfDay, type Today } from './task-groups.ts';

export const taskTabs = ['mine', 'queue', 'done'] as const;
export type TaskTab = (typeof taskTabs)[number];
export const dueFilters = ['any', 'overdue', 'today', 'week'] as const;
export type DueFilter = (typeof dueFilters)[number];

/** What the address of "My tasks" says: tab, filters and the chosen task. */
export interface TasksAddress {
  readonly view: TaskTab;
  readonly due: DueFilter;
  readonly role?: string;
  readonly task?: string;
}

/** Reads the address; what is unknown or wrong is left out. */
export function readTasksAddress(search: Readonly<Record<string, unknown>>): TasksAddress {
  return {
    view: taskTabs.find((tab) => tab === search.view) ?? 'mine',
    due: dueFilters.find((due) => due === search.due) ?? 'any',
    ...(typeof search.role === 'string' ? { role: search.role } : {}),
    ...(typeof search.task === 'string' ? { task: search.task } : {}),
  };
}

/** The address without what goes without saying. */
export function writeTasksAddress(address: TasksAddress): Record<string, string> {
  return {
    ...(address.view === 'mine' ? {} : { view: address.view }),
    ...(address.due === 'any' ? {} : { due: address.due }),
    ...(address.role === undefined ? {} : { role: address.role }),
    ...(address.task === undefined ? {} : { task: address.task }),
  };
}

/** The question to the server. `dueBefore` is the minute of now for what is overdue, else midnight. */
export function taskQuestion({ view, due, role }: TasksAddress, today: Today): TaskSearch {
  return {
    scope: view,
    limit: 50,
    ...(role === undefined ? {} : { role }),
    ...(due === 'overdue' ? { dueBefore: new Date(Math.floor(today.now / 60_000) * 60_000).toISOString() } : {}),
    ...(due === 'today' ? { dueBefore: endOfDay(0, today) } : {}),
    ...(due === 'week' ? { dueBefore: endOfDay(6, today) } : {}),
  };
}
