import { expect, test } from '@jest/globals';
import type { CaseState, ClockState, Task, Timer } from '../case-state.ts';
import { taskDueAt } from './task-due.ts';

const opened = '2026-03-02T09:00:00.000Z';
const day = (date: number) => `2026-03-${String(date).padStart(2, '0')}T22:00:00.000Z`;
const task = (more: Partial<Task>): Task => ({
  id: 'telling:2',
  step: 'telling',
  kind: 'print',
  role: 'handler',
  openedAt: opened,
  excludes: [],
  hides: [],
  competence: [],
  ...more,
});
const timer = (step: string, date: number): Timer => ({
  id: `${step}.late`,
  event: 'timer.fire',
  step,
  delay: 'late',
  dueAt: day(date),
  armedAt: opened,
  armedRevision: 2,
  seq: 1,
});
const clock = (date: number, more: Partial<ClockState> = {}): ClockState => ({
  startedAt: opened,
  dueAt: day(date),
  pauses: [],
  limit: 'promise',
  term: { days: 28, calendar: 'office' },
  extended: 0,
  warned: [],
  ...more,
});
const state = (more: Partial<CaseState>): Pick<CaseState, 'status' | 'timers' | 'clocks'> => ({
  status: 'active',
  timers: [],
  clocks: {},
  ...more,
});

test('a letter to be posted is due with the first of its step’s deadline and the clocks that run', () => {
  const timers = [timer('telling', 9), timer('examining', 4)];
  expect(taskDueAt(task({}), state({ timers, clocks: { promise: clock(28) } }))).toBe(day(9));
  expect(taskDueAt(task({}), state({ timers, clocks: { promise: clock(6), law: clock(5, { stoppedAt: opened }) } }))).toBe(day(6));
  expect(taskDueAt(task({ step: '' }), state({ timers }))).toBeUndefined();
  expect(taskDueAt(task({}), state({ status: 'ended', clocks: { promise: clock(6) } }))).toBeUndefined();
});

test('work has the date that the procedure gives it, and none else', () => {
  const clocks = { promise: clock(3) };
  expect(taskDueAt(task({ kind: 'work', dueAt: day(12) }), state({ clocks }))).toBe(day(12));
  expect(taskDueAt(task({ kind: 'work' }), state({ clocks }))).toBeUndefined();
});
