import type { Ports } from './ports.ts';

export interface Poll {
  /** Settles when the look that is on its way is over. */
  readonly over: () => Promise<void>;
  /** No look begins any more; settles when the last one is over. */
  readonly stop: () => Promise<void>;
}

/**
 * The net below every worker: looks again and again, with a little jitter so that processes do not look together, one look after the other.
 * A look that fails is a line in the log (`failed`), and the next one comes.
 */
export function startPoll(
  ports: Pick<Ports, 'clock' | 'random' | 'log'>,
  { everyMs, failed }: { readonly everyMs: number; readonly failed: string },
  look: () => Promise<void>,
): Poll {
  let stopped = false;
  let over: Promise<void> = Promise.resolve();
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = ports.clock.wake(ports.clock.now() + everyMs * (0.9 + 0.2 * ports.random.share()), () => {
      over = look()
        .catch((problem: unknown) => ports.log.warn({ problem: String(problem) }, failed))
        .finally(() => stopped || next());
    });
  };
  next();
  return {
    over: () => over,
    stop: async () => {
      stopped = true;
      cancel();
      await over;
    },
  };
}
