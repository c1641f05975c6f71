import type { Work } from './ports.ts';
import type { Commit } from './store/commit.ts';

/** Tells the workers of this process what its commits left to do. They poll as well: being told only saves the wait. */
export function openWork(
  told: Partial<Pick<Work, 'fired' | 'lostRace'>>,
): Work & { readonly onEffects: (listener: () => void) => () => void } {
  const watchers = new Set<(commit: Commit) => void>();
  const listeners = new Set<() => void>();
  return {
    committed: (commit) => {
      for (const watcher of [...watchers]) watcher(commit);
      if (commit.unsettled.effects.length > 0) for (const listener of [...listeners]) listener();
    },
    effectsWaiting: () => {
      for (const listener of [...listeners]) listener();
    },
    fired: told.fired ?? (() => undefined),
    lostRace: told.lostRace ?? (() => undefined),
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    onEffects: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
