import { type RefObject, useEffect, useRef } from 'react';

/**
 * Whoever comes by an address that names a place is led to it: it stands in the middle of the window, also while what is above it still grows, until the
 * reader goes on. It has the focus unless that is somewhere else already. The place needs `tabIndex={-1}`.
 */
export function useLedTo<Place extends HTMLElement>(isMeant: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    const meant = place.current;
    if (!isMeant || !meant) return;
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused.tagName === 'H1') meant.focus({ preventScroll: true });
    const going = new AbortController();
    const goesOn = () => going.abort();
    for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const)
      addEventListener(event, goesOn, { passive: true, signal: going.signal });
    const growing = new ResizeObserver(() => {
      if (!going.signal.aborted) meant.scrollIntoView({ block: 'center' });
    });
    growing.observe(document.body);
    return () => {
      growing.disconnect();
      going.abort();
    };
  }, [isMeant]);
  return place;
}
