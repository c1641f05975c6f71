import type { advance, Compiled } from '@redress/engine';
import type { Fault } from './rows.ts';

/** XState restores a position in breadth order; the engine's sorting of it does nothing. */
export const nodesUnsorted: Fault<Compiled> = (compiled, hit) => {
  const { machine } = compiled;
  const restoring: typeof machine = Object.create(machine, {
    restoreSnapshot: {
      value: (...words: Parameters<typeof machine.restoreSnapshot>) => {
        hit();
        const snapshot = machine.restoreSnapshot(...words);
        const nodes = [...snapshot._nodes];
        snapshot._nodes = Object.assign(nodes, { sort: () => nodes });
        return snapshot;
      },
    },
  });
  return { ...compiled, machine: restoring };
};

/** Whoever names an old task of a step means the one that is open now. */
export const staleTaskTaken: Fault<typeof advance> = (real, hit) => (compiled, state, event, calendars) => {
  const named = event.payload?.task;
  const step = typeof named === 'string' ? named.slice(0, named.lastIndexOf(':')) : undefined;
  const open = state.tasks.find((task) => task.step === step);
  if (open === undefined || open.id === named) return real(compiled, state, event, calendars);
  hit();
  return real(compiled, state, { ...event, payload: { ...event.payload, task: open.id } }, calendars);
};
