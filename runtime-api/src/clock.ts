import type { ProcessClock } from './ports.ts';

/** Longer waits overflow in Node; a wake-up after this time looks again. */
const waitMaxMs = 1_000_000_000;

/** Process time, corrected by how far the store's clock is ahead. */
export function processClock(aheadMs: () => number = () => 0): ProcessClock {
  const now = (): number => Date.now() + aheadMs();
  return {
    now,
    wake: (atMs, call) => {
      let timer: NodeJS.Timeout;
      // Node may call up to a millisecond early: never early means looking again.
      const wait = (): void => {
        timer = setTimeout(() => (now() >= atMs ? call() : wait()), Math.min(Math.max(1, Math.ceil(atMs - now())), waitMaxMs));
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}
