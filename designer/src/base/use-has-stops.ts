import { type RefObject, useEffect, useState } from 'react';

const stops =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Whether the tab key stops anywhere within, however late it came. */
export function useHasStops(within: RefObject<HTMLElement | null>): boolean {
  const [has, setHas] = useState(true);
  useEffect(() => {
    const whole = within.current;
    if (!whole) return;
    const look = () => setHas(whole.querySelector(stops) !== null);
    const changes = new MutationObserver(look);
    changes.observe(whole, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'tabindex', 'href'] });
    look();
    return () => changes.disconnect();
  }, [within]);
  return has;
}
