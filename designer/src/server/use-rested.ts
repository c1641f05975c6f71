import { useCallback, useEffect, useRef } from 'react';

/** Many hints, one question: what is called runs once, `pauseMs` after the first time it was asked for. */
export function useRested(call: () => void, pauseMs: number): () => void {
  const latest = useRef(call);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, pauseMs);
  }, [pauseMs]);
}
