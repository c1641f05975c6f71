import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** The window's clock: the only reader of the time of day. It moves once a minute, tests hand in a fixed one. */
const Now = createContext<number | undefined>(undefined);

export function NowProvider({ fixed, children }: { readonly fixed?: number; readonly children: ReactNode }) {
  const [now, setNow] = useState(() => fixed ?? Date.now());
  useEffect(() => {
    if (fixed !== undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, [fixed]);
  return <Now.Provider value={fixed ?? now}>{children}</Now.Provider>;
}

/** Milliseconds since the epoch, at most 30 s old. */
export function useNow(): number {
  const now = useContext(Now);
  if (now === undefined) throw new Error('useNow needs a NowProvider around it');
  return now;
}
