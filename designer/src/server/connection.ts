import { useEffect, useSyncExternalStore } from 'react';

/** Whether the server can be reached, as the last request or the socket found it. */
export interface Connection {
  readonly lost: () => void;
  readonly found: () => void;
  /** Milliseconds since the epoch since when nothing answered; `undefined` while all is well. */
  readonly lostSince: () => number | undefined;
  readonly subscribe: (call: () => void) => () => void;
}

export function createConnection(clock: () => number): Connection {
  let since: number | undefined;
  const listeners = new Set<() => void>();
  const move = (next: number | undefined) => {
    if ((since === undefined) === (next === undefined)) return;
    since = next;
    for (const call of listeners) call();
  };
  return {
    lost: () => move(clock()),
    found: () => move(undefined),
    lostSince: () => since,
    subscribe: (call) => {
      listeners.add(call);
      return () => listeners.delete(call);
    },
  };
}

export const connection = createConnection(Date.now);

/** Since when nothing answered, for a page; `onBack` is called when something answers again. */
export function useLostSince(onBack?: () => void): number | undefined {
  useEffect(() => onBack && connection.subscribe(() => connection.lostSince() ?? onBack()), [onBack]);
  return useSyncExternalStore(connection.subscribe, connection.lostSince);
}
