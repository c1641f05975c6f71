import { ask } from '../server/request.ts';
import type { Page } from '../server/shapes/basics.ts';
import type { TaskSearch } from '../server/shapes/case-work.ts';
import type { DeliveredEvent } from '../server/shapes/cases.ts';
import type { Submission, TaskRow, TaskView } from '../server/shapes/work.ts';

const at = (id: string, act = '') => `/tasks/${encodeURIComponent(id)}${act}`;

export const searchTasks = (search: TaskSearch, signal?: AbortSignal) =>
  ask<Page<TaskRow>>({ method: 'POST', path: '/tasks/search', body: search, ...(signal ? { signal } : {}) });
export const readTask = (id: string) => ask<TaskView>({ method: 'GET', path: at(id) });
export const claimTask = (id: string, idempotencyKey: string) =>
  ask<DeliveredEvent>({ method: 'POST', path: at(id, '/claim'), body: {}, idempotencyKey });
export const releaseTask = (id: string, idempotencyKey: string) =>
  ask<DeliveredEvent>({ method: 'POST', path: at(id, '/release'), body: {}, idempotencyKey });
export const completeTask = (id: string, body: Submission, idempotencyKey: string) =>
  ask<DeliveredEvent>({ method: 'POST', path: at(id, '/completion'), body, idempotencyKey });
