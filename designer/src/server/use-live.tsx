import { createContext, useContext, useEffect, useRef } from 'react';
import type { Listener, Live } from './live.ts';

const LiveContext = createContext<Live | undefined>(undefined);
export const LiveProvider = LiveContext.Provider;

/** The line itself, for what a page tells the others; none where nobody is connected. */
export const useLiveLine = (): Live | undefined => useContext(LiveContext);

/** Listens in a room while the page is there: `useLive('case:42', { hint, refill })`. Does nothing for `undefined`. */
export function useLive(room: string | undefined, listener: Listener): void {
  const live = useContext(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    if (!live || room === undefined) return;
    return live.join(room, {
      hint: (hint) => latest.current.hint(hint),
      refill: () => latest.current.refill(),
      present: (people) => latest.current.present?.(people),
    });
  }, [live, room]);
}
