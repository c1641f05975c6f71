import { useEffect, useLayoutEffect, useRef } from 'react';

const hidden = '[aria-hidden="true"]';

/**
 * While the list of a combo box is open, React Aria hides the rest of the page from screen readers and leaves it in the way of the Tab key, so that one could
 * stand where nothing is told (https://github.com/adobe/react-spectrum/issues/4937). The list takes nothing away from the page: what was in sight stays in
 * sight, and React Aria takes back the marks that it no longer finds without harm.
 */
export function usePageLeftInSight(isOpen: boolean): void {
  const before = useRef<ReadonlySet<Element>>(new Set());
  useLayoutEffect(() => {
    if (isOpen) before.current = new Set(document.querySelectorAll(hidden));
  }, [isOpen]);
  // Behind the effect of the combo box, which lies within.
  useEffect(() => {
    if (!isOpen) return;
    for (const element of document.querySelectorAll(hidden)) if (!before.current.has(element)) element.removeAttribute('aria-hidden');
  }, [isOpen]);
}
