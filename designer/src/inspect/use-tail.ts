import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface Tail {
  /** Events up to this revision are shown. */
  readonly until: number;
  /** Takes over what has come meanwhile and goes to its end. */
  readonly show: () => void;
  /** Stands at the end of the list. */
  readonly end: RefObject<HTMLDivElement | null>;
}

/**
 * The end of a list that grows: followed while the reader looks at it and nothing holds it. Otherwise what comes waits until it is asked for, so
 * that nothing moves under the reader. `newest` is 0 while nothing is known yet.
 */
export function useTail(newest: number, held: boolean): Tail {
  const end = useRef<HTMLDivElement>(null);
  const inSight = useRef(true);
  const [until, setUntil] = useState(0);
  const [going, setGoing] = useState(false);
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const observer = new IntersectionObserver(([seen]) => {
      inSight.current = seen?.isIntersecting ?? true;
    });
    observer.observe(mark);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (until === 0) setUntil(newest);
    else if (newest > until && !held && inSight.current) {
      setUntil(newest);
      setGoing(true);
    }
  }, [newest, until, held]);
  useEffect(() => {
    if (!going) return;
    setGoing(false);
    const walking = document.activeElement?.closest('ol') ?? null; // Whoever walks the list by the keyboard stays where he is.
    if (walking === null) end.current?.scrollIntoView({ block: 'nearest' });
  }, [going]);
  const show = useCallback(() => {
    setUntil(newest);
    setGoing(true);
  }, [newest]);
  return { until, show, end };
}
