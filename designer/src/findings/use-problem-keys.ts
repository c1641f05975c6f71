import { useEffect, useRef } from 'react';

/** F8 and Shift+F8, also while somebody types: the way from one problem to the next, except where a dialog asks something. */
export function useProblemKeys(go: (where: 'next' | 'previous') => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      latest.current(event.shiftKey ? 'previous' : 'next');
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
