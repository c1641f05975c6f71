import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where a button vanishes because it was pressed, the browser drops the focus to the top of the page. The place that held it takes it
 * instead, so that the next Tab, and a screen reader, go on there. The place needs `tabIndex={-1}`, and so do its entries where there
 * are any: the one that held the focus takes it as long as it is there itself, then the next that is left, then the one before.
 */
export function useKeptFocus<Place extends HTMLElement>(entries?: string): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const held = useRef<'here' | 'in-dialog' | undefined>(undefined);
  const taking = useRef<readonly HTMLElement[]>([]);
  useEffect(() => {
    const whereNow = () => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return;
      if (place.current?.contains(focused)) {
        held.current = 'here';
        taking.current = entries === undefined ? [] : byNearness(place.current, focused, entries);
      } else held.current = held.current && focused.closest('[role="dialog"]') ? 'in-dialog' : undefined;
    };
    document.addEventListener('focusin', whereNow);
    return () => document.removeEventListener('focusin', whereNow);
  }, [entries]);
  // Any part inside may draw itself anew, at any time, without this one: the page itself tells what went away.
  useEffect(() => {
    const keep = () => {
      if (!held.current || document.activeElement !== document.body) return;
      const entry = taking.current.find(({ isConnected }) => isConnected);
      (entry ?? place.current)?.focus({ preventScroll: entry === undefined });
    };
    const atOnce = () => held.current === 'here' && keep(); // A dialog that closes gives it back by itself, where it can.
    // What is only disabled loses the focus with the next picture. A dialog gives it back with the picture after it went, and comes first.
    const keepAfter = (pictures: number) =>
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (pictures > 1) keepAfter(pictures - 1);
        else keep();
      });
    const changed = () => {
      atOnce();
      keepAfter(held.current === 'in-dialog' ? 3 : 1);
    };
    changed(); // What went away with this drawing is told to nobody: the one who watched until now has just stopped.
    if (!place.current) return;
    const watch = new MutationObserver(changed);
    watch.observe(place.current, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => watch.disconnect();
  });
  return place;
}

/** The entry around an element, those that follow it, and those before it, the nearest first. */
function byNearness(place: HTMLElement, focused: Element, entries: string): readonly HTMLElement[] {
  const own = focused.closest<HTMLElement>(entries);
  const all = [...place.querySelectorAll<HTMLElement>(entries)];
  const at = own ? all.indexOf(own) : -1;
  return at < 0 ? [] : [...all.slice(at), ...all.slice(0, at).reverse()];
}
