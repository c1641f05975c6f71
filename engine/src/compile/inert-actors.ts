import type { AnyActorLogic, Snapshot } from 'xstate';

/** Stands in for every task, letter, service and sub-procedure: the machine believes it has a child, and the child does nothing. We run them ourselves. */
const inert: AnyActorLogic = {
  getInitialSnapshot: (): Snapshot<unknown> => ({ status: 'active', output: undefined, error: undefined }),
  transition: (snapshot: Snapshot<unknown>): Snapshot<unknown> => snapshot,
  getPersistedSnapshot: (snapshot: Snapshot<unknown>): Snapshot<unknown> => snapshot,
  restoreSnapshot: (snapshot: Snapshot<unknown>): Snapshot<unknown> => snapshot,
};

export const inertActors = { task: inert, letter: inert, service: inert, case: inert };
