import { type RefObject, useEffect } from 'react';

const stops =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** The tab key stops at the whole while it stops nowhere within, however late that comes: so what can only be read is reached as well. */
export function useOwnStop(of: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const whole = of.current;
    if (!whole) return;
    const look = () => {
      if (whole.querySelector(stops)) whole.removeAttribute('tabindex');
      else whole.tabIndex = 0;
    };
    const changes = new MutationObserver(look);
    changes.observe(whole, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'href'] });
    look();
    return () => changes.disconnect();
  }, [of]);
}
