import { useEffect, useRef } from 'react';

/** The very first thing that React Aria tells on a page is told so much later. */
const firstToldMs = 150;

/**
 * React Aria tells a screen reader that a button waits by pointing at the button, for some seconds. Where the button is gone by then, with the
 * dialog that it stood in, what was told would point at nothing: it goes with the button.
 */
export function useToldOf(id: string, isPending: boolean): void {
  const waited = useRef(false);
  useEffect(() => {
    if (isPending) waited.current = true;
  }, [isPending]);
  useEffect(
    () => () => {
      if (!waited.current) return;
      const page = document.body; // What is called later may meet a page that is being left.
      const forget = () => {
        for (const told of page.querySelectorAll(`[data-live-announcer] [aria-labelledby~="${id}"]`)) told.remove();
      };
      forget();
      const watch = new MutationObserver(forget);
      watch.observe(page, { childList: true, subtree: true });
      setTimeout(() => watch.disconnect(), firstToldMs);
    },
    [id],
  );
}
