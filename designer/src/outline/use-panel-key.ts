import { type RefObject, useEffect, useRef } from 'react';

/** F6 goes from the map or the outline to the details beside it, and from anywhere in them back. Not while a dialog is open. */
export function usePanelKey(panel: RefObject<HTMLElement | null>, back: () => void): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const details = panel.current;
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (!details || details.closest('[inert], [aria-hidden="true"]')) return;
      event.preventDefault();
      if (details.contains(document.activeElement)) latest.current();
      else details.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [panel]);
}
