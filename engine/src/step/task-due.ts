import type { CaseState, Task } from '../case-state.ts';

/**
 * When an open task is due, as people see it. A letter to be printed and posted has no date of its own: it is due with whatever comes first of the deadlines
 * of the step that wrote it and of the clocks that run. A case that has ended waits for nothing any more.
 */
export function taskDueAt(task: Task, { status, timers, clocks }: Pick<CaseState, 'status' | 'timers' | 'clocks'>): string | undefined {
  if (task.dueAt !== undefined || task.kind !== 'print' || status !== 'active') return task.dueAt;
  const running = Object.values(clocks).filter((clock) => clock.stoppedAt === undefined);
  const waiting = timers.filter((timer) => timer.step === task.step && timer.delay !== undefined);
  return [...waiting, ...running].map(({ dueAt }) => dueAt).sort()[0];
}
