import type { ProcessClock } from '../../../runtime-api/src/ports.ts';

/** A clock that runs on through crashes and restarts, some times faster than the one on the wall: a lease of half a minute ends after seconds. */
export function quickClock({ origin, times }: { readonly origin: string; readonly times: number }): ProcessClock {
  const startMs = Date.parse(origin);
  const now = (): number => Math.floor(startMs + (Date.now() - startMs) * times);
  return {
    now,
    wake: (atMs, call) => {
      let timer: NodeJS.Timeout;
      // Node may call up to a millisecond early: never early means looking again.
      const wait = (): void => {
        timer = setTimeout(() => (now() >= atMs ? call() : wait()), Math.min(Math.max(1, Math.ceil((atMs - now()) / times)), 2 ** 30));
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}
