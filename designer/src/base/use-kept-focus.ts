import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where a button vanishes because it was pressed, the browser drops the focus to the top of the page. The place that held it takes it
 * instead, so that the next Tab, and a screen reader, go on there. The place needs `tabIndex={-1}`, and so do its entries where there
 * are any: the one that held the focus takes it as long as it is there itself.
 */
export function useKeptFocus<Place extends HTMLElement>(entries?: string): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const held = useRef(false);
  const entry = useRef<HTMLElement>(null);
  useEffect(() => {
    const whereNow = () => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return;
      held.current = place.current?.contains(focused) ?? false;
      entry.current = held.current && entries !== undefined ? focused.closest<HTMLElement>(entries) : null;
    };
    document.addEventListener('focusin', whereNow);
    return () => document.removeEventListener('focusin', whereNow);
  }, [entries]);
  // Any part inside may draw itself anew, at any time, without this one: the page itself tells what went away.
  useEffect(() => {
    const keep = () => {
      if (!held.current || document.activeElement !== document.body) return;
      const taking = entry.current?.isConnected === true ? entry.current : place.current;
      taking?.focus({ preventScroll: true });
    };
    keep();
    if (!place.current) return;
    const watch = new MutationObserver(() => {
      keep();
      requestAnimationFrame(keep); // What is only disabled loses the focus with the next picture.
    });
    watch.observe(place.current, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => watch.disconnect();
  });
  return place;
}
